import { compareText } from '../../../../../shared/query/order.ts'
import { combine } from '../riskloc/leaves.ts'
import { sumByCode, type TwoPeriods } from '../two-periods/two-periods.ts'

/** What left one member of a dimension and appears under another, with all its other members the same: no change in cost. */
export interface Reclassification {
  dimension: string
  from: string
  to: string
  /** Minor units that moved: the smaller of what left and what came. */
  amount: number
  /** Combinations of the other members that moved. */
  combinations: number
}

/** What comes must be so much of what left, and no more than its inverse: a move with a little growth, not a coincidence. */
const ALIKE = 0.5

/**
 * Finds members that stopped where others began: for each combination of the other factors' members, a member with rows only before and
 * one with rows only after, of like amounts. Needs at least two factors. Moves of less than `least` (minor units) are left out.
 */
export function reclassified(table: TwoPeriods, least: number): Reclassification[] {
  if (table.factors.length < 2) return []
  const found = new Map<string, Reclassification>()
  for (const [own, factor] of table.factors.entries()) {
    let context: Int32Array = new Int32Array(table.count)
    let contexts = 1
    for (const [k, other] of table.factors.entries()) {
      if (k === own) continue
      const made = combine(context, contexts, other.codes, other.keys.length)
      context = made.ids
      contexts = made.groups
    }
    const { ids, groups } = combine(context, contexts, factor.codes, factor.keys.length)
    const sums = sumByCode(table, ids, groups)
    const first = new Int32Array(groups).fill(-1)
    for (let i = 0; i < ids.length; i += 1) if (first[ids[i] as number] === -1) first[ids[i] as number] = i
    const gone = new Map<number, number[]>()
    const come = new Map<number, number[]>()
    for (let g = 0; g < groups; g += 1) {
      const before = sums.rowsBefore[g] as number
      const after = sums.rowsAfter[g] as number
      if (before > 0 === after > 0) continue
      const into = before > 0 ? gone : come
      const place = context[first[g] as number] as number
      into.set(place, [...(into.get(place) ?? []), g])
    }
    for (const [place, left] of gone) {
      const arrived = come.get(place)
      // Several that stop and several that begin cannot be told apart.
      if (left.length !== 1 || arrived?.length !== 1) continue
      const lost = Number(sums.before(left[0] as number))
      const gained = Number(sums.after(arrived[0] as number))
      const ratio = gained / lost
      const amount = Math.sign(lost) * Math.min(Math.abs(lost), Math.abs(gained))
      if (!(ratio >= ALIKE && ratio <= 1 / ALIKE)) continue
      const keyOf = (g: number): string => factor.keys[factor.codes[first[g] as number] as number] as string
      const from = keyOf(left[0] as number)
      const to = keyOf(arrived[0] as number)
      const name = JSON.stringify([factor.id, from, to])
      const known = found.get(name)
      found.set(name, {
        dimension: factor.id,
        from,
        to,
        amount: (known?.amount ?? 0) + amount,
        combinations: (known?.combinations ?? 0) + 1,
      })
    }
  }
  return [...found.values()]
    .filter(one => Math.abs(one.amount) >= least)
    .sort(
      (a, b) =>
        Math.abs(b.amount) - Math.abs(a.amount) ||
        compareText(a.dimension + a.from + a.to, b.dimension + b.from + b.to),
    )
}
