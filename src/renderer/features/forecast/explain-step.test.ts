import { expect, test } from 'vitest'
import type { LedgerForecast, LedgerSeries } from '../../../shared/contract/forecast.ts'
import { explainStep } from './explain-step.ts'

const forecast = (season: number, n: number): LedgerForecast =>
  ({
    season,
    steps: Array.from({ length: n }, (_, i) => ({ key: `s${i}`, from: '', to: '' })),
  }) as LedgerForecast
const series = (actual: number[], mean: number[]): LedgerSeries =>
  ({
    actual,
    mean,
    intervals: { '80': { lower: [1, 2], upper: [9, 8] } },
    card: [],
    method: 'ets',
  }) as unknown as LedgerSeries

test('level, season and rest sum to what is expected, and the same step a season ago is named', () => {
  // Quarters: the second is always 30 above its year's mean; years at 100 and 110.
  const actual = [90, 130, 90, 90, 100, 140, 100, 100]
  const found = explainStep(forecast(4, 8), series(actual, [113, 155]), 1)
  expect(found).toMatchObject({ expected: 155, level: 110, steps: 4, season: 30, seasons: 2, rest: 15 })
  expect(found.before).toEqual({ key: 's5', value: 140 })
  expect(found.intervals).toEqual([{ level: '80', lower: 2, upper: 8 }])
  expect(found.level + found.season + found.rest).toBe(found.expected)
  expect(found).not.toHaveProperty('error')
})

test('without a whole season there is no season, and a step further ahead looks further back', () => {
  expect(explainStep(forecast(12, 3), series([10, 20, 30], [40, 50]), 0)).toMatchObject({
    level: 20,
    steps: 3,
    season: 0,
    seasons: 0,
    rest: 20,
  })
  const found = explainStep(forecast(2, 4), series([1, 2, 3, 4], [5, 6, 7, 8]), 3)
  expect(found.before).toEqual({ key: 's3', value: 4 })
})
