import type { Factor } from '../two-periods/two-periods.ts'

/**
 * Cramér's V of two factors with the bias correction of W. Bergsma (2013): 0 where they have nothing to do with one another, 1 where one
 * tells the other. null where either does not vary.
 */
export function cramersV(a: Factor, b: Factor): number | null {
  const n = a.codes.length
  const rows = countsOf(a)
  const columns = countsOf(b)
  const r = rows.filter(c => c > 0).length
  const k = columns.filter(c => c > 0).length
  if (r < 2 || k < 2 || n < 2) return null
  const cells = new Map<number, number>()
  for (let i = 0; i < n; i += 1) {
    const key = (a.codes[i] as number) * columns.length + (b.codes[i] as number)
    cells.set(key, (cells.get(key) ?? 0) + 1)
  }
  let inside = 0
  for (const [key, count] of cells) {
    const row = rows[Math.floor(key / columns.length)] as number
    const column = columns[key % columns.length] as number
    inside += (count * count) / (row * column)
  }
  // χ² ÷ n = Σ O² ÷ (R·C) − 1
  const phi2 = Math.max(0, inside - 1 - ((r - 1) * (k - 1)) / (n - 1))
  const r2 = r - (r - 1) ** 2 / (n - 1)
  const k2 = k - (k - 1) ** 2 / (n - 1)
  const most = Math.min(r2 - 1, k2 - 1)
  return most > 0 ? Math.min(1, Math.sqrt(phi2 / most)) : null
}

/** Correlation ratio η of numbers by a factor: the root of the share of variance between members. null where either does not vary. */
export function correlationRatio(factor: Factor, numbers: Float64Array): number | null {
  const counts = countsOf(factor)
  const sums = new Float64Array(counts.length)
  let whole = 0
  for (let i = 0; i < numbers.length; i += 1) {
    const code = factor.codes[i] as number
    sums[code] = (sums[code] as number) + (numbers[i] as number)
    whole += numbers[i] as number
  }
  const n = numbers.length
  const members = counts.filter(c => c > 0).length
  if (members < 2 || n <= members) return null
  const mean = whole / n
  let variance = 0
  for (const value of numbers) variance += (value - mean) ** 2
  if (variance === 0) return null
  let between = 0
  for (let code = 0; code < counts.length; code += 1)
    if ((counts[code] as number) > 0)
      between += (counts[code] as number) * ((sums[code] as number) / (counts[code] as number) - mean) ** 2
  // Adjusted as R² is: many members tell some variance by chance alone.
  const adjusted = 1 - ((1 - between / variance) * (n - 1)) / (n - members)
  return Math.sqrt(Math.max(0, Math.min(1, adjusted)))
}

function countsOf({ codes, keys }: Factor): Float64Array {
  const counts = new Float64Array(keys.length)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  return counts
}
