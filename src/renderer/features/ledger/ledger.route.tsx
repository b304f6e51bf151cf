import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { FilterBar } from '../../app/FilterBar.tsx'
import { useFilters } from '../../app/use-filters.ts'
import { useWorkspace } from '../../app/workspace.ts'
import {
  Button,
  useKeys,
  densityOf,
  EmptyState,
  ErrorState,
  Page,
  useFormat,
  useLanguage,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { columnOf, defaultColumns, nextOrder, underDayHead, type Column } from './columns.ts'
import { EntryInspector } from './EntryInspector.tsx'
import { FindField } from './FindField.tsx'
import { headName } from './grouping.ts'
import type { GridAction } from './keys.ts'
import { LedgerGrid, type GridHandle } from './LedgerGrid.tsx'
import { placeOf, rememberPlace } from './memory.ts'
import { messages } from './messages.ts'
import { Toolbar } from './Toolbar.tsx'
import { useCursor } from './use-cursor.ts'
import { useEditing } from './use-editing.tsx'
import { useInline } from './use-inline.tsx'
import { useEntries } from './use-entries.ts'
import { GroupingNotice } from './GroupingNotice.tsx'
import { useGroupedSlots, useGroups } from './use-groups.ts'
import { useStatusItems } from './use-status-items.tsx'
import { useView } from './use-view.ts'
import styles from './ledger.module.css'

/** The ledger: every entry that passes the filters, and the exact sums of them. */
export default function LedgerPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const setting = useSetting()
  const { clear } = useFilters()
  const workspace = useWorkspace()
  const dimensions = useDimensions()
  const dimensionName = useDimensionName()
  const language = useLanguage()
  const { view, grouping, columns: chosen, setOrder, setGrouping, setColumns } = useView()
  const heads = useGroups(view, grouping)
  const entries = useEntries(heads.list)
  const { totals } = entries

  const total = totals?.total ?? 0
  const { slots, groups, folded, onFold, foldAll } = useGroupedSlots(entries, heads.ready, grouping)
  const nameOfHead = useCallback(
    (group: EntryGroup) => headName(group, grouping, { format, t, language, dimensionName }),
    [grouping, format, t, language, dimensionName],
  )

  const ids = useMemo(() => {
    const used = dimensions.map(d => d.id)
    return chosen ?? defaultColumns(setting.profile, new Set(used))
  }, [chosen, dimensions, setting.profile])
  const columns = useMemo(
    () => ids.map(columnOf).map(column => (grouping === 'day' ? underDayHead(column) : column)),
    [ids, grouping],
  )
  const currency = totals?.currency ?? format.currency
  const columnName = useCallback(
    (column: Column): string => {
      const own = t.col[column.id]
      if (column.id === 'amount') return `${own}, ${currency}`
      return own ?? dimensionName(column.id)
    },
    [t, currency, dimensionName],
  )

  const key = JSON.stringify(view)
  const [place] = useState(() => placeOf(key))
  const [inspector, setInspector] = useState(false)
  const grid = useRef<GridHandle>(null)
  const open = useCallback(
    (id: number) => void navigate({ to: '/entry/$id', params: { id: String(id) } }),
    [navigate],
  )
  const {
    cursor,
    selection,
    act,
    press,
    moveTo,
    clear: clearSelection,
    open: openSlot,
    entryAt,
  } = useCursor({
    slots,
    entries,
    columns: columns.length,
    grid,
    onFold,
    onOpen: open,
    inspector,
    setInspector,
    initial: place?.slot ?? 0,
    format,
    t,
  })
  useEffect(
    () => () => rememberPlace({ view: key, offset: grid.current?.offset() ?? 0, slot: cursor.slot }),
    [key, cursor.slot],
  )
  useEffect(() => {
    // The table is what the page is for: its keys work at once, unless something else was given the focus.
    if (document.activeElement === document.body || document.activeElement?.id === 'main')
      grid.current?.focus()
  }, [])
  const forward = (action: GridAction) => () => {
    grid.current?.focus()
    act(action)
  }
  useKeys({
    j: forward({ kind: 'move', by: 1, extend: false }),
    k: forward({ kind: 'move', by: -1, extend: false }),
    x: forward({ kind: 'toggle' }),
    i: forward({ kind: 'inspector' }),
  })
  const current = entryAt(cursor.slot)
  const focusGrid = useCallback(() => grid.current?.focus(), [])
  const { editing, begin } = useInline({
    columns,
    columnName,
    entryAt,
    cursor,
    moveTo,
    focus: focusGrid,
  })
  const { bar, dialogs } = useEditing({
    selection,
    filters: entries.shown.filters,
    total,
    current,
    rowOf: id => (current?.id === id ? current : undefined),
    clear: clearSelection,
    done: focusGrid,
    writeInPlace: () => begin(true),
  })
  const inspected = inspector ? entryAt(cursor.slot)?.id : undefined
  const at = slots.count > 0 ? slots.slotAt(cursor.slot) : undefined
  useStatusItems(totals, workspace.value?.entries, selection, at?.kind === 'row' ? at.row : undefined)

  const density = densityOf(setting)
  const batch = view.filters.batches?.length === 1 ? view.filters.batches[0] : undefined
  const empty = totals?.total === 0 && !entries.stale
  return (
    <Page
      title={t.title}
      subtitle={batch === undefined ? t.posted : t.batchOnly(String(batch))}
      fill
      filterBar={
        <div className={styles.bar}>
          <FilterBar comparison={false} />
          <FindField total={totals?.total} />
          {bar}
        </div>
      }
      actions={
        <>
          <ColumnChooser
            chosen={ids}
            dimensions={dimensions.map(d => d.id)}
            name={columnName}
            onChange={setColumns}
          />
          <Toolbar
            grouping={grouping}
            dimensions={dimensions.map(d => d.id)}
            dimensionName={dimensionName}
            onGroup={setGrouping}
            onFoldAll={groups && foldAll}
            density={density}
            filters={view.filters}
            total={total}
          />
        </>
      }
      inspectorLabel={t.entry}
      inspector={
        inspected === undefined ? undefined : (
          <EntryInspector
            id={inspected}
            onClose={() => {
              setInspector(false)
              grid.current?.focus()
            }}
          />
        )
      }
    >
      {entries.failure && <ErrorState failure={entries.failure} title={t.failed} onRetry={entries.retry} />}
      <GroupingNotice
        failure={heads.failure}
        waiting={heads.waiting || (entries.stale && heads.list.groupBy !== undefined)}
        onUngroup={() => setGrouping('none')}
      />
      {empty ? (
        workspace.value?.entries === 0 ? (
          <EmptyState
            title={t.emptyTitle}
            action={
              <Button kind="primary" onClick={() => void navigate({ to: '/import' })}>
                {t.emptyAction}
              </Button>
            }
          >
            {t.emptyText}
          </EmptyState>
        ) : (
          <EmptyState title={t.noneTitle} action={<Button onClick={clear}>{t.noneAction}</Button>}>
            {t.noneText}
          </EmptyState>
        )
      ) : (
        <LedgerGrid
          slots={slots}
          rowAt={entries.rowAt}
          want={entries.want}
          columns={columns}
          columnName={columnName}
          density={density}
          order={view.order}
          descending={view.descending}
          onOrder={pressed => {
            const next = nextOrder(pressed, view)
            setOrder(next.order, next.descending)
          }}
          selection={selection}
          cursor={cursor}
          inspected={inspected}
          headName={nameOfHead}
          folded={folded}
          onFold={onFold}
          editing={editing}
          onAction={action => {
            if (action.kind !== 'open' || !begin(false)) act(action)
          }}
          onPress={press}
          onOpen={openSlot}
          stale={entries.stale}
          initialOffset={place?.offset ?? 0}
          handle={grid}
        />
      )}
      {dialogs}
    </Page>
  )
}
