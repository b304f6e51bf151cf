import { compareText } from '../../../../../shared/query/order.ts'
import { AFTER, BEFORE, combined, type Leaves } from '../riskloc/leaves.ts'
import type { Factor } from '../two-periods/two-periods.ts'

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
  leaves: Leaves,
  factors: readonly Factor[],
  least: number,
  cancelled = (): boolean => false,
): Reclassification[] {
  if (factors.length < 2) return []
  const ended = endedOrBegun(leaves)
  const found: Reclassification[] = []
  for (const own of factors.keys()) {
    const moved = movedIn(leaves, ended, factors, own, cancelled)
    if (cancelled()) return []
    found.push(...moved.filter(one => Math.abs(one.amount) >= least))
  }
  return found.sort(
    (a, b) =>
      Math.abs(b.amount) - Math.abs(a.amount) ||
      compareText(a.dimension + a.from + a.to, b.dimension + b.from + b.to),
  )
}

/** The leaves with rows in one period only, and each factor's codes of them. */
interface OneSided {
  leaves: Int32Array
  codes: Int32Array[]
}

function endedOrBegun({ count, periods, codes }: Leaves): OneSided {
  const chosen = new Int32Array(count)
  let n = 0
  for (let leaf = 0; leaf < count; leaf += 1)
    if (periods[leaf] === BEFORE || periods[leaf] === AFTER) chosen[n++] = leaf
  const leaves = chosen.slice(0, n)
  return { leaves, codes: codes.map(column => leaves.map(leaf => column[leaf] as number)) }
}

/** Of a place's leaves the only one, as its number + 1: several that stop or begin cannot be told apart. */
const SEVERAL = -1

function movedIn(
  { periods, before, after, sizes }: Leaves,
  { leaves, codes }: OneSided,
  factors: readonly Factor[],
  own: number,
  cancelled: () => boolean,
): Reclassification[] {
  const { id, keys } = factors[own] as Factor
  const others = codes
    .map((column, f) => ({ codes: column, size: sizes[f] as number }))
    .filter((_, f) => f !== own)
  const { ids: context, groups: contexts } = combined(others, leaves.length, cancelled)
  if (cancelled()) return []
  const gone = new Int32Array(contexts)
  const come = new Int32Array(contexts)
  for (let k = 0; k < leaves.length; k += 1) {
    const into = periods[leaves[k] as number] === BEFORE ? gone : come
    const place = context[k] as number
    into[place] = into[place] === 0 ? k + 1 : SEVERAL
  }
  if (cancelled()) return []
  const codeOf = (k: number): number => (codes[own] as Int32Array)[k] as number
  const found = new Map<number, Reclassification>()
  for (let place = 0; place < contexts; place += 1) {
    const left = (gone[place] as number) - 1
    const arrived = (come[place] as number) - 1
    if (left < 0 || arrived < 0) continue
    const lost = before[leaves[left] as number] as number
    const gained = after[leaves[arrived] as number] as number
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
