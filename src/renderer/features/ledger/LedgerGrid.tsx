import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import { useFormat, useMessages, useSetting } from '../../ui/index.ts'
import type { Column, EntryOrder } from './columns.ts'
import { GroupHead } from './GroupHead.tsx'
import type { Folded, Slots } from './groups.ts'
import { gridAction, type GridAction } from './keys.ts'
import { LedgerRow } from './LedgerRow.tsx'
import { messages } from './messages.ts'
import { isSelected, type Cursor, type Selection } from './selection.ts'
import type { Editing } from './use-inline.tsx'
import { useFlying } from './use-flying.ts'
import { useGridWindow } from './use-grid-window.ts'
import styles from './ledger.module.css'

/** What the page may ask of the grid. */
export interface GridHandle {
  showSlot: (slot: number) => void
  offset: () => number
  focus: () => void
}

interface LedgerGridProps {
  slots: Slots
  rowAt: (position: number) => EntryRow | undefined
  want: (first: number, last: number) => void
  columns: readonly Column[]
  columnName: (column: Column) => string
  density: 'compact' | 'comfortable'
  order: EntryOrder
  descending: boolean
  onOrder: (order: EntryOrder) => void
  selection: Selection
  cursor: Cursor
  /** Id of the entry that the inspector shows. */
  inspected: number | undefined
  headName: (group: EntryGroup) => { code: string; name: string }
  folded: Folded
  onFold: (key: string) => void
  editing: Editing | undefined
  onAction: (action: GridAction) => void
  onPress: (slot: number, column: number, held: { shift: boolean; control: boolean }) => void
  onOpen: (slot: number) => void
  stale: boolean
  initialOffset: number
  handle: RefObject<GridHandle | null>
}

const ROW_HEIGHTS = { compact: 26, comfortable: 34 } as const
const HEAD_HEIGHTS = { compact: 28, comfortable: 34 } as const

/** The table of a million rows: only those in view are in the document; the keyboard's focus stays on the grid itself. */
export function LedgerGrid(props: LedgerGridProps) {
  const { slots, rowAt, want, columns, columnName, density, selection, cursor, folded, onFold } = props
  const t = useMessages(messages)
  const format = useFormat()
  const { singleKeys, profile } = useSetting()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = ROW_HEIGHTS[density]
  const grid = useGridWindow({
    scroller,
    count: slots.count,
    rowHeight,
    headHeight: HEAD_HEIGHTS[density],
    initialOffset: props.initialOffset,
  })
  const flying = useFlying(grid.offset(), grid.page * rowHeight)
  props.handle.current = {
    showSlot: grid.showSlot,
    offset: grid.offset,
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }

  // Rows that leave at one end come in again at the other: their elements are written anew instead of made anew.
  const pool = useRef(1)
  pool.current = Math.max(pool.current, grid.slots.length)
  const positions = grid.slots.flatMap(slot => {
    const at = slot < slots.count ? slots.slotAt(slot) : undefined
    return at?.kind === 'row' ? [at.row] : []
  })
  const first = positions[0]
  const last = positions.at(-1)
  useEffect(() => {
    if (first !== undefined && last !== undefined) want(first, last)
  }, [first, last, want])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement) return
    const action = gridAction(event, grid.page, singleKeys)
    if (!action) return
    event.preventDefault()
    props.onAction(action)
  }
  const pressed = (event: MouseEvent<HTMLDivElement>): { slot: number; column: number } | undefined => {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-slot]')
    if (!row || target.closest('button, input')) return undefined
    const cell = target.closest<HTMLElement>('[role=gridcell]')
    return { slot: Number(row.dataset['slot']), column: Number(cell?.getAttribute('aria-colindex') ?? 1) - 1 }
  }
  const template = columns
    .map(c => (c.grow > 0 ? `minmax(${c.width}px, ${c.grow}fr)` : `${c.width}px`))
    .join(' ')
  const least = columns.reduce((sum, c) => sum + c.width, 0) + 36

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={t.grid}
      aria-describedby="ledger-keys"
      aria-rowcount={slots.count + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={slots.count > 0 ? 'ledger-cursor' : undefined}
      aria-busy={props.stale}
      tabIndex={0}
      data-density={density}
      data-stale={props.stale ? '' : undefined}
      style={{ '--columns': template, '--least': `${least}px` } as React.CSSProperties}
      onKeyDown={onKeyDown}
      onClick={event => {
        const at = pressed(event)
        if (at)
          props.onPress(at.slot, at.column, {
            shift: event.shiftKey,
            control: event.ctrlKey || event.metaKey,
          })
      }}
      onDoubleClick={event => {
        const at = pressed(event)
        if (at) props.onOpen(at.slot)
      }}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.headRow} aria-rowindex={1}>
          {columns.map((column, at) => {
            const on = column.order !== undefined && column.order === props.order
            const Arrow = props.descending ? IconArrowDown : IconArrowUp
            return (
              <div
                key={column.id}
                role="columnheader"
                className={styles.headCell}
                data-kind={column.kind}
                aria-colindex={at + 1}
                aria-sort={on ? (props.descending ? 'descending' : 'ascending') : undefined}
              >
                {column.order ? (
                  <button
                    type="button"
                    className={styles.sort}
                    data-on={on ? '' : undefined}
                    onClick={() => props.onOrder(column.order as EntryOrder)}
                  >
                    {columnName(column)}
                    {on && <Arrow size={12} stroke={2} aria-hidden />}
                  </button>
                ) : (
                  <span className="ellipsis">{columnName(column)}</span>
                )}
              </div>
            )
          })}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: grid.height }}>
        {grid.slots.map(slot => {
          if (slot >= slots.count) return null
          const at = slots.slotAt(slot)
          if (at.kind === 'group') {
            const group = slots.groups[at.group]
            return group ? (
              <GroupHead
                key={slot % pool.current}
                group={group}
                {...props.headName(group)}
                slot={slot}
                top={grid.topOf(slot)}
                columns={columns.length}
                folded={folded.has(group.key)}
                cursor={cursor.slot === slot}
                showDebits={profile === 'ledger'}
                onFold={onFold}
                format={format}
                t={t}
              />
            ) : null
          }
          const row = rowAt(at.row)
          return (
            <LedgerRow
              key={slot % pool.current}
              row={row}
              brief={flying}
              slot={slot}
              top={grid.topOf(slot)}
              columns={columns}
              selected={row !== undefined && isSelected(selection, row.id)}
              cursor={cursor.slot === slot ? cursor.column : -1}
              current={row !== undefined && row.id === props.inspected}
              editing={props.editing?.slot === slot ? props.editing : undefined}
              format={format}
              t={t}
            />
          )
        })}
      </div>
      <span id="ledger-keys" className="visually-hidden">
        {t.gridHelp}
      </span>
    </div>
  )
}
