import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Forecast } from '../method.ts'
import { believable } from './believable.ts'

const forecast = (mean: number[], lower = mean, upper = mean): Forecast => ({
  model: 'test',
  mean: Float64Array.from(mean),
  intervals: [{ lower: Float64Array.from(lower), upper: Float64Array.from(upper) }],
  parameters: {},
})

const history = Float64Array.from([100, 140, 90, 120])

describe('whether a forecast is believable', () => {
  it('one within ten ranges of what was seen is, one far beyond it is not', () => {
    expect(believable(forecast([110, 130]), history)).toBe(true)
    // A range of 50, and half as much again for two steps ahead of four: 140 + 10 · 75.
    expect(believable(forecast([110, 890]), history)).toBe(true)
    expect(believable(forecast([110, 891]), history)).toBe(false)
    expect(believable(forecast([-660, 110]), history)).toBe(true)
    expect(believable(forecast([-661, 110]), history)).toBe(false)
  })

  it('a bound may lie ten times as far as a mean, and no further', () => {
    expect(believable(forecast([110, 120], [-7410, 0], [200, 7640]), history)).toBe(true)
    expect(believable(forecast([110, 120], [-7411, 0], [200, 300]), history)).toBe(false)
    expect(believable(forecast([110, 120], [0, 0], [200, 7641]), history)).toBe(false)
  })

  it('what is no number is not, wherever it stands', () => {
    for (const odd of [NaN, Infinity, -Infinity]) {
      expect(believable(forecast([110, odd], [0, 0], [1, 1]), history)).toBe(false)
      expect(believable(forecast([110, 120], [odd, 0], [200, 200]), history)).toBe(false)
      expect(believable(forecast([110, 120], [0, 0], [200, odd]), history)).toBe(false)
    }
  })

  it('a straight line through the history goes on being believed however far it is drawn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        (n, horizon, slope, start) => {
          const at = (i: number): number => start + slope * i
          const seen = Float64Array.from({ length: n }, (_, i) => at(i))
          expect(believable(forecast(Array.from({ length: horizon }, (_, h) => at(n + h))), seen)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
