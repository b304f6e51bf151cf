import type { Forecast, Task } from '../method.ts'
import { decompose, isSeasonal } from './decompose.ts'

/** Seasons longer than this have too many states and lags to estimate: they are taken out first. */
export const LONGEST_SEASON = 24

/**
 * Forecasts through a classical decomposition where the season is long (weeks of a year): the adjusted series without a season, and
 * the indices put back. Shorter seasons are the method's own affair.
 */
export function withLongSeason(
  task: Task,
  method: (task: Task) => Forecast | undefined,
): Forecast | undefined {
  const { values, season, horizon } = task
  if (season <= LONGEST_SEASON) return method(task)
  if (values.length < 2 * season || !isSeasonal(values, season)) return method({ ...task, season: 1 })
  const kind = values.every(value => value > 0) ? 'multiplicative' : 'additive'
  const { indices, adjusted } = decompose(values, season, kind)
  const found = method({ ...task, values: adjusted, season: 1 })
  if (!found) return undefined
  const at = Float64Array.from({ length: horizon }, (_, h) => indices[(values.length + h) % season] as number)
  const back = (value: number, h: number): number =>
    kind === 'multiplicative' ? value * (at[h] as number) : value + (at[h] as number)
  return {
    ...found,
    model: `${found.model}, decomposed [${season}]`,
    mean: found.mean.map(back),
    intervals: found.intervals.map(({ lower, upper }) => ({
      lower: lower.map(back),
      upper: upper.map(back),
    })),
    again: found.again && (shorter => withLongSeason(shorter, found.again as typeof method)),
  }
}
