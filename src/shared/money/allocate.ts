import { minor, type Minor } from './minor.ts'

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder; ties to the earlier part).
 * `weights`: non-negative integers, not all zero. Used for splits and for rounded columns that must sum to their total.
 */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  const sum = weights.reduce((a, w) => a + BigInt(w), 0n)
  if (sum <= 0n || weights.some(w => w < 0))
    throw new RangeError('weights must be non-negative and not all zero')
  const sign = amount < 0 ? -1n : 1n
  const size = BigInt(amount) * sign
  const parts = weights.map(w => (size * BigInt(w)) / sum)
  const order = weights
    .map((w, i) => ({ i, remainder: (size * BigInt(w)) % sum }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  let left = size - parts.reduce((a, p) => a + p, 0n)
  for (const { i } of order) {
    if (left === 0n) break
    parts[i] = (parts[i] as bigint) + 1n
    left -= 1n
  }
  return parts.map(p => minor(Number(p * sign)))
}
