import { expect, test } from 'vitest'
import { betaQuantile, binomialTail, chiSquareTail, poissonFactor } from './tails.ts'

// Oracle: scipy.stats.chi2.sf
test.each([
  [8, 8, 0.43347012],
  [15.507, 8, 0.0500052193],
  [200, 89, 1.6267247e-10],
  [0.5, 9, 0.999969566],
  [1, 1, 0.317310508],
  [0, 5, 1],
])('the upper tail of χ² beyond %d with %d degrees of freedom', (x, df, expected) => {
  expect(chiSquareTail(x, df) / expected).toBeCloseTo(1, 7)
})

test('the upper tail is small, never nought, where one less the cdf would be', () => {
  expect(chiSquareTail(500, 8)).toBeGreaterThan(0)
  expect(chiSquareTail(500, 8)).toBeLessThan(1e-90)
})

test('binomial upper tails are exact', () => {
  // 1 − (1 − p)^n, and p^n
  expect(binomialTail(1, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10, 12)
  expect(binomialTail(20, 20, 0.01) / 1e-40).toBeCloseTo(1, 8)
  expect(binomialTail(3, 5, 0.5)).toBeCloseTo(0.5, 12)
})

test('the 95 % quantile of a beta distribution of one error in 60 is that of attribute tables', () => {
  expect(betaQuantile(0.95, 1, 60)).toBeCloseTo(1 - 0.05 ** (1 / 60), 10)
})

// Oracle: scipy.stats.gamma.ppf(0.95, 1 + errors), the confidence factors of the AICPA's table C.
test.each([
  [0, 2.99573227],
  [1, 4.74386452],
  [2, 6.29579362],
  [3, 7.75365653],
])('the 95 %% factor for %d errors is %d', (errors, factor) => {
  expect(poissonFactor(errors, 95)).toBeCloseTo(factor, 7)
})
