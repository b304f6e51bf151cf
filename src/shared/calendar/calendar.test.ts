import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civil, dayOf, parseIsoDate, toIsoDate, weekdayOf, type Day } from './day.ts'
import { addMonths, fiscalOf, GRAINS, grainKey, grainNext, grainStart } from './grain.ts'

const day = (text: string): Day => parseIsoDate(text) as Day
const days = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') })

describe('days', () => {
  test('agree with ECMAScript’s own calendar for every day tried', () => {
    fc.assert(
      fc.property(days, d => {
        const date = new Date(d * 86_400_000)
        const { year, month, dayOfMonth } = civil(d)
        expect([year, month, dayOfMonth]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ])
        expect(weekdayOf(d)).toBe((date.getUTCDay() + 6) % 7)
        expect(parseIsoDate(toIsoDate(d))).toBe(d)
      }),
      { numRuns: 3000 },
    )
  })

  test('that do not exist are not days', () => {
    for (const text of [
      '2025-02-29',
      '2024-02-30',
      '2025-13-01',
      '2025-00-10',
      '2025-04-31',
      '1900-02-29',
      '2025-1-1',
      '',
    ])
      expect(parseIsoDate(text), text).toBeUndefined()
    expect(dayOf(2000, 2, 29)).toBeDefined()
  })
})

describe('steps of time', () => {
  test('have keys that sort as their days do', () => {
    expect(GRAINS.map(g => grainKey(grainStart(day('2025-10-31'), g, 4), g, 4))).toEqual([
      '2025-10-31',
      '2025-W44',
      '2025-10',
      '2025-Q4',
      '2025',
      'FY2025-Q3',
      'FY2025',
      'FY2025-P07',
    ])
    expect(grainKey(grainStart(day('2021-01-03'), 'week'), 'week')).toBe('2020-W53')
    expect(grainKey(grainStart(day('2024-12-30'), 'week'), 'week')).toBe('2025-W01')
  })

  test('begin on or before each of their days and end before the next step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('1950-01-01'), max: day('2150-12-31') }),
        fc.constantFrom(...GRAINS),
        fc.integer({ min: 1, max: 12 }),
        (d, grain, startMonth) => {
          const start = grainStart(d, grain, startMonth)
          const next = grainNext(start, grain)
          expect(start <= d && d < next).toBe(true)
          expect(grainStart(next, grain, startMonth)).toBe(next)
          expect(grainKey(start, grain, startMonth) < grainKey(next, grain, startMonth)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('of a fiscal year that starts in April', () => {
    expect(fiscalOf(day('2026-03-31'), 4)).toEqual({ year: 2025, period: 12 })
    expect(fiscalOf(day('2026-04-01'), 4)).toEqual({ year: 2026, period: 1 })
  })

  test('go to the last day that can be written, and one beyond', () => {
    for (const grain of GRAINS)
      expect(grainNext(grainStart(day('9999-12-31'), grain, 2), grain), grain).toBeGreaterThan(
        day('9999-12-31'),
      )
    for (const grain of GRAINS)
      expect(grainStart(day('0001-01-01'), grain, 2), grain).toBeLessThanOrEqual(day('0001-01-01'))
  })

  test('of a month added to the 31st end on the month’s last day', () => {
    expect(toIsoDate(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29')
    expect(toIsoDate(addMonths(day('2024-03-31'), -13))).toBe('2023-02-28')
  })
})
