import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civil, toIsoDate } from '../calendar/day.ts'
import { GRAINS, grainKey, grainNext, grainStart } from '../calendar/grain.ts'
import { daysOfStep, periodName, resolvePeriod } from './period.ts'

const calendar = { first: '2022-01-03', last: '2024-05-17', today: '2024-07-09', fiscal: 4 }
const days = (text: string, more: Partial<typeof calendar> = {}) => {
  const found = resolvePeriod(text, { ...calendar, ...more })
  return found && `${found.from} ${found.to}`
}

test('a period is a step of the calendar or of the fiscal year, or days', () => {
  expect(days('2024')).toBe('2024-01-01 2024-12-31')
  expect(days('2024-02')).toBe('2024-02-01 2024-02-29')
  expect(days('2023-Q4')).toBe('2023-10-01 2023-12-31')
  expect(days('FY2023')).toBe('2023-04-01 2024-03-31')
  expect(days('2024-01-15..2024-03-01')).toBe('2024-01-15 2024-03-01')
  expect(days('2024-03-01..2024-01-15')).toBeUndefined()
  expect(days('2024-02-30..2024-03-15')).toBeUndefined()
})

test('“last” and “this” are the calendar’s, “latest” the ledger’s last complete step', () => {
  expect(days('this-month')).toBe('2024-07-01 2024-07-31')
  expect(days('last-month')).toBe('2024-06-01 2024-06-30')
  expect(days('last-year')).toBe('2023-01-01 2023-12-31')
  expect(days('latest-month')).toBe('2024-04-01 2024-04-30')
  expect(days('latest-month', { last: '2024-05-28' })).toBe('2024-05-01 2024-05-31')
  expect(days('latest-quarter')).toBe('2024-01-01 2024-03-31')
  expect(days('latest-year')).toBe('2023-01-01 2023-12-31')
  expect(days('all')).toBe('2022-01-03 2024-05-17')
  expect(days('latest-month', { first: '2024-05-02' })).toBe('2024-05-01 2024-05-31')
  expect(resolvePeriod('latest-year', { ...calendar, first: undefined, last: undefined })).toBeUndefined()
})

test('a step’s key gives back its days, for every grain', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 40_000 }),
      fc.constantFrom(...GRAINS),
      fc.integer({ min: 1, max: 12 }),
      (day, grain, fiscal) => {
        const start = grainStart(day, grain, fiscal)
        fc.pre(civil(start).year > 0)
        expect(daysOfStep(grainKey(start, grain, fiscal), grain, fiscal)).toEqual({
          from: toIsoDate(start),
          to: toIsoDate(grainNext(start, grain) - 1),
        })
      },
    ),
  )
})

test('a period is named as people name it', () => {
  const name = (text: string, locale: string) =>
    periodName(resolvePeriod(text, calendar) as NonNullable<ReturnType<typeof resolvePeriod>>, locale, 4)
  expect(name('2024-03', 'en-GB')).toBe('March 2024')
  expect(name('2024-03', 'de-DE')).toBe('März 2024')
  expect(name('2024', 'de-DE')).toBe('2024')
  expect(name('2024-Q1', 'en-GB')).toContain('2024')
})
