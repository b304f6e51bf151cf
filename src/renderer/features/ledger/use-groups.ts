import { useCallback, useMemo, useRef, useState } from 'react'
import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import { useCall } from '../../app/use-call.ts'
import { groupByOf, type Grouping } from './grouping.ts'
import { groupedSlots, plainSlots } from './groups.ts'
import type { Entries, EntryView } from './use-entries.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * The heads of the view's groups: asked for together with the first page. `view` is what the entries are to be asked by: without the
 * grouping where its heads were refused, so that the entries stand there all the same.
 */
export function useGroups(view: EntryView, grouping: Grouping) {
  const { filters, order, descending } = view
  const groupBy = groupByOf(grouping)
  const asked = useCall(
    'ledger.groups',
    // What is not asked for has an input all the same.
    { filters, order, descending, groupBy: groupBy ?? { grain: 'day' } },
    { enabled: groupBy !== undefined },
  )
  const failure = groupBy ? asked.failure : undefined
  const refused = failure !== undefined
  const list = useMemo<EntryView>(() => {
    // Steps of time lie together in date order as it is.
    const own = groupBy && !('grain' in groupBy && order === 'date') && !refused
    return { filters, order, descending, grouping, ...(own && { groupBy }) }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `grouping` stands for `groupBy`
  }, [filters, order, descending, grouping, refused])
  const ready = groupBy && !refused && !asked.stale ? asked.value : undefined
  return { list, failure, ready, waiting: groupBy !== undefined && !refused && (asked.loading || asked.stale) } // prettier-ignore
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

  const [folds, setFolds] = useState<{ of: Grouping; keys: ReadonlySet<string> }>({
    of: grouping,
    keys: NONE,
  })
  const folded = folds.of === grouping ? folds.keys : NONE
  const onFold = useCallback(
    (key: string) =>
      setFolds(before => {
        const keys = new Set(before.of === grouping ? before.keys : NONE)
        if (!keys.delete(key)) keys.add(key)
        return { of: grouping, keys }
      }),
    [grouping],
  )
  const foldAll = useCallback(
    (fold: boolean) =>
      setFolds({ of: grouping, keys: fold && groups ? new Set(groups.map(group => group.key)) : NONE }),
    [grouping, groups],
  )
  const slots = useMemo(
    () => (groups ? groupedSlots(groups, folded) : plainSlots(total)),
    [groups, folded, total],
  )
  return { slots, groups, folded, onFold, foldAll }
}
