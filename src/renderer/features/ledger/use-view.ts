import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ENTRY_ORDERS } from '../../../shared/contract/ledger.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { useFilters } from '../../app/use-filters.ts'
import { columnsFromParam, columnsToParam, type EntryOrder } from './columns.ts'
import { groupingOf, type Grouping } from './grouping.ts'
import type { EntryView } from './use-entries.ts'

/** What the ledger's address says beside the filters: order, grouping, columns. All of it can be linked to. */
export interface LedgerView {
  view: EntryView
  grouping: Grouping
  columns: string[] | undefined
  setOrder: (order: EntryOrder, descending: boolean) => void
  setGrouping: (grouping: Grouping) => void
  setColumns: (columns: readonly string[] | undefined) => void
}

export function useView(): LedgerView {
  const { filters } = useFilters()
  const search = useRouterState({ select: state => state.location.search as Search })
  const navigate = useNavigate()
  const sort = firstOf(search['sort'])
  const order = ENTRY_ORDERS.find(o => o === sort) ?? 'date'
  const descending = firstOf(search['dir']) !== 'up'
  const cols = firstOf(search['cols'])
  const grouping = groupingOf(firstOf(search['group']), order)
  // The filters are made anew with each change of the address; their text tells whether they are others.
  const key = JSON.stringify(filters)
  const view = useMemo<EntryView>(
    () => ({ filters, order, descending, grouping }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for the filters
    [key, order, descending, grouping],
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
      grouping,
      columns: columnsFromParam(cols),
      setOrder: (next, down) =>
        put({ sort: next === 'date' ? undefined : next, dir: down ? undefined : 'up' }),
      setGrouping: next => put({ group: next === groupingOf(undefined, order) ? undefined : next }),
      setColumns: next => put({ cols: next && columnsToParam(next) }),
    }
  }, [search, navigate, view, order, cols, grouping])
}
