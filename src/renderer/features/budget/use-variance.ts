import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { Output } from '../../../shared/contract/index.ts'
import { VARIANCE_BASES, type VarianceBasis } from '../../../shared/contract/budget.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { serialiseFilters } from '../../app/filters.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { useCall, type Called } from '../../app/use-call.ts'
import { useFilters, type UseFilters } from '../../app/use-filters.ts'
import { useSetting } from '../../ui/index.ts'

export const BUDGET_TABS = ['variance', 'year', 'capital', 'plan'] as const
export type BudgetTab = (typeof BUDGET_TABS)[number]

/** What the page's choices are called in its address. */
const ADDRESS = {
  tab: 'view',
  scenario: 'budget',
  by: 'by',
  basis: 'basis',
  across: 'bridge',
  carry: 'carry',
  remaining: 'rest',
}

export interface BudgetView {
  scenarios: string[]
  scenario: string
  by: string
  basis: VarianceBasis
  found: Called<Output<'budget.variance'>>
  loading: boolean
  address: UseFilters
  tab: BudgetTab
  /** What the bridge is taken apart by. */
  across: string
  /** What was left of earlier months' budget is added. */
  carry: boolean
  /** The scenario that the year's months to come are taken from. */
  remaining: string
  set(next: Partial<Record<keyof typeof ADDRESS, string | undefined>>): void
  /** The ledger with exactly these filters. */
  open(filters: Filters): void
}

const TOP = 200
const STEPS = 8

/** What is held against what; the question is in the address: filters, budget, by, basis. */
export function useVariance(): BudgetView {
  const address = useFilters()
  const navigate = useNavigate()
  const { profile } = useSetting()
  const raw = useRouterState({ select: state => state.location.search as Search })
  const known = useCall('budget.scenarios', {})
  const scenarios = (known.value ?? []).map(one => one.name).filter(name => name !== ACTUAL)
  const asked = firstOf(raw['budget'])
  const scenario = asked ?? scenarios.find(name => /budget|plan/i.test(name)) ?? scenarios[0] ?? ''
  const by = firstOf(raw['by']) ?? (profile === 'personal' ? 'category' : 'account')
  const across = firstOf(raw['bridge']) ?? by
  const carry = firstOf(raw['carry']) === 'yes'
  const remaining = firstOf(raw['rest']) ?? scenario
  const basis = VARIANCE_BASES.find(one => one === firstOf(raw['basis'])) ?? 'period'
  const { members, ...filters } = address.filters
  const { scenario: _left, ...others } = members ?? {}
  const found = useCall(
    'budget.variance',
    {
      filters: { ...filters, members: others },
      scenario: scenario || 'Budget',
      by: [by],
      basis,
      bridgeBy: across,
      rollover: carry,
      ...(remaining === '' ? {} : { remaining }),
      top: TOP,
      steps: STEPS,
    },
    { enabled: known.value !== undefined },
  )
  return {
    scenarios,
    scenario,
    by,
    basis,
    across,
    carry,
    remaining,
    tab: BUDGET_TABS.find(one => one === firstOf(raw['view'])) ?? 'variance',
    found,
    loading: known.loading || found.loading,
    address,
    set: next =>
      void navigate({
        to: '.',
        search: ((before: Search) => ({
          ...before,
          ...Object.fromEntries(
            Object.entries(next).map(([name, value]) => [ADDRESS[name as keyof typeof ADDRESS], value]),
          ),
        })) as never,
      }),
    open: door => {
      const search = serialiseFilters({ filters: door, comparison: undefined, path: [] })
      void navigate({ to: '/ledger', search: search as never })
    },
  }
}
