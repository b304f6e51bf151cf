import { normalDeviates, zOfLevel } from '../numeric/normal.ts'
import { boundsOfPaths, normalBounds, type Bounds } from '../numeric/bounds.ts'
import type { EtsFit } from './model.ts'

/** Sample paths: enough that the bounds' own error is small beside the noise (about 2 % of the interval's width at 95 %). */
const PATHS = 2000
/** Values of all paths together: a horizon of thousands of steps gets fewer paths instead of gigabytes. */
const VALUES = 2_000_000

/** Point forecasts of steps 1 to `horizon`: the recursions without further errors. */
export function pointForecast(fit: EtsFit, horizon: number): Float64Array {
  const { model, parameters, season, last } = fit
  const { phi } = parameters
  let sum = 0
  let power = 1
  return Float64Array.from({ length: horizon }, (_, h) => {
    power *= phi
    sum += power
    const level = last.level + (model.trend === 'N' ? 0 : sum * last.slope)
    if (model.season === 'N') return level
    const s = last.seasonal[h % season] as number
    return model.season === 'A' ? level + s : level * s
  })
}

/** Variances of the forecasts of a model that is additive throughout (Hyndman et al. 2008, table 6.1, class 1): σ²(1 + Σc²). */
export function analyticVariance(fit: EtsFit, horizon: number): Float64Array {
  const { model, parameters, season, variance } = fit
  const { alpha, beta, gamma, phi } = parameters
  let total = 0
  let sum = 0
  let power = 1
  return Float64Array.from({ length: horizon }, (_, h) => {
    if (h > 0) {
      sum += power
      const trend = model.trend === 'N' ? 0 : beta * sum
      const c = alpha + trend + (model.season !== 'N' && h % season === 0 ? gamma : 0)
      total += c * c
      power *= phi
    }
    return variance * (1 + total)
  })
}

/** Prediction intervals: analytic where the model is additive throughout, else quantiles of seeded sample paths. */
export function etsIntervals(
  fit: EtsFit,
  horizon: number,
  levels: readonly number[],
  seed: number,
): Bounds[] {
  const { error, season } = fit.model
  if (error === 'A' && season !== 'M') {
    const mean = pointForecast(fit, horizon)
    return normalBounds(mean, analyticVariance(fit, horizon).map(Math.sqrt), levels.map(zOfLevel))
  }
  const paths = Math.max(200, Math.min(PATHS, Math.floor(VALUES / horizon)))
  return boundsOfPaths(simulate(fit, horizon, paths, seed), paths, horizon, levels)
}

/** Sample paths of the future with normal innovations, one after the other by step: element h·paths + path. */
export function simulate(fit: EtsFit, horizon: number, paths: number, seed: number): Float64Array {
  const { model, parameters, season: m, last, variance } = fit
  const { alpha, beta, gamma, phi } = parameters
  const normal = normalDeviates(seed)
  const sigma = Math.sqrt(variance)
  const out = new Float64Array(horizon * paths)
  const ring = new Float64Array(m)
  const relative = model.error === 'M'
  const additive = model.season === 'A'
  for (let path = 0; path < paths; path++) {
    let { level, slope } = last
    ring.set(last.seasonal)
    for (let h = 0; h < horizon; h++) {
      const damped = phi * slope
      const q = level + damped
      const at = m === 0 ? 0 : h % m
      const s = m === 0 ? 0 : (ring[at] as number)
      const mu = m === 0 ? q : additive ? q + s : q * s
      // A relative error below −100 % would turn money round.
      const e = sigma * normal()
      const value = relative ? mu * (1 + Math.max(e, -1)) : mu + e
      const own = m === 0 ? value : additive ? value - s : value / s
      level = q + alpha * (own - q)
      slope = damped + beta * (own - q)
      if (m > 0) ring[at] = additive ? s + gamma * (value - q - s) : s + gamma * (value / q - s)
      out[h * paths + path] = value
    }
  }
  return out
}
