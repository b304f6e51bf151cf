import type { CapitalRule, VarianceMeasure } from '../../../shared/contract/budget.ts'
import type { Filters } from '../../../shared/query/query.ts'

/** Both sides of what the total is about, in one filter. */
export function runningOf(
  asked: Filters,
  scenario: readonly string[],
  measure: VarianceMeasure,
  rule: CapitalRule,
): Filters {
  const parts = partsOf(asked, scenario, measure, rule).filter(part => part.side !== 'capital')
  const filters = parts[0]?.filters ?? asked
  return { ...filters, members: { ...filters.members, flow: parts.map(part => part.side) } }
}

const FLOWS_OF: Record<VarianceMeasure, string[]> = {
  net: ['income', 'expense'],
  spending: ['expense'],
  income: ['income'],
}

/** Filters that select one part of a scenario; the parts do not overlap. */
export interface Part {
  side: 'income' | 'expense' | 'capital'
  filters: Filters
}

/**
 * What a variance is made of: income and expense without what is capital, and what is capital, whichever side it is posted to. No
 * filter can say "this account or that category", so that capital expenditure is two parts.
 */
export function partsOf(
  asked: Filters,
  scenario: readonly string[],
  measure: VarianceMeasure,
  { accounts, categories }: CapitalRule,
): Part[] {
  const filters: Filters = { ...asked, members: { ...asked.members, scenario: [...scenario] } }
  const flows = asked.members?.['flow']
  const running = without(without(filters, 'account', accounts), 'category', categories)
  const parts: Part[] = FLOWS_OF[measure]
    .filter(flow => !flows || flows.includes(flow))
    .map(flow => ({
      side: flow as 'income' | 'expense',
      filters: only(running, 'flow', [flow]),
    }))
  if (measure === 'income') return parts
  const byAccount = only(filters, 'account', accounts)
  const byCategory = only(without(filters, 'account', accounts), 'category', categories)
  for (const one of [accounts.length > 0 && byAccount, categories.length > 0 && byCategory])
    if (one) parts.push({ side: 'capital', filters: one })
  return parts
}

function without(filters: Filters, dimension: string, keys: readonly string[]): Filters {
  if (keys.length === 0) return filters
  const already = filters.notMembers?.[dimension] ?? []
  return { ...filters, notMembers: { ...filters.notMembers, [dimension]: [...already, ...keys] } }
}

function only(filters: Filters, dimension: string, keys: readonly string[]): Filters {
  const already = filters.members?.[dimension]
  const kept = already ? keys.filter(key => already.includes(key)) : [...keys]
  return { ...filters, members: { ...filters.members, [dimension]: kept } }
}

export const dated = (part: Part, span: { from: string; to: string }): Part => ({
  ...part,
  filters: { ...part.filters, ...span },
})
