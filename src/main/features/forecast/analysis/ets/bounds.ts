/**
 * The usual bounds, as R's `ets` has them: 0.0001 ≤ α ≤ 0.9999, 0.0001 ≤ β ≤ α, 0.0001 ≤ γ ≤ 1 − α, 0.8 ≤ φ ≤ 0.98. The search runs
 * over free numbers that a logistic curve maps into them.
 */
export const LOW = 0.0001
export const HIGH = 0.9999
export const PHI_LOW = 0.8
export const PHI_HIGH = 0.98

/** A free number to one between `low` and `high`. */
export const squash = (free: number, low: number, high: number): number =>
  low + (high - low) / (1 + Math.exp(-free))

/** The inverse of `squash`; values at the ends are moved a little inside. */
export function unsquash(value: number, low: number, high: number): number {
  const share = Math.min(Math.max((value - low) / (high - low), 1e-6), 1 - 1e-6)
  return Math.log(share / (1 - share))
}

/** Derivative of `squash` by its free number, from its value. */
export const squashSlope = (value: number, low: number, high: number): number =>
  high > low ? ((value - low) * (high - value)) / (high - low) : 0

/**
 * Whether old observations lose their weight (Hyndman, Akram & Archibald 2008): all roots of the model's characteristic polynomial
 * lie within the unit circle or on it. Without a season the usual bounds are enough.
 */
export function isAdmissible(
  alpha: number,
  beta: number,
  gamma: number,
  phi: number,
  season: number,
): boolean {
  if (season < 2) return true
  const degree = season + 1
  // Ascending powers; scaled so that roots on the circle fall just inside.
  const p = new Float64Array(degree + 1)
  p[0] = phi * (1 - alpha - gamma)
  p[1] = alpha + beta - alpha * phi + gamma - 1
  for (let k = 2; k < season; k++) p[k] = alpha + beta - alpha * phi
  p[season] = (season === 1 ? (p[season] as number) : 0) + alpha + beta - phi
  p[degree] = 1
  let factor = 1
  for (let k = 0; k <= degree; k++) {
    p[k] = (p[k] as number) * factor
    factor *= 1 + 1e-6
  }
  return hasRootsInside(p)
}

/** Schur–Cohn by Jury's reduction: whether all roots of a polynomial (ascending powers) lie inside the unit circle. */
export function hasRootsInside(polynomial: Float64Array): boolean {
  let p = polynomial
  for (let degree = p.length - 1; degree > 0; degree--) {
    const lead = p[degree] as number
    const last = p[0] as number
    if (!(Math.abs(last) < Math.abs(lead))) return false
    const next = new Float64Array(degree)
    for (let k = 0; k < degree; k++)
      next[k] = (p[k + 1] as number) - (last / lead) * (p[degree - k - 1] as number)
    p = next
  }
  return true
}
