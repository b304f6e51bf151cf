import { expect, test } from 'vitest'
import { parseIsoDate, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { composedAt } from './composed.ts'
import { pointAt } from './rules.ts'

const CALENDAR = { anchor: parseIsoDate('2025-08-20') as Day, fiscal: 1 }
const read = (text: string): string => {
  const { from, to } = composedAt(text, 0, CALENDAR, pointAt)?.point.span ?? {}
  return from === undefined || to === undefined ? '' : `${toIsoDate(from)}..${toIsoDate(to)}`
}

// Days counted by hand; 3 March 2025 is a Monday.
test.each([
  ['the week of 5 march 2025', '2025-03-03..2025-03-09'],
  ['the week commencing 3 march 2025', '2025-03-03..2025-03-09'],
  ['the six months before june 2025', '2024-12-01..2025-05-31'],
  ['the three months after march 2025', '2025-04-01..2025-06-30'],
  ['the month before march 2025', '2025-02-01..2025-02-28'],
  ['the first ten days of april 2025', '2025-04-01..2025-04-10'],
  ['the last two months of 2024', '2024-11-01..2024-12-31'],
  ['by month', ''],
  ['march 2025', ''],
])('%s', (text, wanted) => expect(read(text)).toBe(wanted))
