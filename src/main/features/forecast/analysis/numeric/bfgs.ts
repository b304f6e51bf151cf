/** A function with its gradient: writes the gradient at `x` into `gradient` and returns the value; +∞ or NaN where `x` is not allowed. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

/**
 * Minimises a smooth function by BFGS with a backtracking line search (Nocedal & Wright 2006, algorithm 6.1). `x` is the start and
 * becomes the minimum. Stops when two steps in a row gain less than `tolerance`. Not for functions with kinks.
 * @returns the value at the minimum found; +∞ where the start itself is not allowed.
 */
export function minimise(f: Objective, x: Float64Array, tolerance: number, iterations: number): number {
  const n = x.length
  const gradient = new Float64Array(n)
  let value = f(x, gradient)
  if (!Number.isFinite(value) || n === 0) return Number.isFinite(value) ? value : Infinity
  const inverse = new Float64Array(n * n)
  const direction = new Float64Array(n)
  const trial = new Float64Array(n)
  const after = new Float64Array(n)
  const step = new Float64Array(n)
  const hy = new Float64Array(n)
  let fresh = true
  let idle = 0
  for (let iteration = 0; iteration < iterations; iteration++) {
    if (fresh) steepest(inverse, gradient, n)
    multiply(inverse, gradient, direction, n)
    let slope = 0
    for (let i = 0; i < n; i++) {
      direction[i] = -(direction[i] as number)
      slope += (direction[i] as number) * (gradient[i] as number)
    }
    if (!(slope < 0)) {
      if (fresh) return value
      fresh = true
      continue
    }
    let length = 1
    let found = Infinity
    for (let tries = 0; tries < 25; tries++) {
      for (let i = 0; i < n; i++) trial[i] = (x[i] as number) + length * (direction[i] as number)
      found = f(trial, after)
      if (found <= value + 1e-4 * length * slope) break
      // The parabola through what is known, kept within a tenth and a half of the step.
      const parabola = Number.isFinite(found)
        ? (-slope * length) / (2 * ((found - value) / length - slope))
        : 0
      length = Math.min(Math.max(parabola, 0.1 * length), 0.5 * length)
    }
    if (!(found < value)) {
      if (fresh) return value
      fresh = true
      continue
    }
    const gain = value - found
    let curvature = 0
    for (let i = 0; i < n; i++) {
      step[i] = (trial[i] as number) - (x[i] as number)
      // From here on `gradient` is the difference of gradients until the update is done.
      gradient[i] = (after[i] as number) - (gradient[i] as number)
      curvature += (step[i] as number) * (gradient[i] as number)
    }
    if (curvature > 1e-12) {
      if (fresh) scale(inverse, curvature, gradient, n)
      update(inverse, step, gradient, hy, curvature, n)
      fresh = false
    }
    x.set(trial)
    gradient.set(after)
    value = found
    idle = gain < tolerance ? idle + 1 : 0
    if (idle >= 2) break
  }
  return value
}

function steepest(inverse: Float64Array, gradient: Float64Array, n: number): void {
  let norm = 0
  for (let i = 0; i < n; i++) norm += (gradient[i] as number) ** 2
  const size = 0.1 / Math.max(Math.sqrt(norm), 1e-12)
  inverse.fill(0)
  for (let i = 0; i < n; i++) inverse[i * n + i] = size
}

/** Before the first update: the identity in the function's own scale (Nocedal & Wright 6.20). */
function scale(inverse: Float64Array, curvature: number, y: Float64Array, n: number): void {
  let yy = 0
  for (let i = 0; i < n; i++) yy += (y[i] as number) ** 2
  inverse.fill(0)
  for (let i = 0; i < n; i++) inverse[i * n + i] = curvature / yy
}

function multiply(a: Float64Array, x: Float64Array, out: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < n; j++) sum += (a[i * n + j] as number) * (x[j] as number)
    out[i] = sum
  }
}

/** H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ. */
function update(
  h: Float64Array,
  s: Float64Array,
  y: Float64Array,
  hy: Float64Array,
  sy: number,
  n: number,
): void {
  multiply(h, y, hy, n)
  let yhy = 0
  for (let i = 0; i < n; i++) yhy += (y[i] as number) * (hy[i] as number)
  const ss = (1 + yhy / sy) / sy
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      h[i * n + j] =
        (h[i * n + j] as number) +
        ss * (s[i] as number) * (s[j] as number) -
        ((hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number)) / sy
}
