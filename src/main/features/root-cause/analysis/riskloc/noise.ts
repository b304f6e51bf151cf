import type { LeafFigures } from './search.ts'

/** Median of χ² with one degree of freedom, and its mean below the 90th percentile. */
const CHI_MEDIAN = 0.4549364
const CHI_TRIMMED = 0.6231

/**
 * By how much leaves outside the causes move, as a multiple of Σ amount² of their rows: 1 where invoices come and go by chance (a compound
 * Poisson sum), far less where the same amounts return each period. Robust: the leaves of a cause not yet found must not count as noise.
 */
export function noiseOf(figures: LeafFigures, taken: Uint8Array, background: number): number {
  const ratios = new Float64Array(taken.length)
  let n = 0
  for (let i = 0; i < taken.length; i += 1) {
    const precision = figures.precision[i] as number
    if (taken[i] === 1 || precision === 0) continue
    const away = (figures.delta[i] as number) - background * (figures.m[i] as number)
    ratios[n++] = away * away * precision
  }
  if (n === 0) return 1
  const sorted = ratios.subarray(0, n).sort()
  const median = (sorted[n >> 1] as number) / CHI_MEDIAN
  const most = Math.max(1, Math.floor(n * 0.9))
  let sum = 0
  for (let i = 0; i < most; i += 1) sum += sorted[i] as number
  const trimmed = sum / most / CHI_TRIMMED
  const noise = Math.min(median, trimmed)
  // Where a leaf is one invoice in one period, every ratio is 1, and the factors that suit χ² make too much of it.
  if (noise > 1) return Math.max(1, noise * CHI_TRIMMED)
  // No ledger is so quiet that a rounding is evidence.
  return Math.max(noise, 1e-6)
}
