import type { BENFORD_DIGITS } from '../../../../../shared/data/audit-request.ts'

export type Digits = (typeof BENFORD_DIGITS)[number]

/** The least and the number of values: first-two digits are 10 … 99. */
export const VALUES: Record<Digits, { from: number; count: number }> = {
  first: { from: 1, count: 9 },
  second: { from: 0, count: 10 },
  'first-two': { from: 10, count: 90 },
  'last-two': { from: 0, count: 100 },
}

/** Expected shares by Benford's law; the last two digits of numbers with four or more are as good as uniform. */
export function expectedShares(digits: Digits): Float64Array {
  const { from, count } = VALUES[digits]
  return Float64Array.from({ length: count }, (_, i) => {
    if (digits === 'last-two') return 1 / count
    if (digits !== 'second') return Math.log10(1 + 1 / (from + i))
    let share = 0
    for (let first = 1; first <= 9; first += 1) share += Math.log10(1 + 1 / (10 * first + i))
    return share
  })
}

/** The digits of |amount|, in whole units of the last place; undefined where it does not count: |x| < 10, or too few digits to tell the last two. */
export function digitsOf(amount: number, places: number, digits: Digits): number | undefined {
  const size = Math.abs(amount)
  if (size < 10 * 10 ** places) return undefined
  if (digits === 'last-two') return size < 1000 ? undefined : size % 100
  // As text: a division would round 29999999999999996 up.
  const text = String(size)
  if (digits === 'first') return Number(text[0])
  return digits === 'second' ? Number(text[1]) : Number(text.slice(0, 2))
}
