import type { Forecast } from '../method.ts'

/** So many ranges of the history beyond it a mean, and a bound, may be; more with the horizon, as a straight line would be. */
const MEAN_RANGES = 10
const BOUND_RANGES = 100

/**
 * Whether a forecast is a number everywhere and has not run away. A model with a multiplicative season or logarithms, estimated on a
 * series with one huge jump, may go on to ten thousand times all that was ever seen.
 */
export function believable(found: Forecast, values: Float64Array): boolean {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const room = (high - low) * (1 + found.mean.length / values.length)
  const within = (ranges: number) => (value: number) =>
    value >= low - ranges * room && value <= high + ranges * room
  return (
    found.mean.every(within(MEAN_RANGES)) &&
    found.intervals.every(
      ({ lower, upper }) => lower.every(within(BOUND_RANGES)) && upper.every(within(BOUND_RANGES)),
    )
  )
}
