import type ARIMA from 'arima'

/** What the feature loads once (arima-runtime.ts). */
export type ArimaPackage = typeof ARIMA

/** Order of a seasonal ARIMA model: (p,d,q)(P,D,Q). */
export interface ArimaOrder {
  p: number
  d: number
  q: number
  P: number
  D: number
  Q: number
}

export const AIRLINE: ArimaOrder = { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1 }

/** '(0,1,1)(0,1,1)[12]'; without a season only its first part. */
export const orderName = ({ p, d, q, P, D, Q }: ArimaOrder, season: number): string =>
  P + D + Q === 0 ? `(${p},${d},${q})` : `(${p},${d},${q})(${P},${D},${Q})[${season}]`

/** Values that the package wants for an order, and one more than the estimated parameters. */
export function leastLength({ p, d, q, P, D, Q }: ArimaOrder, season: number): number {
  const seasonal = P + D + Q > 0 ? season : 0
  return Math.max(d + seasonal * D + Math.max(p + q, 2 * seasonal, 10), d + seasonal * D + p + q + P + Q + 3)
}

/**
 * Fits one order by exact maximum likelihood and predicts. `regressors`: columns of known values, past then future. Undefined where
 * the series is too short, or where the optimiser ends in nothing (not finite, or away from all that was seen).
 * The package answers variances, keeps its model in WebAssembly memory until `destroy`, and its `auto` is never used: it is slow
 * and worse than any fixed order.
 */
export function predictArima(
  Arima: ArimaPackage,
  y: Float64Array,
  order: ArimaOrder,
  season: number,
  horizon: number,
  regressors?: { past: Float64Array[]; future: Float64Array[] },
): { mean: Float64Array; variance: Float64Array } | undefined {
  if (y.length < leastLength(order, season)) return undefined
  const model = new Arima({ ...order, s: order.P + order.D + order.Q === 0 ? 0 : season, verbose: false })
  try {
    const past = regressors?.past.map(column => [...column]) ?? []
    const future = regressors?.future.map(column => [...column]) ?? []
    model.train([...y], past)
    const [mean, variance] = model.predict(horizon, future)
    return isSensible(y, mean, variance)
      ? { mean: Float64Array.from(mean), variance: Float64Array.from(variance) }
      : undefined
  } finally {
    model.destroy()
  }
}

function isSensible(y: Float64Array, mean: number[], variance: number[]): boolean {
  let low = Infinity
  let high = -Infinity
  for (const value of y) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const span = Math.max(high - low, Math.abs(high), Math.abs(low), 1e-9)
  return (
    mean.every(value => Number.isFinite(value) && Math.abs(value - (high + low) / 2) < 20 * span) &&
    variance.every(value => Number.isFinite(value) && value >= 0)
  )
}
