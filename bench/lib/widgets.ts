import type { Filters, Query } from '../../src/shared/query/query.ts'
import { QuerySchema } from '../../src/shared/query/query.ts'
import { keyOf } from './ledger.ts'

/** A filter as all contestants understand it. */
export interface BenchFilter {
  from: string
  to: string
  directorates: string[]
}

/** Typical filters: a year, three of eight directorates, actual figures. No two alike, so that nothing can be answered from a cache. */
export const TYPICAL: BenchFilter[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(i => ({
  from: `2024-${String(i + 1).padStart(2, '0')}-01`,
  to: `2025-${String(i + 1).padStart(2, '0')}-01`,
  directorates: [1, 2 + (i % 3), 5 + (i % 4)].map(code => keyOf('directorate', code)),
}))

export function filtersOf(filter: BenchFilter | undefined): Filters {
  if (!filter) return { members: { scenario: ['Actual'] } }
  return {
    from: filter.from,
    to: filter.to,
    members: { scenario: ['Actual'], directorate: filter.directorates },
  }
}

/** The dashboard's seven widgets as semantic queries. */
export function widgetsOf(filter: BenchFilter | undefined): Query[] {
  const filters = filtersOf(filter)
  const sum = { op: 'sum' as const }
  const count = { op: 'count' as const }
  const top = (dimension: string) => ({
    filters,
    measures: [sum, count],
    groupBy: [{ dimension }],
    orderBy: [{ column: 1, descending: true }],
    limit: 8,
  })
  const year = (text: string): string => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`
  return [
    { filters, measures: [sum, count] },
    { filters, measures: [sum], groupBy: [{ grain: 'month' as const }] },
    top('category'),
    top('payee'),
    { filters, measures: [sum], groupBy: [{ dimension: 'cost_centre' }, { grain: 'month' as const }] },
    { filters, measures: [sum], groupBy: [{ dimension: 'flow' }, { grain: 'month' as const }] },
    {
      filters: filter ? { ...filters, from: year(filter.from), to: year(filter.to) } : filters,
      measures: [sum, count],
    },
  ].map(query => QuerySchema.parse(query))
}
