import { useNavigate, useRouterState } from '@tanstack/react-router'
import { createContext, useContext, useMemo } from 'react'
import type { Comparison, Filters } from '../../shared/query/query.ts'
import { climbed, drilled, holds, merged, withMembers } from './drill.ts'
import { isFilterParam, parseFilters, serialiseFilters, type FilterState, type Step } from './filters.ts'
import type { Search } from './search.ts'

/** The page's filters, as the URL has them, and what changes them. All setters push a history entry, so that Back undoes a click. */
export interface UseFilters extends FilterState {
  /** The filter parameters alone, for links to other pages: <Link to="/ledger" search={search}>. */
  search: Search
  set(next: Partial<FilterState>): void
  setFilters(filters: Filters): void
  setSpan(from: string | undefined, to: string | undefined): void
  setComparison(comparison: Comparison | undefined): void
  /** Member keys kept in a dimension; undefined removes the filter. */
  setMembers(dimension: string, keys: readonly string[] | undefined): void
  /** Cross-filter: adds a member, or takes it out where it is the only one kept. */
  toggleMember(dimension: string, key: string): void
  /** Drill-down: narrows to the member or the span and leaves a crumb. */
  drill(step: Step): void
  /** Goes back up to the step with this index; -1: to before the first. */
  goTo(index: number): void
  /** Removes all filters but keeps the comparison. */
  clear(): void
  /** Opens the ledger with these filters, on top of the present ones. */
  openRows(extra?: Filters): void
}

/** Filters that are not the page's: a report keeps its own. Chips within change these, and the address stays as it is. */
export const OwnFilters = createContext<
  { filters: Filters; onChange: (filters: Filters) => void } | undefined
>(undefined)

export function useFilters(): UseFilters {
  const own = useContext(OwnFilters)
  const raw = useRouterState({ select: state => state.location.search as Search })
  const navigate = useNavigate()
  return useMemo(() => {
    const state: FilterState = own
      ? { filters: own.filters, comparison: undefined, path: [] }
      : parseFilters(raw)
    const { filters, path } = state
    const set = (next: Partial<FilterState>): void => {
      if (own) {
        if (next.filters) own.onChange(next.filters)
        return
      }
      const others = Object.fromEntries(Object.entries(raw).filter(([name]) => !isFilterParam(name)))
      void navigate({ to: '.', search: { ...others, ...serialiseFilters({ ...state, ...next }) } as never })
    }
    const setFilters = (next: Filters): void =>
      set({ filters: next, path: path.filter(step => holds(next, step)) })
    return {
      ...state,
      search: serialiseFilters(state),
      set,
      setFilters,
      setSpan: (from, to) =>
        set({ filters: { ...filters, from, to }, path: path.filter(s => s.kind !== 'time') }),
      setComparison: comparison => set({ comparison }),
      setMembers: (dimension, keys) => setFilters(withMembers(filters, dimension, keys)),
      toggleMember: (dimension, key) => {
        const now = filters.members?.[dimension]
        const only = now?.length === 1 && now[0] === key
        setFilters(withMembers(filters, dimension, only ? undefined : [key]))
      },
      drill: step => set(drilled(state, step)),
      goTo: index => set(climbed(state, index)),
      clear: () => set({ filters: {}, path: [] }),
      openRows: extra => {
        const search = serialiseFilters({ ...state, filters: merged(filters, extra ?? {}) })
        void navigate({ to: '/ledger', search: search as never })
      },
    }
  }, [own, raw, navigate])
}
