import { useCallback, useState, type ReactNode } from 'react'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import { call } from '../../app/client.ts'
import { toast, useMay } from '../../ui/index.ts'
import { CellEditor, type Left } from './CellEditor.tsx'
import type { Column } from './columns.ts'
import { editOf, isEditable, nextEditable, textOf } from './inline.ts'
import type { Cursor } from './selection.ts'

/** A cell of the table that is being written in. */
export interface Editing extends Cursor {
  editor: ReactNode
}

/** Writing in the table's own cells: begun by Enter or F2, carried on by Tab. Each cell that was changed is a step of the history. */
export function useInline({
  columns,
  columnName,
  entryAt,
  cursor,
  moveTo,
  focus,
}: {
  columns: readonly Column[]
  columnName: (column: Column) => string
  entryAt: (slot: number) => EntryRow | undefined
  cursor: Cursor
  /** Puts the cursor into a cell and shows it. */
  moveTo: (cursor: Cursor) => void
  /** Gives the focus back to the table. */
  focus: () => void
}) {
  const may = useMay('ledger.edit')
  const [at, setAt] = useState<{ cursor: Cursor; row: EntryRow }>()
  const save = useCallback(async (row: EntryRow, id: string, text: string): Promise<void> => {
    const set = editOf(row, id, text)
    if (!set) return
    const result = await call('ledger.edit', { entries: { ids: [row.id] }, set })
    if (!result.ok) toast('error', result.failure.message)
  }, [])

  const write = (place: Cursor): boolean => {
    const row = entryAt(place.slot)
    if (!may || !row || !isEditable(columns[place.column])) return false
    moveTo(place)
    setAt({ cursor: place, row })
    return true
  }
  /** Begins in the cell under the cursor, or where that cannot be written in, in the first of its row that can. False where none can. */
  const begin = (anywhere: boolean): boolean => {
    if (write(cursor)) return true
    const first = anywhere ? nextEditable(columns, -1, 1) : undefined
    return first !== undefined && write({ slot: cursor.slot, column: first.column })
  }
  const leave = (from: Cursor, how: Left): void => {
    setAt(undefined)
    if (how === 'next' || how === 'previous') {
      const by = how === 'next' ? 1 : -1
      const next = nextEditable(columns, from.column, by)
      // The head of a day lies between two rows: it is stepped over.
      for (let step = 0; next && step <= 1; step += 1)
        if (write({ slot: from.slot + next.rows + (next.rows === 0 ? 0 : step * by), column: next.column }))
          return
    }
    if (how === 'down') moveTo({ slot: from.slot + (entryAt(from.slot + 1) ? 1 : 0), column: from.column })
    if (how !== 'away') focus()
  }

  const column = at && columns[at.cursor.column]
  const editing: Editing | undefined =
    at && column
      ? {
          ...at.cursor,
          editor: (
            <CellEditor
              key={`${at.row.id} ${column.id}`}
              dimension={column.id === 'note' ? undefined : column.id === 'tags' ? 'tag' : column.id}
              label={columnName(column)}
              value={textOf(at.row, column.id)}
              onSave={text => void save(at.row, column.id, text)}
              onLeave={how => leave(at.cursor, how)}
            />
          ),
        }
      : undefined
  return { editing, begin }
}
