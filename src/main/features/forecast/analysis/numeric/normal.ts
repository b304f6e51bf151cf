import { sfc32 } from '../../../../../shared/stats/random.ts'

/**
 * Quantile of the standard normal distribution for 0 < p < 1; relative error below 1.2e-9 (P. J. Acklam's rational approximation).
 * @example normalQuantile(0.975) // 1.959964
 */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)))
  if (p > 0.97575) return -tail(Math.sqrt(-2 * Math.log(1 - p)))
  const q = p - 0.5
  const r = q * q
  const above =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239
  const below =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return (q * above) / below
}

function tail(q: number): number {
  const above =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
      q +
      4.374664141464968) *
      q +
    2.938163982698783
  const below =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q +
    1
  return above / below
}

/** z such that a standard normal lies within ±z with `level` percent probability. */
export const zOfLevel = (level: number): number => normalQuantile(0.5 + level / 200)

/** Seeded standard normal deviates (sfc32 by C. Doty-Humphrey; polar method of Marsaglia). The same seed gives the same deviates. */
export function normalDeviates(seed: number): () => number {
  const next = uniformDeviates(seed)
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const f = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * f
      return u * f
    }
  }
}

/** Seeded uniform deviates in [0, 1). */
export const uniformDeviates = (seed: number): (() => number) =>
  sfc32(0x9e3779b9, 0x243f6a88, 0xb7e15162, seed ^ 0xdeadbeef)
