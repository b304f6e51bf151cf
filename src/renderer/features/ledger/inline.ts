import type { EntryEdit, EntryRow } from '../../../shared/contract/ledger.ts'
import type { Column } from './columns.ts'
import { tagChanges } from './tags.ts'

/** Columns whose cells are written where they stand. What amounts mean, and what the file said, is not changed in a table. */
const EDITABLE: ReadonlySet<string> = new Set(['category', 'payee', 'tags', 'note'])

export const isEditable = (column: Column | undefined): boolean =>
  column !== undefined && EDITABLE.has(column.id)

/** What a cell of that column shows and is edited as. */
export const textOf = (row: EntryRow, id: string): string =>
  id === 'note' ? (row.note ?? '') : (row.members[id] ?? '')

/** What must be set so that the cell says what was typed; undefined where it says so already. */
export function editOf(row: EntryRow, id: string, typed: string): EntryEdit | undefined {
  const text = typed.trim()
  if (text === textOf(row, id)) return undefined
  if (id === 'note') return { note: text }
  if (id !== 'tags') return { members: { [id]: text } }
  const changes = tagChanges(textOf(row, id), text)
  return Object.keys(changes).length === 0 ? undefined : changes
}

/**
 * The next cell to write in, to the right (`by` 1) or the left (-1): its column, and 1 or -1 where it is in the next or previous row.
 * Undefined where no column can be written in. `from` -1 starts at the row's beginning.
 */
export function nextEditable(
  columns: readonly Column[],
  from: number,
  by: 1 | -1,
): { column: number; rows: -1 | 0 | 1 } | undefined {
  const places = columns.flatMap((column, at) => (isEditable(column) ? [at] : []))
  if (places.length === 0) return undefined
  const beyond = by === 1 ? places.find(at => at > from) : places.findLast(at => at < from)
  if (beyond !== undefined) return { column: beyond, rows: 0 }
  return { column: (by === 1 ? places[0] : places.at(-1)) as number, rows: by }
}
