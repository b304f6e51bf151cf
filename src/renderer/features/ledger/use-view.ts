import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ENTRY_ORDERS } from '../../../shared/contract/ledger.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { useFilters } from '../../app/use-filters.ts'
import { columnsFromParam, columnsToParam, type EntryOrder } from './columns.ts'
import type { EntryView } from './use-entries.ts'

/** What the ledger's address says beside the filters: order, grouping, columns. All of it can be linked to. */
export interface LedgerView {
  view: EntryView
  /** A group's head before each day; only in date order. */
  grouped: boolean
  columns: string[] | undefined
  setOrder: (order: EntryOrder, descending: boolean) => void
  setGrouped: (grouped: boolean) => void
  setColumns: (columns: readonly string[] | undefined) => void
}

export function useView(groupedByDefault: boolean): LedgerView {
  const { filters } = useFilters()
  const search = useRouterState({ select: state => state.location.search as Search })
  const navigate = useNavigate()
  const sort = firstOf(search['sort'])
  const order = ENTRY_ORDERS.find(o => o === sort) ?? 'date'
  const descending = firstOf(search['dir']) !== 'up'
  const cols = firstOf(search['cols'])
  const group = firstOf(search['group'])
  // The filters are made anew with each change of the address; their text tells whether they are others.
  const key = JSON.stringify(filters)
  const view = useMemo<EntryView>(
    () => ({ filters, order, descending }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for the filters
    [key, order, descending],
  )
  return useMemo(() => {
    const put = (change: Record<string, string | undefined>): void => {
      const next = Object.fromEntries(
        Object.entries({ ...search, ...change }).filter(([, v]) => v !== undefined),
      )
      void navigate({ to: '.', search: next as never, replace: true })
    }
    return {
      view,
      grouped: order === 'date' && (group === undefined ? groupedByDefault : group === 'day'),
      columns: columnsFromParam(cols),
      setOrder: (next, down) =>
        put({ sort: next === 'date' ? undefined : next, dir: down ? undefined : 'up' }),
      setGrouped: next => put({ group: next === groupedByDefault ? undefined : next ? 'day' : 'none' }),
      setColumns: next => put({ cols: next && columnsToParam(next) }),
    }
  }, [search, navigate, view, order, cols, group, groupedByDefault])
}
