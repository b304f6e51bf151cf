import type { Forecast, Task } from '../method.ts'

export interface Trust {
  /** So many origins weigh as much as the model's own intervals. */
  own: number
  /** Fewer origins say nothing. */
  least: number
  /** An interval becomes at most so many times as wide, at least the same part of it. */
  most: number
}

/** Of models whose intervals come near to what they promise. */
const TRUST: Trust = { own: 8, least: 3, most: 4 }
/** Of a model whose intervals leave out what its estimates do not know: the past alone says how wide they should be. */
export const NO_TRUST: Trust = { own: 0, least: 1, most: 10 }

/**
 * Calibrates intervals by split-conformal prediction (Vovk et al. 2005; by rolling origin, since a series is not exchangeable): the
 * model is estimated again on shorter parts of the series, and each outcome is measured in half-widths of the interval made without
 * it. The quantile of these scores at the level is how much wider (or narrower) the interval should have been. Steps of one origin go
 * together, so few origins count for little: the factor is drawn to 1 by their number, as far as the model's own intervals are trusted.
 * Where the history allows too few origins, they stay as they are. `most`: origins to try at; more cost time, fewer say little.
 */
export function calibrate(
  task: Task,
  forecast: Forecast,
  most: number,
  trust: Trust = TRUST,
): { intervals: Forecast['intervals']; origins: number } {
  const { values, horizon, levels } = task
  const n = values.length
  const ahead = Math.min(horizon, Math.max(1, Math.floor(n / 4)))
  const shortest = Math.max(Math.ceil(n / 2), 3 * task.season, 12)
  const step = Math.max(1, Math.floor(ahead / 3))
  const scores: number[][] = levels.map(() => [])
  let origins = 0
  for (let origin = n - ahead; origin >= shortest && origins < most; origin -= step) {
    const past = forecast.again?.({ ...task, values: values.subarray(0, origin), horizon: ahead })
    if (!past) break
    origins++
    for (const [i, { lower, upper }] of past.intervals.entries())
      for (let h = 0; h < ahead; h++) {
        const error = (values[origin + h] as number) - (past.mean[h] as number)
        const half = Math.abs(
          ((error < 0 ? lower[h] : (upper[h] as number)) as number) - (past.mean[h] as number),
        )
        ;(scores[i] as number[]).push(half > 0 ? Math.abs(error) / half : error === 0 ? 1 : Infinity)
      }
  }
  if (origins < trust.least) return { intervals: forecast.intervals, origins: 0 }
  const weight = origins / (origins + trust.own)
  const intervals = forecast.intervals.map(({ lower, upper }, i) => {
    const sorted = (scores[i] as number[]).sort((a, b) => a - b)
    const rank = Math.ceil((sorted.length + 1) * ((levels[i] as number) / 100))
    const score = sorted[Math.min(rank, sorted.length) - 1] as number
    const factor = Math.min(Math.max(score, 1 / trust.most), trust.most) ** weight
    const stretch = (bound: number, h: number): number => {
      const centre = forecast.mean[h] as number
      return centre + factor * (bound - centre)
    }
    return { lower: lower.map(stretch), upper: upper.map(stretch) }
  })
  nest(intervals, levels)
  return { intervals, origins }
}

/** Each level has a factor of its own: a higher one's interval still holds that of the lower. */
function nest(intervals: Forecast['intervals'], levels: readonly number[]): void {
  const rising = levels.map((_, i) => i).sort((a, b) => (levels[a] as number) - (levels[b] as number))
  for (const [k, at] of rising.entries()) {
    const inner = intervals[rising[k - 1] ?? -1]
    const outer = intervals[at] as Forecast['intervals'][number]
    if (!inner) continue
    for (let h = 0; h < outer.lower.length; h++) {
      outer.lower[h] = Math.min(outer.lower[h] as number, inner.lower[h] as number)
      outer.upper[h] = Math.max(outer.upper[h] as number, inner.upper[h] as number)
    }
  }
}
