import { expect, test } from 'vitest'
import { robustZ } from '../robust-z/index.ts'
import { NO_STEPS } from '../table.ts'
import { oracleTable, tableOf } from '../testing.ts'
import { zScore } from './index.ts'

test('the greatest |z| over the features is that of scipy.stats.zscore with ddof=1', () => {
  const { scores } = zScore(oracleTable(), undefined, NO_STEPS)
  const oracle = {
    7: 7.2774162881282365,
    23: 6.1018166584631555,
    41: 2.8093259114949443,
    0: 1.5336463365462636,
  }
  for (const [row, z] of Object.entries(oracle)) expect(scores[Number(row)]).toBeCloseTo(z, 11)
})

test('the robust twin is |x − median| over scipy.stats.median_abs_deviation with scale="normal"', () => {
  const { scores } = robustZ(oracleTable(), undefined, NO_STEPS)
  const oracle = {
    7: 19.206105011830008,
    23: 8.496498949046332,
    41: 3.8508514055215035,
    0: 1.124149583660136,
  }
  for (const [row, z] of Object.entries(oracle)) expect(scores[Number(row)]).toBeCloseTo(z, 11)
})

test('a group of 12 is judged by itself, a group of 11 against the whole', () => {
  const rows = [
    ...Array.from({ length: 12 }, (_, i) => [10 + (i % 3)]),
    ...Array.from({ length: 11 }, (_, i) => [1000 + (i % 3)]),
  ]
  const table = tableOf(rows)
  const codes = Int32Array.from(rows, (_, i) => (i < 12 ? 0 : 1))
  const grouped = zScore(table, { codes, count: 2 }, NO_STEPS).scores
  const whole = zScore(table, undefined, NO_STEPS).scores
  const first = zScore(tableOf(rows.slice(0, 12)), undefined, NO_STEPS).scores
  expect(grouped.slice(0, 12)).toEqual(first)
  expect(grouped.slice(12)).toEqual(whole.slice(12))
})

test('where all values are equal nothing is unusual, and one that would differ is beyond any threshold', () => {
  const fitted = zScore(tableOf([[5], [5], [5]]), undefined, NO_STEPS)
  expect([...fitted.scores]).toEqual([0, 0, 0])
  expect(fitted.score(Float64Array.of(6))).toBeGreaterThan(1e6)
})

test('where more than half of the values are equal the mean absolute deviation stands in for the MAD', () => {
  const { scores } = robustZ(tableOf([[5], [5], [5], [5], [9]]), undefined, NO_STEPS)
  // Mean absolute deviation 4 / 5 = 0.8; 4 ÷ (0.8 · √(π/2)).
  expect(scores[4]).toBeCloseTo(4 / (0.8 * Math.sqrt(Math.PI / 2)), 12)
  expect(scores[0]).toBe(0)
})
