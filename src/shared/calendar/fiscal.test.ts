import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthStart, parseIsoDate, toIsoDate, weekdayOf, type Day } from './day.ts'
import {
  fiscalOf,
  fiscalPeriodEnd,
  fiscalPeriodStart,
  fiscalYearStart,
  planDay,
  readWeeks,
  WEEK_PATTERNS,
  weeksOf,
  writeWeeks,
  type Fiscal,
} from './fiscal.ts'
import { grainKey, grainNext, grainStart } from './grain.ts'

const day = (text: string): Day => parseIsoDate(text) as Day
const calendars: fc.Arbitrary<Fiscal> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  pattern: fc.constantFrom(...WEEK_PATTERNS),
  endsOn: fc.integer({ min: 0, max: 6 }),
  ends: fc.constantFrom('last' as const, 'nearest' as const),
})
const SATURDAY = 5

describe('years of weeks', () => {
  // Apple's annual reports (Form 10-K): the last Saturday of September; fiscal 2017 and 2023 had 53 weeks.
  test('end as Apple’s do', () => {
    const apple: Fiscal = { startMonth: 10, pattern: '5-4-4', endsOn: SATURDAY, ends: 'last' }
    const ends = [2016, 2017, 2018, 2021, 2022, 2023, 2024].map(year =>
      toIsoDate(fiscalYearStart(year + 1, apple) - 1),
    )
    expect(ends).toEqual([
      '2017-09-30',
      '2018-09-29',
      '2019-09-28',
      '2022-09-24',
      '2023-09-30',
      '2024-09-28',
      '2025-09-27',
    ])
    // The first fiscal quarter of 2024: 1 October to 30 December 2023.
    expect(grainKey(day('2023-12-30'), 'fiscal-quarter', apple)).toBe('FY2023-Q1')
    expect(toIsoDate(grainNext(day('2023-10-01'), 'fiscal-quarter', apple))).toBe('2023-12-31')
  })

  // The National Retail Federation's 4-5-4 calendar: 53 weeks in 2012, 2017 and 2023.
  test('are those of the 4-5-4 calendar of retail', () => {
    const retail: Fiscal = { startMonth: 2, pattern: '4-5-4', endsOn: SATURDAY, ends: 'nearest' }
    const starts = [2012, 2013, 2017, 2018, 2023, 2024, 2025].map(year =>
      toIsoDate(fiscalYearStart(year, retail)),
    )
    expect(starts).toEqual([
      '2012-01-29',
      '2013-02-03',
      '2017-01-29',
      '2018-02-04',
      '2023-01-29',
      '2024-02-04',
      '2025-02-02',
    ])
    const months = Array.from({ length: 13 }, (_, i) => toIsoDate(fiscalPeriodStart(2023, i + 1, retail)))
    expect(months).toEqual([
      '2023-01-29',
      '2023-02-26',
      '2023-04-02',
      '2023-04-30',
      '2023-05-28',
      '2023-07-02',
      '2023-07-30',
      '2023-08-27',
      '2023-10-01',
      '2023-10-29',
      '2023-11-26',
      '2023-12-31',
      '2024-02-04',
    ])
    // The 53rd week is the last period's fifth.
    expect(fiscalOf(day('2024-02-03'), retail)).toEqual({ year: 2023, period: 12 })
    for (const period of [12, 13, 16])
      expect(toIsoDate(fiscalPeriodEnd(2023, period, retail))).toBe('2024-02-03')
  })

  test('have whole weeks, 52 or 53, and no day twice or not at all', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 1950, max: 2150 }), (fiscal, year) => {
        const [start, next] = [fiscalYearStart(year, fiscal), fiscalYearStart(year + 1, fiscal)]
        expect([364, 371]).toContain(next - start)
        expect(weekdayOf(next - 1)).toBe(weeksOf(fiscal)?.endsOn)
        const named = monthStart(year, weeksOf(fiscal) ? (fiscal as { startMonth: number }).startMonth : 1)
        expect(Math.abs(start - named)).toBeLessThanOrEqual(weeksOf(fiscal)?.ends === 'last' ? 6 : 3)
        for (let period = 1; period <= 12; period += 1) {
          const [from, to] = [fiscalPeriodStart(year, period, fiscal), fiscalPeriodEnd(year, period, fiscal)]
          expect(fiscalPeriodStart(year, period + 1, fiscal)).toBe(to + 1)
          for (const at of [from, to]) expect(fiscalOf(at, fiscal)).toEqual({ year, period })
          const weeks = (to - from + 1) / 7
          expect(period === 12 ? [4, 5, 6] : [4, 5]).toContain(weeks)
        }
      }),
    )
  })

  test('have steps that begin on or before their days, end before the next and sort by their keys', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('1950-01-01'), max: day('2150-12-31') }),
        fc.constantFrom('period', 'fiscal-quarter', 'fiscal-year'),
        calendars,
        (at, grain, fiscal) => {
          const start = grainStart(at, grain, fiscal)
          const next = grainNext(start, grain, fiscal)
          expect(start <= at && at < next).toBe(true)
          expect(grainStart(next, grain, fiscal)).toBe(next)
          expect(grainKey(start, grain, fiscal) < grainKey(next, grain, fiscal)).toBe(true)
          expect(grainKey(start, grain, fiscal)).toBe(grainKey(at, grain, fiscal))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('have each month’s plan in the month’s own period', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.integer({ min: 1950, max: 2150 }),
        fc.integer({ min: 1, max: 12 }),
        (fiscal, year, period) => {
          const first = monthStart(year, (fiscal as { startMonth: number }).startMonth + period - 1)
          expect(fiscalOf(planDay(first, fiscal), fiscal)).toEqual({ year, period })
          expect(planDay(first, 4)).toBe(first)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('are kept as a text', () => {
    const weeks = { pattern: '4-5-4', endsOn: 6, ends: 'nearest' } as const
    expect(readWeeks(writeWeeks(weeks))).toEqual(weeks)
    for (const none of [undefined, '', '4-4-4 1 last']) expect(readWeeks(none)).toBeNull()
    expect(writeWeeks(null)).toBe('')
  })
})
