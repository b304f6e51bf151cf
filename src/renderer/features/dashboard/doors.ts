import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import type { Flow } from '../../../shared/query/dimensions.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { spanOfStep } from '../../app/spans.ts'

/*
 * Every figure is a door: these say which entries stand behind it. The ledger opened with them sums to the figure
 * (for spending, with the sign turned where the profile shows it positive).
 */

/** The entries of one side of the result: spending (expense) or income. */
export function flowDoor(filters: Filters, ...flows: Flow[]): Filters {
  return withActual(withMembers(filters, 'flow', flows))
}

/** Keeps only these members; together with an earlier choice in the same dimension, those in both. */
export function withMembers(filters: Filters, dimension: string, keys: readonly string[]): Filters {
  const before = filters.members?.[dimension]
  const kept = before ? before.filter(key => keys.includes(key)) : [...keys]
  return { ...filters, members: { ...filters.members, [dimension]: kept } }
}

/** Leaves these members out: the door of "12 others". */
export function withoutMembers(filters: Filters, dimension: string, keys: readonly string[]): Filters {
  const before = filters.notMembers?.[dimension] ?? []
  return {
    ...filters,
    notMembers: { ...filters.notMembers, [dimension]: [...new Set([...before, ...keys])] },
  }
}

/** Cuts the filter's days to a step of time (by its key); a key that is no step changes nothing. */
export function withStep(filters: Filters, key: string, fiscal: Fiscal = 1): Filters {
  const span = spanOfStep(key, fiscal)
  return span ? withSpan(filters, span.from, span.to) : filters
}

/** Cuts the filter's days to a span. ISO dates compare as texts. */
export function withSpan(filters: Filters, from: string, to: string): Filters {
  return {
    ...filters,
    from: filters.from && filters.from > from ? filters.from : from,
    to: filters.to && filters.to < to ? filters.to : to,
  }
}

/** The same filter over other days: a comparison's door. */
export function overSpan(filters: Filters, span: { from: string; to: string }): Filters {
  return { ...filters, from: span.from, to: span.to }
}

/** True where the filter already is exactly this member: then a second click goes one level deeper. */
export function isMember(filters: Filters, dimension: string, key: string): boolean {
  const kept = filters.members?.[dimension]
  return kept?.length === 1 && kept[0] === key
}

/** True where the filter's days already lie within this step. */
export function isStep(filters: Filters, key: string, fiscal: Fiscal = 1): boolean {
  const span = spanOfStep(key, fiscal)
  const { from, to } = filters
  return span !== undefined && from !== undefined && to !== undefined && from >= span.from && to <= span.to
}

/** The filter with the days of the figures shown where it has none: what explains them must speak of the same. */
export function spanned(filters: Filters, shown: { from?: string; to?: string }): Filters {
  const from = filters.from ?? shown.from
  const to = filters.to ?? shown.to
  return { ...filters, ...(from ? { from } : {}), ...(to ? { to } : {}) }
}
