import type { Ranking } from '../../../shared/contract/dashboard.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import { largestOf } from './largest.ts'
import { add, amountsOf, minus, turn } from './sides.ts'

/** The first of these dimensions that has members in this workspace. */
export function firstUsed(engine: Columnar, candidates: readonly string[]): string {
  const used = candidates.find(id => engine.dictionaries.registry.has(id) && engine.dictionary(id).size > 1)
  return used ?? (candidates[0] as string)
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
): Ranking {
  const members = engine.dictionary(dimension)
  const source = engine.keyOf(dimension)
  const amounts = amountsOf(now, [source], sign)
  const earlier = before && amountsOf(before, [source], sign)
  const { known, largest } = largestOf(amounts, top, earlier, listNone)
  const rows = largest.map(({ code, value }) => ({
    key: members.keyOf(code),
    label: members.labelOf(code),
    value,
    before: earlier ? (earlier.at(code) ?? 0) : null,
    entries: amounts.entries(code),
  }))
  const sumOf = (selection: Selection): Total =>
    turn(engine.overall(selection, [{ op: 'sum', of: 'amount' }])[0] ?? 0, sign)
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
