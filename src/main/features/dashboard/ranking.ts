import type { Ranking } from '../../../shared/contract/dashboard.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import { add, amountsOf, minus } from './sides.ts'

/** The first of these dimensions that has members in this workspace. */
export function firstUsed(engine: Columnar, candidates: readonly string[]): string {
  const used = candidates.find(
    id => engine.dictionaries.registry.has(id) && engine.dictionary(id).keys.length > 1,
  )
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
  const { keys, labels } = engine.dictionary(dimension)
  const source = engine.keyOf(dimension)
  const amounts = amountsOf(now, [source], sign)
  const earlier = before && amountsOf(before, [source], sign)
  const found: { code: number; value: Total; entries: number }[] = []
  for (let code = 0; code < amounts.groups; code += 1) {
    const value = amounts.at(code)
    if (value !== undefined) found.push({ code, value, entries: amounts.entries(code) })
    else if (earlier && earlier.entries(code) > 0) found.push({ code, value: 0, entries: 0 })
  }
  const largest = found
    .filter(({ code }) => listNone || code !== 0)
    .toSorted((a, b) => (a.value === b.value ? a.code - b.code : a.value < b.value ? 1 : -1))
    .slice(0, top)
  const rows = largest.map(({ code, value, entries }) => ({
    key: keys[code] ?? '',
    label: labels[code] ?? '',
    value,
    before: earlier ? (earlier.at(code) ?? 0) : null,
    entries,
  }))
  const whole = add(...found.map(row => row.value))
  const wholeBefore = earlier
    ? add(...Array.from({ length: earlier.groups }, (_, code) => earlier.at(code) ?? 0))
    : null
  const listed = add(...rows.map(row => row.value))
  const listedBefore = add(...rows.map(row => row.before ?? 0))
  return {
    dimension,
    rows,
    rest: {
      members: found.length - rows.length,
      value: minus(whole, listed),
      before: wholeBefore === null ? null : minus(wholeBefore, listedBefore),
      entries: now.count - rows.reduce((sum, row) => sum + row.entries, 0),
    },
    total: whole,
    totalBefore: wholeBefore,
  }
}
