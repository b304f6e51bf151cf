import { divideRounded, total, type Total } from '../../../../../shared/money/minor.ts'
import type { VarianceFigures } from '../../../../../shared/contract/budget.ts'

export interface Sides {
  actual: Total
  budget: Total
  /** The part of `budget` that comes from earlier days. */
  carried: Total
  rowsActual: number
  rowsBudget: number
}

/**
 * variance = actual − budget as posted; its effect on the result says whether it is favourable. `sign`: +1 where a positive posting
 * betters the result (money in, at home), −1 where it worsens it (a debit of a general ledger): so expense over budget and revenue
 * under it are adverse, whichever way amounts are posted.
 */
export function figuresOf(
  { actual, budget, carried, rowsActual, rowsBudget }: Sides,
  sign: 1 | -1,
): VarianceFigures {
  const difference = BigInt(actual) - BigInt(budget)
  const effect = difference * BigInt(sign)
  return {
    actual,
    budget,
    variance: total(difference),
    percent: percentOf(difference, BigInt(actual), BigInt(budget)),
    effect: total(effect),
    judgement: effect > 0n ? 'favourable' : effect < 0n ? 'adverse' : 'none',
    carried,
    rowsActual,
    rowsBudget,
  }
}

/** In percent of |base| to two places, halves away from zero; null of nothing, and where actual and budget have opposite signs. */
function percentOf(difference: bigint, actual: bigint, base: bigint): number | null {
  if (base === 0n || (base < 0n ? actual > 0n : actual < 0n)) return null
  return Number(divideRounded(difference * 10_000n, base < 0n ? -base : base)) / 100
}

export const NOTHING: Sides = { actual: 0, budget: 0, carried: 0, rowsActual: 0, rowsBudget: 0 }

export function sumOf(sides: readonly Sides[]): Sides {
  let actual = 0n
  let budget = 0n
  let carried = 0n
  let rowsActual = 0
  let rowsBudget = 0
  for (const one of sides) {
    actual += BigInt(one.actual)
    budget += BigInt(one.budget)
    carried += BigInt(one.carried)
    rowsActual += one.rowsActual
    rowsBudget += one.rowsBudget
  }
  return { actual: total(actual), budget: total(budget), carried: total(carried), rowsActual, rowsBudget }
}

export interface Step {
  key: string
  label: string
  delta: Total
}

/** The steps from budget to actual, the largest first, all beyond `most` as one: from + steps + others = to, exactly. */
export function bridgeOf(
  members: readonly (Sides & { key: string; label: string })[],
  most: number,
): { from: Total; steps: Step[]; others?: { members: number; delta: Total }; to: Total } {
  const whole = sumOf(members)
  const sorted = members
    .map(m => ({ key: m.key, label: m.label, delta: total(BigInt(m.actual) - BigInt(m.budget)) }))
    .filter(m => BigInt(m.delta) !== 0n)
    .sort((a, b) => compareSize(b.delta, a.delta) || (a.key < b.key ? -1 : 1))
  // One member more than there is room for needs no step "others" of one.
  const steps = sorted.slice(0, sorted.length === most + 1 ? most + 1 : most)
  const rest = sorted.slice(steps.length)
  const others =
    rest.length > 0
      ? { members: rest.length, delta: total(rest.reduce((sum, m) => sum + BigInt(m.delta), 0n)) }
      : undefined
  return { from: whole.budget, steps, ...(others ? { others } : {}), to: whole.actual }
}

/** By absolute size. */
export function compareSize(a: Total, b: Total): number {
  const [x, y] = [BigInt(a), BigInt(b)].map(n => (n < 0n ? -n : n)) as [bigint, bigint]
  return x < y ? -1 : x > y ? 1 : 0
}
