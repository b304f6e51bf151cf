import type { Filters } from '../../shared/query/query.ts'
import type { FilterState, Step } from './filters.ts'

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

/** Whether the filters still keep what a step narrowed to. */
export function holds(filters: Filters, step: Step): boolean {
  if (step.kind === 'time') return true
  const keys = filters.members?.[step.dimension]
  return keys?.length === 1 && keys[0] === step.key
}
