/** Seasonal indices of a classical decomposition: `indices[i]` belongs to observation i and to every i + k·season. */
export interface Decomposition {
  /** One index a season's position; additive ones sum to 0, multiplicative ones have mean 1. */
  indices: Float64Array
  /** Observations without their seasonal part. */
  adjusted: Float64Array
}

/**
 * Classical seasonal decomposition by a centred moving average (as R's `decompose`). Needs two whole seasons.
 * `multiplicative` only for positive values.
 */
export function decompose(
  y: ArrayLike<number>,
  season: number,
  kind: 'additive' | 'multiplicative',
): Decomposition {
  const n = y.length
  const half = Math.floor(season / 2)
  const even = season % 2 === 0
  const sums = new Float64Array(season)
  const counts = new Float64Array(season)
  for (let t = half; t < n - half; t++) {
    let trend = 0
    for (let k = -half; k <= half; k++)
      trend += (y[t + k] as number) * (even && (k === -half || k === half) ? 0.5 : 1)
    trend /= season
    const value = kind === 'additive' ? (y[t] as number) - trend : (y[t] as number) / trend
    sums[t % season] = (sums[t % season] as number) + value
    counts[t % season] = (counts[t % season] as number) + 1
  }
  const indices = sums.map((sum, i) => sum / (counts[i] as number))
  const mean = indices.reduce((a, b) => a + b, 0) / season
  for (let i = 0; i < season; i++)
    indices[i] = kind === 'additive' ? (indices[i] as number) - mean : (indices[i] as number) / mean
  const adjusted = Float64Array.from(y, (value, t) =>
    kind === 'additive' ? value - (indices[t % season] as number) : value / (indices[t % season] as number),
  )
  return { indices, adjusted }
}

/** Autocorrelations of lags 1 to `lags` (R's `acf`: each sum is divided by n, not by n − lag). */
export function autocorrelations(y: ArrayLike<number>, lags: number): Float64Array {
  const n = y.length
  let mean = 0
  for (let t = 0; t < n; t++) mean += (y[t] as number) / n
  let variance = 0
  for (let t = 0; t < n; t++) variance += ((y[t] as number) - mean) ** 2
  return Float64Array.from({ length: lags }, (_, i) => {
    let sum = 0
    for (let t = i + 1; t < n; t++) sum += ((y[t] as number) - mean) * ((y[t - i - 1] as number) - mean)
    return variance === 0 ? 0 : sum / variance
  })
}

/**
 * Whether a series repeats itself every `season` observations: its autocorrelation there is beyond the 90 % bounds of a process
 * whose shorter autocorrelations are as seen (the test of the M3 and M4 competitions). Needs more than two seasons.
 */
export function isSeasonal(y: ArrayLike<number>, season: number): boolean {
  if (season < 2 || y.length <= 2 * season) return false
  const r = autocorrelations(y, season)
  let sum = 0
  for (let i = 0; i < season - 1; i++) sum += (r[i] as number) ** 2
  return Math.abs(r[season - 1] as number) > 1.6448536269514722 * Math.sqrt((1 + 2 * sum) / y.length)
}

/** Intercept and slope of the least-squares line through y at 0, 1, 2 … */
export function line(y: ArrayLike<number>, count = y.length): { intercept: number; slope: number } {
  if (count < 2) return { intercept: y[0] ?? 0, slope: 0 }
  const middle = (count - 1) / 2
  let mean = 0
  for (let t = 0; t < count; t++) mean += (y[t] as number) / count
  let top = 0
  let bottom = 0
  for (let t = 0; t < count; t++) {
    top += (t - middle) * ((y[t] as number) - mean)
    bottom += (t - middle) ** 2
  }
  const slope = top / bottom
  return { intercept: mean - slope * middle, slope }
}
