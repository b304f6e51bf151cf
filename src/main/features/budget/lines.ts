import type { VarianceLine } from '../../../shared/contract/budget.ts'
import { total } from '../../../shared/money/minor.ts'
import type { Engine } from '../../engine/index.ts'
import { NOTHING, sumOf, type figuresOf, type Sides } from './analysis/variance/variance.ts'
import { dated, type Part } from './selections.ts'
import type { Days, IsoSpan } from './spans.ts'
import { budgetBy, sumsBy } from './sums.ts'

export interface Parts {
  actual: readonly Part[]
  budget: readonly Part[]
}

export type Line = Omit<VarianceLine, keyof ReturnType<typeof figuresOf>> & Sides

export const runningParts = ({ actual, budget }: Parts): Parts => ({
  actual: actual.filter(part => part.side !== 'capital'),
  budget: budget.filter(part => part.side !== 'capital'),
})

/** Income and expense of the same members as one line. */
export function joined(lines: readonly Line[]): Line[] {
  return [...Map.groupBy(lines, keyOf).values()].map(own => ({
    ...(own[0] as Line),
    ...sumOf(own),
    side: own.length > 1 ? 'both' : (own[0] as Line).side,
  }))
}

/** The sums of either side by members, of each part apart. */
export function linesOf(engine: Engine, parts: Parts, days: Days, by: readonly string[]): Line[] {
  const lines = new Map<string, Line>()
  const line = (part: Part, key: string, members: Line['members']): Line => {
    const id = `${part.side}\u001e${key}`
    const made = lines.get(id) ?? { members, side: part.side, ...NOTHING }
    lines.set(id, made)
    return made
  }
  for (const part of days.actual ? parts.actual : [])
    for (const [key, sum] of sumsBy(engine, dated(part, days.actual as IsoSpan).filters, by)) {
      const one = line(part, key, sum.members)
      one.actual = total(BigInt(one.actual) + BigInt(sum.amount))
      one.rowsActual += sum.rows
    }
  for (const part of parts.budget)
    for (const [key, sum] of budgetBy(engine, part, days.budget, by)) {
      const one = line(part, key, sum.members)
      one.budget = total(BigInt(one.budget) + BigInt(sum.amount))
      one.rowsBudget += sum.rows
    }
  return [...lines.values()].filter(one => one.rowsActual + one.rowsBudget > 0)
}

export const keyOf = (line: { members: Line['members'] }): string =>
  line.members.map(m => m.key).join('\u001f')

/**
 * The lines with what was left of the budget of expenditure on earlier days, or spent beyond it: budget − actual, both whole, so that it
 * comes to the same by whichever dimension it is taken apart. Income is not carried: what was not earned is no room to earn.
 */
export function withCarried(lines: readonly Line[], earlier: readonly Line[]): Line[] {
  const found = new Map(lines.map(line => [`${line.side}\u001e${keyOf(line)}`, line]))
  for (const before of earlier) {
    const left = total(BigInt(before.budget) - BigInt(before.actual))
    if (before.side === 'income' || left === 0) continue
    const key = `${before.side}\u001e${keyOf(before)}`
    const line = found.get(key) ?? { ...NOTHING, members: before.members, side: before.side }
    found.set(key, { ...line, budget: total(BigInt(line.budget) + BigInt(left)), carried: left })
  }
  return [...found.values()]
}
