import { expect, test } from 'vitest'
import { parseIsoDate, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { monday, months, spoken, stepOf, th, day, before } from './form.ts'

const at = (anchor: string, fiscal: number) => ({
  year: 2025,
  month: 1,
  later: 2,
  day: 1,
  laterDay: 2,
  n: 2,
  quarter: 1,
  fiscal,
  anchor: parseIsoDate(anchor) as Day,
})

test('steps begin where the year is cut, by hand', () => {
  expect(toIsoDate(stepOf(at('2025-12-31', 4), 12))).toBe('2025-04-01')
  expect(toIsoDate(stepOf(at('2026-02-11', 7), 12))).toBe('2025-07-01')
  expect(toIsoDate(stepOf(at('2026-02-11', 7), 3))).toBe('2026-01-01')
  expect(toIsoDate(stepOf(at('2025-08-20', 1), 6))).toBe('2025-07-01')
})

test('months, weeks and ends', () => {
  expect(months(day(2024, 2), 1).map(d => toIsoDate(d as Day))).toEqual(['2024-02-01', '2024-02-29'])
  expect(toIsoDate(before(day(2025, 3)))).toBe('2025-02-28')
  // 20 August 2025 is a Wednesday.
  expect(toIsoDate(monday(parseIsoDate('2025-08-20') as Day))).toBe('2025-08-18')
  expect(toIsoDate(monday(parseIsoDate('2025-08-18') as Day))).toBe('2025-08-18')
})

test('as people say it', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 31].map(th)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 31st'.split(' '),
  )
  expect([spoken(2025, 1), spoken(2025, 4)]).toEqual(['2025', '2025/26'])
})
