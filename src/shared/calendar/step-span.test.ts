import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toIsoDate } from './day.ts'
import { GRAINS, grainKey, grainNext, grainStart } from './grain.ts'
import { stepSpan } from './step-span.ts'

it('gives back the days of every step that grainKey names', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 40_000 }),
      fc.constantFrom(...GRAINS),
      fc.integer({ min: 1, max: 12 }),
      (day, grain, startMonth) => {
        const start = grainStart(day, grain, startMonth)
        const span = stepSpan(grainKey(start, grain, startMonth), startMonth)
        expect(span).toEqual({ from: start, to: grainNext(start, grain) - 1, grain })
      },
    ),
  )
})

it('knows the last ISO week of a long year and refuses a week that is not', () => {
  const week = stepSpan('2020-W53')
  expect(week && [toIsoDate(week.from), toIsoDate(week.to)]).toEqual(['2020-12-28', '2021-01-03'])
  expect(stepSpan('2021-W53')).toBeUndefined()
  for (const key of ['2025-13', '2025-Q5', 'FY2025-P13', '', 'Travel', '2025-02-30'])
    expect(stepSpan(key)).toBeUndefined()
})
