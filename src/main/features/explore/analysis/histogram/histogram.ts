import { quantile } from '../../../../../shared/stats/quantile.ts'

export interface Bin {
  from: number
  to: number
  count: number
}

/**
 * Counts `sorted` (ascending) in equal bins between its 1st and 99th percentile; what lies beyond is in the first and the last bin,
 * whose bounds are the least and the greatest value: one large invoice must not press all others into one bar.
 */
export function histogram(sorted: Float64Array, bins: number): Bin[] {
  const n = sorted.length
  if (n === 0) return []
  const least = sorted[0] as number
  const most = sorted[n - 1] as number
  const low = quantile(sorted, 1) ?? least
  const high = quantile(sorted, 99) ?? most
  if (low >= high) return [{ from: least, to: most, count: n }]
  const width = (high - low) / bins
  const made = Array.from({ length: bins }, (_, b) => ({
    from: b === 0 ? least : low + b * width,
    to: b === bins - 1 ? most : low + (b + 1) * width,
    count: 0,
  }))
  for (const value of sorted) {
    const b = Math.max(0, Math.min(bins - 1, Math.floor((value - low) / width)))
    ;(made[b] as Bin).count += 1
  }
  return made
}

/** Tukey's box of ascending values: quartiles (type 7), whiskers within 1.5 × the interquartile range, and how many lie beyond. */
export function boxOf(sorted: Float64Array) {
  const q1 = quantile(sorted, 25) ?? 0
  const median = quantile(sorted, 50) ?? 0
  const q3 = quantile(sorted, 75) ?? 0
  const reach = 1.5 * (q3 - q1)
  const inside = sorted.filter(v => v >= q1 - reach && v <= q3 + reach)
  return {
    count: sorted.length,
    low: Math.min(q1, inside[0] ?? q1),
    q1,
    median,
    q3,
    high: Math.max(q3, inside.at(-1) ?? q3),
    outliers: sorted.length - inside.length,
  }
}
