import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EntryGrouping } from '../../../shared/contract/entry-groups.ts'
import type { EntryPage, EntryRow } from '../../../shared/contract/ledger.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { answerOf, failureOf } from '../../app/use-call.ts'
import type { EntryOrder } from './columns.ts'
import type { Grouping } from './grouping.ts'
import { PAGE_SIZE, pagesFor } from './window.ts'

/** What is looked at, in which order: a change of any part is another list. */
export interface EntryView {
  filters: Filters
  order: EntryOrder
  descending: boolean
  /** What the entries lie together by; absent where they are in that order anyway. */
  groupBy?: EntryGrouping
  /** What the table is grouped by: other heads are another list, though the entries be the same. */
  grouping: Grouping
}

export interface Entries {
  /** Totals of the list that is shown; undefined before the first one has come. */
  totals: EntryPage | undefined
  /** The view that the rows belong to: the asked one, or while that is loading, the one before. */
  shown: EntryView
  /** The asked view is still loading; what is shown is the old one. */
  stale: boolean
  failure: Failure | undefined
  retry: () => void
  /** The entry at a position of the list; undefined while its page is on its way. */
  rowAt: (position: number) => EntryRow | undefined
  /** Tells which positions are in view, so that their pages come. */
  want: (first: number, last: number) => void
  /** Fetches entries that may not be in view (a selected range); undefined where that failed. */
  fetchRange: (first: number, last: number) => Promise<EntryRow[] | undefined>
}

/** While the scroll bar is dragged, pages that only fly past are not asked for. */
const SETTLE_MS = 60
const KEPT_MS = 120_000

const pageQuery = (view: EntryView, page: number) => ({
  queryKey: ['ledger.page', view.filters, view.order, view.descending, view.groupBy, page] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<EntryPage> => {
    const { filters, order, descending, groupBy } = view
    const place = { offset: page * PAGE_SIZE, limit: PAGE_SIZE }
    const input = { filters, order, descending, ...place, ...(groupBy && { groupBy }) }
    return answerOf('ledger.page', input, { signal })
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: KEPT_MS,
  retry: false,
})

/** The entries of a view, fetched by pages as they come into view; the next page and the last one ahead of need. */
export function useEntries(view: EntryView): Entries {
  const client = useQueryClient()
  const first = useQuery({ ...pageQuery(view, 0), placeholderData: keepPreviousData })
  const shownRef = useRef(view)
  if (first.data && !first.isPlaceholderData) shownRef.current = view
  const shown = shownRef.current
  const total = first.data?.total ?? 0

  const [wanted, setWanted] = useState<readonly number[]>([])
  const pages = useQueries({
    queries: wanted.filter(page => page * PAGE_SIZE < total).map(page => pageQuery(shown, page)),
  })
  // A new function whenever a page came: the grid then draws its rows again, and only then.
  const arrived = pages.map(page => page.dataUpdatedAt).join() + first.dataUpdatedAt
  const rowAt = useCallback(
    (position: number): EntryRow | undefined => {
      const page = Math.floor(position / PAGE_SIZE)
      const data = client.getQueryData<EntryPage>(pageQuery(shown, page).queryKey)
      return data?.rows[position - page * PAGE_SIZE]
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `arrived` stands for the cache's content
    [client, shown, arrived],
  )

  useLastPageAhead(shown, total)
  const want = useWanted(total, setWanted)
  const fetchRange = useCallback(
    async (from: number, to: number): Promise<EntryRow[] | undefined> => {
      const rows: EntryRow[] = []
      try {
        for (let page = Math.floor(from / PAGE_SIZE); page * PAGE_SIZE <= to; page++) {
          const data = await client.fetchQuery(pageQuery(shown, page))
          const start = page * PAGE_SIZE
          rows.push(...data.rows.slice(Math.max(0, from - start), to - start + 1))
        }
      } catch {
        return undefined
      }
      return rows
    },
    [client, shown],
  )

  const failed = first.error ?? pages.find(page => page.error)?.error
  return {
    totals: first.data,
    shown,
    stale: first.isPlaceholderData,
    failure: failureOf(failed),
    retry: () => void client.refetchQueries({ queryKey: ['ledger.page'], type: 'active' }),
    rowAt,
    want,
    fetchRange,
  }
}

// End is one key away: its page is there before it is pressed.
function useLastPageAhead(view: EntryView, total: number): void {
  const client = useQueryClient()
  useEffect(() => {
    if (total <= PAGE_SIZE) return
    const timer = setTimeout(
      () => void client.prefetchQuery(pageQuery(view, Math.floor((total - 1) / PAGE_SIZE))),
      200,
    )
    return () => clearTimeout(timer)
  }, [client, view, total])
}

function useWanted(total: number, setWanted: (pages: readonly number[]) => void): Entries['want'] {
  const state = useRef({ key: '', at: 0, first: 0, timer: 0 })
  useEffect(() => () => clearTimeout(state.current.timer), [])
  return useMemo(
    () => (firstRow: number, lastRow: number) => {
      const now = performance.now()
      const { current } = state
      const pages = pagesFor(firstRow, lastRow, total, firstRow >= current.first ? 1 : -1)
      const key = pages.join()
      if (key === current.key) return
      const far = Math.abs(firstRow - current.first) > PAGE_SIZE && now - current.at < SETTLE_MS
      clearTimeout(current.timer)
      const apply = (): void => {
        state.current.key = key
        setWanted(pages)
      }
      current.at = now
      current.first = firstRow
      if (far) current.timer = window.setTimeout(apply, SETTLE_MS)
      else apply()
    },
    [total, setWanted],
  )
}
