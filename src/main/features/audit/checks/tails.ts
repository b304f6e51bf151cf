import f from '@stdlib/stats-base-dists-f'

/**
 * P(χ² with `df` degrees of freedom ≥ x), by the upper incomplete gamma function itself: 1 − cdf is nought long before the tail is.
 * Source: Abramowitz and Stegun 26.4.4 and 26.4.5 by the recurrence 6.5.22, whose terms are all positive.
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(x > 0)) return 1
  const half = x / 2
  // Q(a + 1, h) = Q(a, h) + h^a e^-h ÷ Γ(a + 1), from a = 1 (even) or a = ½ (odd).
  const odd = df % 2 === 1
  let tail = odd ? erfc(Math.sqrt(half)) : Math.exp(-half)
  let logTerm = odd ? Math.log(half) / 2 - half - Math.log(Math.sqrt(Math.PI) / 2) : Math.log(half) - half
  for (let a = odd ? 0.5 : 1; a < df / 2; a += 1) {
    tail += Math.exp(logTerm)
    logTerm += Math.log(half) - Math.log(a + 1)
  }
  return Math.min(1, tail)
}

/** 1 − erf(x), x ≥ 0: the series of erf below 2, the continued fraction above (Abramowitz and Stegun 7.1.6 and 7.1.14). */
function erfc(x: number): number {
  if (x < 2) {
    let term = x
    let sum = x
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
  }
  let fraction = 0
  for (let n = 120; n >= 1; n -= 1) fraction = n / 2 / (x + fraction)
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction))
}

/** P(X ≥ k) of n trials with chance p: exact, as a lower tail of F, so that small ones are not lost. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  if (k > n || p <= 0) return 0
  if (p >= 1) return 1
  return f.cdf(((n - k + 1) * p) / (k * (1 - p)), 2 * k, 2 * (n - k + 1))
}

/** The quantile of a beta distribution, through F. */
export function betaQuantile(q: number, a: number, b: number): number {
  const value = f.quantile(q, 2 * a, 2 * b)
  return (a * value) / (b + a * value)
}

/** The expected number of errors at which `errors` or fewer are found with the chance 1 − confidence (percent): 3.00, 4.74, 6.30 … at 95 %. */
export function poissonFactor(errors: number, confidence: number): number {
  // P(X ≤ k; λ) = P(χ² with 2(k + 1) degrees ≥ 2λ); it falls in λ.
  const alpha = 1 - confidence / 100
  let low = 0
  let high = 10 + 3 * (errors + 1) - 2 * Math.log(alpha)
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2
    if (poissonLower(errors, middle) > alpha) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const poissonLower = (k: number, lambda: number): number => chiSquareTail(2 * lambda, 2 * (k + 1))
