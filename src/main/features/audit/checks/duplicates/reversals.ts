import { stepAt, type Population, type Steps } from '../population.ts'

/**
 * Rows without those that were taken back: a row and one of the same payee with the opposite amount, paired off one to one, first
 * where the reference is the same, then the nearest in time. Two payments and one reversal leave one payment.
 */
export function withoutReversals(
  { amounts, date, reference }: Population,
  payees: readonly string[] | undefined,
  rows: readonly number[],
  days: number,
  steps: Steps,
): { kept: number[]; reversed: number } {
  const sides = new Map<string, { plus: number[]; minus: number[] }>()
  for (const [i, row] of rows.entries()) {
    stepAt(steps, i, rows.length)
    const amount = amounts[row] as number
    const key = `${Math.abs(amount)}\u0000${payees?.[row] ?? ''}`
    const both = sides.get(key) ?? { plus: [], minus: [] }
    ;(amount > 0 ? both.plus : both.minus).push(row)
    sides.set(key, both)
  }
  const gone = new Set<number>()
  const apart = (a: number, b: number): number => {
    const distance = date ? Math.abs((date[a] as number) - (date[b] as number)) : 0
    return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance
  }
  let side = 0
  for (const { plus, minus } of sides.values()) {
    stepAt(steps, (side += 1), sides.size)
    if (plus.length === 0 || minus.length === 0) continue
    for (const same of [true, false])
      for (const row of minus) {
        if (gone.has(row)) continue
        let best: number | undefined
        for (const other of plus) {
          if (gone.has(other) || apart(row, other) > days) continue
          if (same && !sameReference(reference, row, other)) continue
          if (best === undefined || apart(row, other) < apart(row, best)) best = other
        }
        if (best === undefined) continue
        gone.add(row)
        gone.add(best)
      }
  }
  return { kept: rows.filter(row => !gone.has(row)), reversed: gone.size }
}

function sameReference(reference: readonly string[] | undefined, a: number, b: number): boolean {
  const text = reference?.[a]?.trim() ?? ''
  return text !== '' && text === reference?.[b]?.trim()
}
