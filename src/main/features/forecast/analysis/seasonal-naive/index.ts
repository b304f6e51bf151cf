import { normalBounds } from '../numeric/bounds.ts'
import { line } from '../numeric/decompose.ts'
import { zOfLevel } from '../numeric/normal.ts'
import type { Forecast, Task } from '../method.ts'

/**
 * The value of one season ago (of the last step where there is no season, or less than one and a step of it): what every other
 * method must beat. Variance of k seasons ahead: k times that of the seasonal differences (Hyndman & Athanasopoulos, FPP3, 5.5).
 */
export function seasonalNaive({ values, season, horizon, levels }: Task): Forecast | undefined {
  const n = values.length
  if (n < 2) return undefined
  const m = season > 1 && n > season ? season : 1
  let squares = 0
  for (let t = m; t < n; t++) squares += ((values[t] as number) - (values[t - m] as number)) ** 2
  const variance = squares / (n - m)
  const mean = Float64Array.from({ length: horizon }, (_, h) => values[n - m + (h % m)] as number)
  const sd = mean.map((_, h) => Math.sqrt(variance * (Math.floor(h / m) + 1)))
  return {
    model: m > 1 ? `Seasonal naive [${m}]` : 'Naive',
    mean,
    intervals: normalBounds(mean, sd, levels.map(zOfLevel)),
    parameters: { sigma: Math.sqrt(variance) },
    again: seasonalNaive,
  }
}

/** The mean of all values: right for noise about a level that never moves. */
export function meanForecast({ values, horizon, levels }: Task): Forecast | undefined {
  const n = values.length
  if (n < 2) return undefined
  const average = values.reduce((a, b) => a + b, 0) / n
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (n - 1)
  const mean = new Float64Array(horizon).fill(average)
  const sd = new Float64Array(horizon).fill(Math.sqrt(variance * (1 + 1 / n)))
  return {
    model: 'Mean',
    mean,
    intervals: normalBounds(mean, sd, levels.map(zOfLevel)),
    parameters: { mean: average, sigma: Math.sqrt(variance) },
    again: meanForecast,
  }
}

/** The straight line that goes on: from the last value by the least-squares slope of all of them. */
export function driftForecast({ values, horizon, levels }: Task): Forecast | undefined {
  const n = values.length
  if (n < 3) return undefined
  const { slope } = line(values)
  let squares = 0
  for (let t = 1; t < n; t++) squares += ((values[t] as number) - (values[t - 1] as number) - slope) ** 2
  const variance = squares / (n - 1)
  const mean = Float64Array.from({ length: horizon }, (_, h) => (values[n - 1] as number) + slope * (h + 1))
  const sd = mean.map((_, h) => Math.sqrt(variance * (h + 1) * (1 + (h + 1) / (n - 1))))
  return {
    model: 'Drift',
    mean,
    intervals: normalBounds(mean, sd, levels.map(zOfLevel)),
    parameters: { drift: slope, sigma: Math.sqrt(variance) },
    again: driftForecast,
  }
}
