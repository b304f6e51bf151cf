import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { answerOf, failureOf } from '../../app/use-call.ts'
import { groupByOf, type Grouping } from './grouping.ts'
import { groupedSlots, plainSlots, type Folded } from './groups.ts'
import type { Entries, EntryView } from './use-entries.ts'

/** Which groups are folded: all but `keys`, or `keys` alone. */
interface Folds {
  of: Grouping
  all: boolean
  keys: ReadonlySet<string>
}
const NONE: ReadonlySet<string> = new Set()

type Asked = Omit<Input<'ledger.groups'>, 'offset' | 'limit'>

/** All heads, a piece after the other: however many there are, none of the messages holds up the page. */
const headsQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['ledger.groups', asked],
    queryFn: async ({ signal }): Promise<readonly EntryGroup[]> => {
      const heads: EntryGroup[] = []
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- each piece begins where the one before ended
        const piece = await answerOf('ledger.groups', { ...asked, offset: heads.length }, { signal })
        heads.push(...piece.groups)
        if (heads.length >= piece.total || piece.groups.length === 0) return heads
      }
    },
    // Comparing hundreds of thousands of heads with those before would take longer than drawing those in view.
    structuralSharing: false,
  })

/**
 * The heads of the view's groups: asked for together with the first page. `view` is what the entries are to be asked by: without the
 * grouping where its heads were refused, so that the entries stand there all the same.
 */
export function useGroups(view: EntryView, grouping: Grouping) {
  const { filters, order, descending } = view
  const groupBy = groupByOf(grouping)
  const asked = useQuery({
    // What is not asked for has an input all the same.
    ...headsQuery({ filters, order, descending, groupBy: groupBy ?? { grain: 'day' } }),
    enabled: groupBy !== undefined,
    placeholderData: keepPreviousData,
  })
  const found = failureOf(asked.error)
  const failure = groupBy && found?.code !== 'cancelled' ? found : undefined
  const stale = asked.isPlaceholderData || (asked.isFetching && asked.data !== undefined)
  const refused = failure !== undefined
  const list = useMemo<EntryView>(() => {
    // Steps of time lie together in date order as it is.
    const own = groupBy && !('grain' in groupBy && order === 'date') && !refused
    return { filters, order, descending, grouping, ...(own && { groupBy }) }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `grouping` stands for `groupBy`
  }, [filters, order, descending, grouping, refused])
  const ready = groupBy && !refused && !stale ? asked.data : undefined
  return { list, failure, ready, waiting: groupBy !== undefined && !refused && (asked.isPending || stale) } // prettier-ignore
}

/** The lines of the table: the entries under their heads. Folds are forgotten with another grouping. */
export function useGroupedSlots(
  entries: Entries,
  ready: readonly EntryGroup[] | undefined,
  grouping: Grouping,
) {
  const total = entries.totals?.total ?? 0
  const { shown, stale } = entries
  // Heads stay with the entries that they are of while others are on their way.
  const last = useRef<{ shown: EntryView; groups: readonly EntryGroup[] } | undefined>(undefined)
  const fits = useMemo(
    () => ready !== undefined && ready.reduce((sum, group) => sum + group.entries, 0) === total,
    [ready, total],
  )
  if (ready && fits && !stale) last.current = { shown, groups: ready }
  const held = last.current?.shown === shown ? last.current.groups : undefined
  const groups = useMemo(
    () => (held && held.reduce((sum, group) => sum + group.entries, 0) === total ? held : undefined),
    [held, total],
  )

  const [folds, setFolds] = useState<Folds>({ of: grouping, all: false, keys: NONE })
  const { all, keys } = folds.of === grouping ? folds : { all: false, keys: NONE }
  const folded = useMemo<Folded>(
    () => ({ has: key => (keys.size > 0 && keys.has(key)) !== all }),
    [all, keys],
  )
  const onFold = useCallback(
    (key: string) =>
      setFolds(before => {
        const same = before.of === grouping
        const next = new Set(same ? before.keys : NONE)
        if (!next.delete(key)) next.add(key)
        return { of: grouping, all: same && before.all, keys: next }
      }),
    [grouping],
  )
  const foldAll = useCallback(
    (fold: boolean) => setFolds({ of: grouping, all: fold, keys: NONE }),
    [grouping],
  )
  const slots = useMemo(
    () => (groups ? groupedSlots(groups, folded) : plainSlots(total)),
    [groups, folded, total],
  )
  return { slots, groups, folded, onFold, foldAll }
}
