import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { toast, type Format } from '../../ui/index.ts'
import type { Slots } from './groups.ts'
import type { GridAction } from './keys.ts'
import type { GridHandle } from './LedgerGrid.tsx'
import type { Texts } from './messages.ts'
import { MOST_PICKED, NOTHING, only, range, toggled, type Cursor, type Selection } from './selection.ts'
import type { Entries } from './use-entries.ts'

interface CursorOptions {
  slots: Slots
  entries: Entries
  columns: number
  grid: RefObject<GridHandle | null>
  onFold: (key: string) => void
  onOpen: (id: number) => void
  inspector: boolean
  setInspector: (open: boolean) => void
  initial: number
  format: Format
  t: Texts
}

/** Where the keyboard stands in the table, what is selected, and what each action does to both. */
export function useCursor(options: CursorOptions) {
  const { slots, entries, columns, grid, onFold, onOpen, inspector, setInspector, format, t } = options
  const [cursor, setCursor] = useState<Cursor>({ slot: options.initial, column: 0 })
  const [selection, setSelection] = useState<Selection>(NOTHING)
  // Where a range started: a position in the list, not a line, so that folding a group does not move it.
  const anchor = useRef<number>(undefined)
  const slot = Math.max(0, Math.min(cursor.slot, slots.count - 1))

  const { rowAt } = entries
  const entryAt = useCallback(
    (line: number) => {
      if (line < 0 || line >= slots.count) return undefined
      const at = slots.slotAt(line)
      return at.kind === 'row' ? rowAt(at.row) : undefined
    },
    [slots, rowAt],
  )
  const positionOf = (line: number): number | undefined => {
    if (line < 0 || line >= slots.count) return undefined
    const at = slots.slotAt(line)
    return at.kind === 'row' ? at.row : undefined
  }

  const selectRange = async (to: number): Promise<void> => {
    const from = anchor.current ?? positionOf(slot) ?? to
    anchor.current = from
    const [low, high] = from < to ? [from, to] : [to, from]
    if (high - low >= MOST_PICKED) {
      toast('error', t.tooMany(format.count(MOST_PICKED)))
      return
    }
    const rows = await entries.fetchRange(low, high)
    if (rows) setSelection(range(rows.map(row => ({ id: row.id, amount: row.baseAmount }))))
  }

  const goTo = (line: number, extend: boolean): void => {
    const next = Math.max(0, Math.min(line, slots.count - 1))
    setCursor(before => ({ ...before, slot: next }))
    grid.current?.showSlot(next)
    const position = positionOf(next)
    if (!extend) anchor.current = position
    else if (position !== undefined) void selectRange(position)
  }

  const open = (line: number): void => {
    const at = line < slots.count ? slots.slotAt(line) : undefined
    if (at?.kind === 'group') {
      const key = slots.groups[at.group]?.key
      if (key !== undefined) onFold(key)
      return
    }
    const entry = entryAt(line)
    if (entry) onOpen(entry.id)
  }

  const act = (action: GridAction): void => {
    switch (action.kind) {
      case 'move':
        return goTo(slot + action.by, action.extend)
      case 'to':
        return goTo(action.end === 'first' ? 0 : slots.count - 1, action.extend)
      case 'column':
        return setCursor({
          slot,
          column: Math.max(0, Math.min(columns - 1, cursor.column + action.by)),
        })
      case 'open':
        return open(slot)
      case 'toggle': {
        const entry = entryAt(slot)
        anchor.current = positionOf(slot)
        if (entry) setSelection(s => toggled(s, { id: entry.id, amount: entry.baseAmount }))
        else open(slot)
        return undefined
      }
      case 'all':
        return setSelection({ kind: 'all' })
      case 'clear':
        if (selection.kind === 'all' || selection.entries.size > 0) setSelection(NOTHING)
        else setInspector(false)
        return undefined
      case 'inspector':
        return setInspector(!inspector)
    }
  }

  const press = (line: number, column: number, held: { shift: boolean; control: boolean }): void => {
    setCursor({ slot: line, column })
    const position = positionOf(line)
    const entry = entryAt(line)
    if (position === undefined) return
    if (held.shift) {
      void selectRange(position)
      return
    }
    anchor.current = position
    if (!entry) return
    const picked = { id: entry.id, amount: entry.baseAmount }
    setSelection(held.control ? s => toggled(s, picked) : only(picked))
    if (!held.control) setInspector(true)
  }

  // Another list: its rows are other entries, and what was selected may not be among them.
  const { shown } = entries
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    anchor.current = undefined
    setSelection(NOTHING)
    setCursor(c => ({ ...c, slot: 0 }))
    grid.current?.showSlot(0)
  }, [shown, grid])

  // Entries came or went (deleted, split, undone): what was selected may be among those that are gone.
  const count = entries.stale ? undefined : entries.totals?.total
  const counted = useRef(count)
  useEffect(() => {
    if (count === undefined || counted.current === count) return
    const first = counted.current === undefined
    counted.current = count
    if (!first) setSelection(NOTHING)
  }, [count])

  /** The cursor alone, without a selection: the cell that is written in. */
  const moveTo = (next: Cursor): void => {
    setCursor(next)
    anchor.current = positionOf(next.slot)
    grid.current?.showSlot(next.slot)
  }
  const clear = useCallback(() => setSelection(NOTHING), [])
  return { cursor: { slot, column: cursor.column }, selection, clear, act, press, moveTo, open, entryAt }
}
