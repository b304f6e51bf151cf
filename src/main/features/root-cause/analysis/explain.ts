import type { Total } from '../../../../shared/money/minor.ts'
import { adtributor } from './adtributor/adtributor.ts'
import { contributions, shareOf, type Change } from './contributions/contributions.ts'
import { reclassified, type Reclassification } from './reclassified/reclassified.ts'
import { leavesOf, type Leaves } from './riskloc/leaves.ts'
import { riskloc, type RisklocParameters, type RisklocResult, type Watch } from './riskloc/riskloc.ts'
import { add, minus, type TwoPeriods } from './two-periods/two-periods.ts'

export interface Cause {
  members: Record<string, string>
  before: Total
  after: Total
  delta: Total
  /** Share of the whole change; null where the total did not change. */
  explained: number | null
  /** RiskLoc: risk score, −1 to 1. Adtributor: surprise. */
  score: number
  rowsBefore: number
  rowsAfter: number
}

export interface Explanation extends Change {
  causes: Cause[]
  method: 'riskloc' | 'adtributor'
  reclassified: Reclassification[]
  parameters: Record<string, number>
}

/** Moves smaller than this share of the change are not worth a line. */
const LEAST_MOVED = 0.01
/** Least share of a change that RiskLoc's causes must explain, chance apart. */
const LEAST_EXPLAINED = 0.7

/** The whole explanation of a change: contributions, causes, reclassifications. Undefined where it was cancelled. */
export function explain(
  table: TwoPeriods,
  parameters: RisklocParameters,
  watch: Watch,
): Explanation | undefined {
  const cancelled = (): boolean => watch.cancelled()
  const change = contributions(table)
  if (cancelled()) return undefined
  const leaves = leavesOf(table, cancelled)
  if (cancelled()) return undefined
  const found = riskloc(leaves, parameters, watch)
  if (!found) return undefined
  const { causes, method } = causesOf(table, change, leaves, found)
  const moved = reclassified(leaves, table.factors, Math.abs(Number(change.delta)) * LEAST_MOVED, cancelled)
  if (cancelled()) return undefined
  return {
    ...change,
    causes,
    method,
    reclassified: moved,
    parameters: {
      ...parameters,
      leaves: leaves.count,
      noise: rounded(found.noise),
      background: rounded(found.background),
      leastExplained: LEAST_EXPLAINED,
    },
  }
}

export const rounded = (value: number): number => Number(value.toPrecision(6))

function causesOf(
  table: TwoPeriods,
  change: Change,
  leaves: Leaves,
  found: RisklocResult,
): { causes: Cause[]; method: Explanation['method'] } {
  const whole = Math.abs(Number(change.delta))
  // What is left may be as much as chance moves sums of such rows: that is no reason to doubt the causes.
  const enough = Math.abs(found.left) <= Math.max((1 - LEAST_EXPLAINED) * whole, 3 * found.chance)
  if (found.causes.length > 0 && enough) {
    const causes = found.causes.map(({ factors, codes, score }) => {
      const of = factors.map((f, k) => ({ factor: f, code: codes[k] as number }))
      return { members: membersOf(table, of), score: rounded(score), ...figuresOf(table, of, change.delta) }
    })
    return { causes, method: 'riskloc' }
  }
  const codeOf = new Map(table.factors.map(f => [f.id, new Map(f.keys.map((key, code) => [key, code]))]))
  const causes = adtributor(change.dimensions).map(({ dimension, key, surprise }) => {
    const of = [
      {
        factor: table.factors.findIndex(f => f.id === dimension),
        code: codeOf.get(dimension)?.get(key) as number,
      },
    ]
    return { members: { [dimension]: key }, score: rounded(surprise), ...figuresOf(table, of, change.delta) }
  })
  return { causes, method: 'adtributor' }
}

interface Chosen {
  factor: number
  code: number
}

const membersOf = (table: TwoPeriods, of: readonly Chosen[]): Record<string, string> =>
  Object.fromEntries(
    of.map(({ factor, code }) => {
      const { id, keys } = table.factors[factor] as TwoPeriods['factors'][number]
      return [id, keys[code] as string]
    }),
  )

/** Exact figures of the rows that have all the members chosen: what a filter on them shows. */
function figuresOf(table: TwoPeriods, of: readonly Chosen[], whole: Total): Omit<Cause, 'members' | 'score'> {
  const columns = of.map(({ factor, code }) => ({
    codes: (table.factors[factor] as TwoPeriods['factors'][number]).codes,
    code,
  }))
  const sums: [Total, Total] = [0, 0]
  const rows: [number, number] = [0, 0]
  for (let i = 0; i < table.count; i += 1) {
    const value = table.amounts[i] as number
    if (value !== value || columns.some(({ codes, code }) => codes[i] !== code)) continue
    const side = table.side[i] as 0 | 1
    sums[side] = add(sums[side], value)
    rows[side] += table.rows?.[i] ?? 1
  }
  const [before, after] = sums
  const delta = minus(after, before)
  return {
    before,
    after,
    delta,
    explained: shareOf(delta, whole),
    rowsBefore: rows[0],
    rowsAfter: rows[1],
  }
}
