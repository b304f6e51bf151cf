import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { CHANGE_MEASURES, type ChangeMeasure } from '../../../shared/contract/root-cause.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import { serialiseFilters } from '../../app/filters.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { useCall, type Called } from '../../app/use-call.ts'
import { useFilters, type UseFilters } from '../../app/use-filters.ts'

type Asked = Omit<Input<'root-cause.explain'>, 'by' | 'top'>

/** What is asked, how it is answered, and the ways on from there. The question is in the address: filters, vs, measure, scenario. */
export interface Explain {
  asked: Asked
  measure: ChangeMeasure
  found: Called<Output<'root-cause.explain'>>
  address: UseFilters
  setMeasure(measure: ChangeMeasure): void
  /** The scenario that actual entries are held against; undefined: an earlier period. */
  scenario: string | undefined
  /** Those there are. */
  scenarios: readonly string[]
  setScenario(name: string | undefined): void
  /** The ledger with exactly these filters. */
  open(filters: Filters): void
  /** The same question of a part. */
  explainPart(members: Record<string, string>): void
}

/** Bars of the waterfall; the rest is one more. */
const TOP = 8

export function useExplain(): Explain {
  const address = useFilters()
  const navigate = useNavigate()
  const raw = useRouterState({ select: state => state.location.search as Search })
  const measure = CHANGE_MEASURES.find(one => one === firstOf(raw['measure'])) ?? 'spending'
  const scenario = firstOf(raw['against'])
  const { filters, comparison } = address
  const asked = useMemo((): Asked => {
    const question = { filters, measure }
    if (scenario) return { ...question, compared: 'budget', scenario }
    if (comparison?.kind === 'range')
      return { ...question, compared: 'range', before: { from: comparison.from, to: comparison.to } }
    return { ...question, compared: comparison?.kind ?? 'previous-period' }
  }, [filters, measure, scenario, comparison])
  const { value: known } = useCall('budget.scenarios', {})
  const scenarios = (known ?? []).map(one => one.name).filter(name => name !== ACTUAL)
  const found = useCall('root-cause.explain', { ...asked, top: TOP })
  return {
    asked,
    measure,
    scenario,
    // One that is in the address stays, so that it can be left.
    scenarios: scenario && !scenarios.includes(scenario) ? [...scenarios, scenario] : scenarios,
    setScenario: name =>
      void navigate({ to: '.', search: ((before: Search) => ({ ...before, against: name })) as never }),
    found,
    address,
    setMeasure: next =>
      void navigate({ to: '.', search: ((before: Search) => ({ ...before, measure: next })) as never }),
    open: door => {
      const search = serialiseFilters({ filters: door, comparison: undefined, path: [] })
      void navigate({ to: '/ledger', search: search as never })
    },
    explainPart: members => {
      const narrowed = Object.fromEntries(Object.entries(members).map(([id, key]) => [id, [key]]))
      address.setFilters({ ...filters, members: { ...filters.members, ...narrowed } })
    },
  }
}
