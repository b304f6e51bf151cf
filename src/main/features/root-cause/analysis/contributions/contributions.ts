import type { Total } from '../../../../../shared/money/minor.ts'
import { compareText } from '../../../../../shared/query/order.ts'
import { add, exceeds, minus, size, sumByCode, type TwoPeriods } from '../two-periods/two-periods.ts'

/** What one member of a dimension did to the total. `new`: no rows before; `lost`: none after. */
export interface Contribution {
  key: string
  before: Total
  after: Total
  delta: Total
  rowsBefore: number
  rowsAfter: number
  kind: 'changed' | 'new' | 'lost'
}

export interface DimensionContributions {
  dimension: string
  /** Every member with rows in either period, the largest change first; ties by key. */
  members: Contribution[]
}

/** Figures of one dimension by code, wherever they were added up. */
export interface FiguresByCode {
  size: number
  keyOf(code: number): string
  before(code: number): Total
  after(code: number): Total
  rowsBefore(code: number): number
  rowsAfter(code: number): number
}

/**
 * Exact additive contributions: each member's after − before. Every row lies in exactly one member of a dimension ("none" is one),
 * so their sum is the change of the total to the minor unit.
 */
export function contributionsOf(dimension: string, figures: FiguresByCode): DimensionContributions {
  const members: Contribution[] = []
  for (let code = 0; code < figures.size; code += 1) {
    const rowsBefore = figures.rowsBefore(code)
    const rowsAfter = figures.rowsAfter(code)
    if (rowsBefore === 0 && rowsAfter === 0) continue
    const before = rowsBefore > 0 ? figures.before(code) : 0
    const after = rowsAfter > 0 ? figures.after(code) : 0
    const kind = rowsBefore === 0 ? 'new' : rowsAfter === 0 ? 'lost' : 'changed'
    members.push({
      key: figures.keyOf(code),
      before,
      after,
      delta: minus(after, before),
      rowsBefore,
      rowsAfter,
      kind,
    })
  }
  return { dimension, members: members.sort(byChange) }
}

/** The largest change first, whichever way; ties by key, so that the order is the same everywhere. */
export function byChange(a: { key: string; delta: Total }, b: { key: string; delta: Total }): number {
  const x = size(a.delta)
  const y = size(b.delta)
  return x === y ? compareText(a.key, b.key) : x < y ? 1 : -1
}

export interface Change {
  before: Total
  after: Total
  delta: Total
  rowsBefore: number
  rowsAfter: number
  dimensions: DimensionContributions[]
  /** The change less what its members sum to, in the worst dimension: nil, or a row was lost or counted twice. */
  residual: Total
}

/** Contributions of each factor of a table of two periods, with the totals that they must sum to. */
export function contributions(table: TwoPeriods): Change {
  const large = exceeds(table.amounts)
  const whole = sumByCode(table, new Int32Array(table.count), 1, large)
  const before = whole.before(0)
  const after = whole.after(0)
  const delta = minus(after, before)
  const dimensions = table.factors.map(({ id, codes, keys }) => {
    const sums = sumByCode(table, codes, keys.length, large)
    return contributionsOf(id, {
      size: keys.length,
      keyOf: code => keys[code] as string,
      before: sums.before,
      after: sums.after,
      rowsBefore: code => sums.rowsBefore[code] as number,
      rowsAfter: code => sums.rowsAfter[code] as number,
    })
  })
  return {
    before,
    after,
    delta,
    rowsBefore: whole.rowsBefore[0] as number,
    rowsAfter: whole.rowsAfter[0] as number,
    dimensions,
    residual: residualOf(delta, dimensions),
  }
}

/** The largest difference between the change and what a dimension's members sum to. */
export function residualOf(delta: Total, dimensions: readonly DimensionContributions[]): Total {
  return dimensions
    .map(({ members }) => minus(delta, add(...members.map(m => m.delta))))
    .reduce<Total>((worst, left) => (size(left) > size(worst) ? left : worst), 0)
}

/** A member's share of the change, as a statistic; null where nothing changed. */
export function shareOf(delta: Total, whole: Total): number | null {
  return whole === 0 ? null : Number(delta) / Number(whole)
}
