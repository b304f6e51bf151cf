import { useMemo } from 'react'
import type { Filters, QueryResult } from '../../../shared/query/query.ts'
import { useCall } from '../../app/use-call.ts'
import type { DayGroup } from './groups.ts'

/**
 * The days of the matched entries with count, sum and debits, in the table's order. Undefined until both questions are
 * answered, and where they disagree with the list (another revision came in between): the table is then shown ungrouped.
 */
export function useDayGroups(
  filters: Filters,
  descending: boolean,
  total: number | undefined,
  enabled: boolean,
): DayGroup[] | undefined {
  const days = { groupBy: [{ grain: 'day' as const }] }
  const all = useCall(
    'explore.query',
    { query: { ...days, filters, measures: [{ op: 'count' }, { op: 'sum' }, { op: 'min' }] } },
    { enabled },
  )
  // A bound on |amount| cannot be narrowed to the positive side in one range: such a list shows no debits of its own.
  const debitFilters = filters.absolute
    ? filters
    : { ...filters, minAmount: Math.max(1, filters.minAmount ?? 1) }
  const debits = useCall(
    'explore.query',
    { query: { ...days, filters: debitFilters, measures: [{ op: 'sum' }] } },
    { enabled: enabled && !filters.absolute && !(filters.maxAmount !== undefined && filters.maxAmount < 1) },
  )
  return useMemo(() => {
    if (!enabled || !all.value || all.stale) return undefined
    const groups = groupsOf(all.value, debits.value)
    const entries = groups.reduce((sum, group) => sum + group.entries, 0)
    if (entries !== total) return undefined
    return descending ? groups.toReversed() : groups
  }, [enabled, all.value, all.stale, debits.value, descending, total])
}

export function groupsOf(all: QueryResult, debits: QueryResult | undefined): DayGroup[] {
  const byDay = new Map((debits?.rows ?? []).map(row => [row[0], row[1]]))
  return all.rows.map(([day, count, sum, least]) => {
    const debit = byDay.get(day)
    return {
      day: String(day),
      entries: Number(count),
      // The engine's sum of nothing is nil, its least is null.
      sum: least === null ? null : isTotal(sum) ? sum : 0,
      debits: isTotal(debit) ? debit : 0,
    }
  })
}

const isTotal = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint'
