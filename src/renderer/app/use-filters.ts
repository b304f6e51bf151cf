import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Comparison, Filters } from '../../shared/query/query.ts'
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

export function useFilters(): UseFilters {
  const raw = useRouterState({ select: state => state.location.search as Search })
  const navigate = useNavigate()
  return useMemo(() => {
    const state = parseFilters(raw)
    const { filters, path } = state
    const set = (next: Partial<FilterState>): void => {
      const own = Object.fromEntries(Object.entries(raw).filter(([name]) => !isFilterParam(name)))
      void navigate({ to: '.', search: { ...own, ...serialiseFilters({ ...state, ...next }) } as never })
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
  }, [raw, navigate])
}

/** Both sets of filters at once: the narrower span, each dimension's members replaced by those of `extra`. */
export function merged(filters: Filters, extra: Filters): Filters {
  const from = [filters.from, extra.from]
    .filter(d => d !== undefined)
    .toSorted()
    .at(-1)
  const to = [filters.to, extra.to].filter(d => d !== undefined).toSorted()[0]
  return {
    ...filters,
    ...extra,
    ...(from && { from }),
    ...(to && { to }),
    ...((filters.members || extra.members) && { members: { ...filters.members, ...extra.members } }),
    ...((filters.notMembers || extra.notMembers) && {
      notMembers: { ...filters.notMembers, ...extra.notMembers },
    }),
  }
}

export function withMembers(
  filters: Filters,
  dimension: string,
  keys: readonly string[] | undefined,
): Filters {
  const { [dimension]: _, ...rest } = filters.members ?? {}
  const members = keys ? { ...rest, [dimension]: [...keys] } : rest
  const { members: _old, ...others } = filters
  return Object.keys(members).length > 0 ? { ...others, members } : others
}

/** Narrows to a step. The first time step is preceded by the span before it, so that climbing out restores it. */
export function drilled(state: FilterState, step: Step): Partial<FilterState> {
  const { filters, path } = state
  if (step.kind === 'member') {
    const rest = path.filter(s => s.kind !== 'member' || s.dimension !== step.dimension)
    return { filters: withMembers(filters, step.dimension, [step.key]), path: [...rest, step] }
  }
  const base: Step[] = path.some(s => s.kind === 'time')
    ? []
    : [{ kind: 'time', from: filters.from, to: filters.to }]
  return { filters: { ...filters, from: step.from, to: step.to }, path: [...path, ...base, step] }
}

export function climbed(state: FilterState, index: number): Partial<FilterState> {
  const kept = state.path.slice(0, index + 1)
  const dropped = state.path.slice(index + 1)
  let filters = state.filters
  for (const step of dropped)
    if (step.kind === 'member') filters = withMembers(filters, step.dimension, undefined)
  if (dropped.some(s => s.kind === 'time')) {
    const span = kept.findLast(s => s.kind === 'time') ?? state.path.find(s => s.kind === 'time')
    if (span?.kind === 'time') filters = { ...filters, from: span.from, to: span.to }
  }
  // A base span alone is no step.
  const times = kept.filter(s => s.kind === 'time').length
  return { filters, path: times === 1 ? kept.filter(s => s.kind !== 'time') : kept }
}

function holds(filters: Filters, step: Step): boolean {
  if (step.kind === 'time') return true
  const keys = filters.members?.[step.dimension]
  return keys?.length === 1 && keys[0] === step.key
}
