import fc from 'fast-check'
import { max, medianSorted, min } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { quantile } from './quantile.ts'

describe('percentiles, type 7', () => {
  // Oracle: numpy.percentile([100, 250, 400, 1000], p) = 250, 325, 460, 820, 99.9 → 998.2
  it('interpolate between order statistics as NumPy does', () => {
    const sorted = [100, 250, 400, 1000]
    expect(quantile(sorted, 100 / 3)).toBe(250)
    expect(quantile(sorted, 50)).toBe(325)
    expect(quantile(sorted, 70)).toBe(460)
    expect(quantile(sorted, 90)).toBe(820)
    expect(quantile(sorted, 99.9)).toBe(998)
  })

  it('round halves away from zero', () => {
    expect(quantile([0, 1], 50)).toBe(1)
    expect(quantile([-1, 0], 50)).toBe(-1)
  })

  it('are exact where floats are not', () => {
    expect(quantile([9_007_199_254_740_989, 9_007_199_254_740_991], 50)).toBe(9_007_199_254_740_990)
  })

  // Oracle: simple-statistics. Its other quantiles are of another type; median, least and greatest are the same in all nine.
  it('agree with simple-statistics on the median, the least and the greatest', () => {
    const samples = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(samples, sample => {
        const sorted = sample.toSorted((a, b) => a - b)
        const median = medianSorted(sorted)
        expect(quantile(sorted, 50)).toBe(Math.sign(median) * Math.round(Math.abs(median)) + 0)
        expect(quantile(sorted, 0)).toBe(min(sample))
        expect(quantile(sorted, 100)).toBe(max(sample))
      }),
    )
  })

  it('say nothing of nothing', () => {
    expect(quantile([], 50)).toBeUndefined()
    expect(quantile([7], 99)).toBe(7)
  })
})
