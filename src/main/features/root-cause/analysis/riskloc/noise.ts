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
  const most = Math.max(1, Math.floor(n * 0.9))
  const least = ratios.subarray(0, n)
  if (most < n) selectSmallest(least, most)
  let sum = 0
  for (let i = 0; i < most; i += 1) sum += least[i] as number
  selectSmallest(least, n >> 1)
  const median = (least[n >> 1] as number) / CHI_MEDIAN
  const trimmed = sum / most / CHI_TRIMMED
  const noise = Math.min(median, trimmed)
  // Where a leaf is one invoice in one period, every ratio is 1, and the factors that suit χ² make too much of it.
  if (noise > 1) return Math.max(1, noise * CHI_TRIMMED)
  // No ledger is so quiet that a rounding is evidence.
  return Math.max(noise, 1e-6)
}

/** Moves the k smallest values to the front, the next one to place k (Hoare's quickselect, the middle of three as pivot). Needs 0 ≤ k < length. */
function selectSmallest(values: Float64Array, k: number): void {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const [x, y, z] = [values[from] as number, values[(from + to) >> 1] as number, values[to] as number]
    const pivot = Math.max(Math.min(x, y), Math.min(Math.max(x, y), z))
    let i = from
    let j = to
    while (i <= j) {
      while ((values[i] as number) < pivot) i += 1
      while ((values[j] as number) > pivot) j -= 1
      if (i > j) break
      const kept = values[i] as number
      values[i] = values[j] as number
      values[j] = kept
      i += 1
      j -= 1
    }
    if (k <= j) to = j
    else if (k >= i) from = i
    else return
  }
}
