import type { Ranking } from '../../../shared/contract/dashboard.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import { largestOf } from './largest.ts'
import { add, amountsOf, minus, turn, type Amounts } from './sides.ts'

/** The first of these dimensions that has members in this workspace. */
export function firstUsed(engine: Columnar, candidates: readonly string[]): string {
  const used = candidates.find(id => engine.dictionaries.registry.has(id) && engine.dictionary(id).size > 1)
  return used ?? (candidates[0] as string)
}

/** The size of each member's change, so that the largest of them can be found. */
function changesOf(now: Amounts, before: Amounts): Amounts {
  return {
    groups: Math.max(now.groups, before.groups),
    entries: code => now.entries(code) + before.entries(code),
    at: code => {
      const [is, was] = [now.at(code), before.at(code)]
      if (is === undefined && was === undefined) return undefined
      const change = minus(is ?? 0, was ?? 0)
      return change < 0 ? turn(change, -1) : change
    },
  }
}

/**
 * The largest members of a dimension; what they leave over is `rest`, so that both add up to the total exactly.
 * Without `listNone`, entries without a member are left to the rest whatever their sum.
 */
export function rankingOf(
  engine: Columnar,
  dimension: string,
  now: Selection,
  before: Selection | undefined,
  sign: 1 | -1,
  top: number,
  listNone = true,
  how: { count?: boolean; byChange?: boolean } = {},
): Ranking {
  const members = engine.dictionary(dimension)
  const source = engine.keyOf(dimension)
  const figuresOf = (selection: Selection): Amounts => {
    const sums = amountsOf(selection, [source], sign)
    const { groups, entries } = sums
    return how.count ? { groups, entries, at: code => entries(code) || undefined } : sums
  }
  const amounts = figuresOf(now)
  const earlier = before && figuresOf(before)
  const chosen = how.byChange && earlier ? changesOf(amounts, earlier) : amounts
  const { known, largest } = largestOf(chosen, top, earlier, listNone)
  const rows = largest.map(({ code }) => ({
    key: members.keyOf(code),
    label: members.labelOf(code),
    value: amounts.at(code) ?? 0,
    before: earlier ? (earlier.at(code) ?? 0) : null,
    entries: amounts.entries(code),
  }))
  const sumOf = (selection: Selection): Total =>
    how.count ? selection.count : turn(engine.overall(selection, [{ op: 'sum', of: 'amount' }])[0] ?? 0, sign)
  const whole = sumOf(now)
  const wholeBefore = before ? sumOf(before) : null
  const listed = add(...rows.map(row => row.value))
  const listedBefore = add(...rows.map(row => row.before ?? 0))
  return {
    dimension,
    rows,
    rest: {
      members: known - rows.length,
      value: minus(whole, listed),
      before: wholeBefore === null ? null : minus(wholeBefore, listedBefore),
      entries: now.count - rows.reduce((sum, row) => sum + row.entries, 0),
    },
    total: whole,
    totalBefore: wholeBefore,
  }
}
