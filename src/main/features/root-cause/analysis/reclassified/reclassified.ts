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
 * one with rows only after, of like amounts. Needs at least two factors. Moves of less than `least` (minor units) are left out. Once
 * `cancelled`, it ends early, and what it returns is not all.
 */
export function reclassified(
  table: TwoPeriods,
  least: number,
  cancelled = (): boolean => false,
): Reclassification[] {
  if (table.factors.length < 2) return []
  const found: Reclassification[] = []
  for (const own of table.factors.keys()) {
    const moved = movedIn(table, own, cancelled)
    if (cancelled()) return []
    found.push(...moved.filter(one => Math.abs(one.amount) >= least))
  }
  return found.sort(
    (a, b) =>
      Math.abs(b.amount) - Math.abs(a.amount) ||
      compareText(a.dimension + a.from + a.to, b.dimension + b.from + b.to),
  )
}

/** Of a place's groups the only one, as its number + 1: several that stop or begin cannot be told apart. */
const SEVERAL = -1

function movedIn(table: TwoPeriods, own: number, cancelled: () => boolean): Reclassification[] {
  const { id, codes, keys } = table.factors[own] as TwoPeriods['factors'][number]
  let context: Int32Array = new Int32Array(table.count)
  let contexts = 1
  for (const [k, other] of table.factors.entries()) {
    if (k === own) continue
    if (cancelled()) return []
    const made = combine(context, contexts, other.codes, other.keys.length)
    context = made.ids
    contexts = made.groups
  }
  const { ids, groups } = combine(context, contexts, codes, keys.length)
  if (cancelled()) return []
  const sums = sumByCode(table, ids, groups)
  const first = new Int32Array(groups).fill(-1)
  for (let i = 0; i < ids.length; i += 1) if (first[ids[i] as number] === -1) first[ids[i] as number] = i
  const gone = new Int32Array(contexts)
  const come = new Int32Array(contexts)
  for (let g = 0; g < groups; g += 1) {
    const before = (sums.rowsBefore[g] as number) > 0
    const after = (sums.rowsAfter[g] as number) > 0
    if (before === after) continue
    const into = before ? gone : come
    const place = context[first[g] as number] as number
    into[place] = into[place] === 0 ? g + 1 : SEVERAL
  }
  if (cancelled()) return []
  const codeOf = (g: number): number => codes[first[g] as number] as number
  const found = new Map<number, Reclassification>()
  for (let place = 0; place < contexts; place += 1) {
    const left = (gone[place] as number) - 1
    const arrived = (come[place] as number) - 1
    if (left < 0 || arrived < 0) continue
    const lost = Number(sums.before(left))
    const gained = Number(sums.after(arrived))
    const ratio = gained / lost
    if (!(ratio >= ALIKE && ratio <= 1 / ALIKE)) continue
    const [from, to] = [codeOf(left), codeOf(arrived)]
    const pair = from * keys.length + to
    const known = found.get(pair)
    found.set(pair, {
      dimension: id,
      from: keys[from] as string,
      to: keys[to] as string,
      amount: (known?.amount ?? 0) + Math.sign(lost) * Math.min(Math.abs(lost), Math.abs(gained)),
      combinations: (known?.combinations ?? 0) + 1,
    })
  }
  return [...found.values()]
}
