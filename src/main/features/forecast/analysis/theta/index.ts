import { fitEts } from '../ets/fit.ts'
import type { Forecast, Task } from '../method.ts'
import { decompose, isSeasonal, line } from '../numeric/decompose.ts'
import { normalBounds } from '../numeric/bounds.ts'
import { zOfLevel } from '../numeric/normal.ts'

export interface ThetaFit {
  /** Smoothing of the theta line 2 (simple exponential smoothing). */
  alpha: number
  /** Half the slope of the least-squares line. */
  drift: number
  /** Level after the last observation. */
  level: number
  /** Variance of the one-step errors of the adjusted series. */
  variance: number
  seasonality: 'none' | 'additive' | 'multiplicative'
  /** Seasonal index of step i + 1; empty without a season. */
  indices: Float64Array
  n: number
}

/**
 * The Theta method of V. Assimakopoulos & K. Nikolopoulos (2000) in the form that R. Hyndman & B. Billah (2003) showed it to have:
 * simple exponential smoothing with drift, on a series seasonally adjusted where a test at 90 % finds a season (as R's `thetaf`).
 * A season that reaches nought or below is taken out additively. Needs two values.
 */
export function fitTheta(y: Float64Array, season: number): ThetaFit {
  const n = y.length
  let adjusted = y
  let indices: Float64Array = new Float64Array(0)
  let seasonality: ThetaFit['seasonality'] = 'none'
  if (isSeasonal(y, season)) {
    const kind = y.every(value => value > 0) ? 'multiplicative' : 'additive'
    const parts = decompose(y, season, kind)
    if (kind === 'additive' || parts.indices.every(index => Math.abs(index) >= 1e-4)) {
      seasonality = kind
      adjusted = parts.adjusted
      indices = Float64Array.from({ length: season }, (_, i) => parts.indices[(n + i) % season] as number)
    }
  }
  const smoothing = smooth(adjusted)
  return { ...smoothing, drift: line(adjusted).slope / 2, seasonality, indices, n }
}

/** Simple exponential smoothing; too few values to estimate it give their mean's level and the plain random walk's smoothing. */
function smooth(y: Float64Array): { alpha: number; level: number; variance: number } {
  const fit = fitEts(y, { error: 'A', trend: 'N', season: 'N' }, 1, 0)
  if (fit) return { alpha: fit.parameters.alpha, level: fit.last.level, variance: fit.variance }
  let squares = 0
  for (let t = 1; t < y.length; t++) squares += ((y[t] as number) - (y[t - 1] as number)) ** 2
  return { alpha: 0.9999, level: y.at(-1) as number, variance: squares / Math.max(y.length - 1, 1) }
}

/** Point forecasts of steps 1 to `horizon`. */
export function thetaForecast(
  { alpha, drift, level, seasonality, indices, n }: ThetaFit,
  horizon: number,
): Float64Array {
  const start = (1 - (1 - alpha) ** n) / alpha
  return Float64Array.from({ length: horizon }, (_, h) => {
    const value = level + drift * (h + start)
    if (seasonality === 'none') return value
    const index = indices[h % indices.length] as number
    return seasonality === 'additive' ? value + index : value * index
  })
}

/** Prediction intervals of the underlying smoothing: ±z·σ·√(1 + (h − 1)α²), in the size of the season's step. */
export function thetaIntervals(fit: ThetaFit, horizon: number, levels: readonly number[]) {
  const mean = thetaForecast(fit, horizon)
  const half = Float64Array.from({ length: horizon }, (_, h) => {
    const size =
      fit.seasonality === 'multiplicative' ? Math.abs(fit.indices[h % fit.indices.length] as number) : 1
    return size * Math.sqrt(fit.variance * (1 + h * fit.alpha ** 2))
  })
  return normalBounds(mean, half, levels.map(zOfLevel))
}

/** The Theta method as it stands in the list of methods; a season of any length, four values at least. */
export function theta({ values, season, horizon, levels }: Task): Forecast | undefined {
  if (values.length < 4) return undefined
  const fit = fitTheta(values, season)
  return {
    model: fit.seasonality === 'none' ? 'Theta' : `Theta, ${fit.seasonality} season [${season}]`,
    mean: thetaForecast(fit, horizon),
    intervals: thetaIntervals(fit, horizon, levels),
    parameters: { alpha: fit.alpha, drift: fit.drift, sigma: Math.sqrt(fit.variance) },
    again: theta,
  }
}
