import { expect, test } from 'vitest'
import { parseIsoDate, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { STEPS } from './steps.ts'

const FILL = {
  year: 2024,
  month: 3,
  later: 5,
  day: 4,
  laterDay: 9,
  n: 2,
  quarter: 3,
  fiscal: 4,
  anchor: parseIsoDate('2025-12-31') as Day,
}

/** What the other side of the test of periods computes, held against days counted by hand. */
test.each([
  ['in Q3 2024', '2024-10-01..2024-12-31'],
  ['in the second half of 2024', '2024-10-01..2025-03-31'],
  ['in FY24', '2024-04-01..2025-03-31'],
  ['in the year 2024', '2024-01-01..2024-12-31'],
  ['in the 2 months to March 2024', '2024-02-01..2024-03-31'],
  ['in the 2 months before March 2024', '2024-01-01..2024-02-29'],
  ['in the last 2 months', '2025-11-01..2025-12-31'],
  ['two months ago', '2025-10-01..2025-10-31'],
  ['im Vorquartal', '2025-07-01..2025-09-30'],
  ['letztes Jahr', '2024-04-01..2025-03-31'],
  ['YTD', '2025-04-01..2025-12-31'],
])('%s', (said, wanted) => {
  const form = STEPS.find(({ say }) => say(FILL) === said)
  const [from, to] = form?.span(FILL) ?? []
  expect(`${from === undefined ? '' : toIsoDate(from)}..${to === undefined ? '' : toIsoDate(to)}`).toBe(
    wanted,
  )
})

test('no form is there twice', () => {
  const said = STEPS.map(({ say }) => say(FILL))
  expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([])
})
