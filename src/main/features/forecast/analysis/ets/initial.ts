import { decompose, line } from '../numeric/decompose.ts'
import type { EtsModel, EtsParameters } from './model.ts'

/** Where the search for a model's initial states begins, and how far a step of it should reach. */
export interface InitialStates {
  level: number
  slope: number
  seasonal: Float64Array
  /** Size of the noise in the series' own units. */
  noise: number
}

/** Observations that speak for the beginning: two seasons, at least ten. */
const first = (n: number, season: number): number => Math.min(n, Math.max(10, 2 * season))

/**
 * Heuristic initial states (Hyndman, Koehler, Ord & Snyder 2008, section 2.6.1): seasonal ones by classical decomposition, level and
 * slope by a line through the beginning of what remains. A seasonal model needs two seasons.
 */
export function initialStates(
  y: Float64Array,
  { trend, season: kind }: EtsModel,
  season: number,
): InitialStates {
  let seasonal: Float64Array = new Float64Array(0)
  let adjusted = y
  if (kind !== 'N') {
    const parts = decompose(y, season, kind === 'A' ? 'additive' : 'multiplicative')
    seasonal = parts.indices
    adjusted = parts.adjusted
    if (kind === 'M' && seasonal.some(index => index < 0.01)) {
      seasonal = seasonal.map(index => Math.max(index, 0.01))
      const mean = seasonal.reduce((a, b) => a + b, 0) / season
      seasonal = seasonal.map(index => index / mean)
      adjusted = y.map((value, t) => value / (seasonal[t % season] as number))
    }
  }
  const count = first(y.length, seasonal.length)
  let noise = 0
  for (let t = 1; t < adjusted.length; t++)
    noise += Math.abs((adjusted[t] as number) - (adjusted[t - 1] as number)) / (adjusted.length - 1)
  noise = Math.max(noise, 1e-6)
  if (trend === 'N') {
    let level = 0
    for (let t = 0; t < count; t++) level += (adjusted[t] as number) / count
    return { level, slope: 0, seasonal, noise }
  }
  const { intercept, slope } = line(adjusted, count)
  return { level: intercept - slope, slope, seasonal, noise }
}

/** Smoothing parameters from which the search may start. */
export function starts({ trend, season }: EtsModel, initial: InitialStates): EtsParameters[] {
  const { level, slope, seasonal } = initial
  const phi = trend === 'Ad' ? 0.95 : 1
  return [0.05, 0.2, 0.5, 0.9].flatMap(alpha =>
    (season === 'N' ? [0] : [0.02, 0.2]).map(gamma => ({
      alpha,
      beta: trend === 'N' ? 0 : 0.1 * alpha,
      gamma,
      phi,
      level,
      slope,
      seasonal,
    })),
  )
}
