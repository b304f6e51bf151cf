import type { ReadableDB } from '../../../db/types.ts'
import { unpackPiece } from '../../../files/pieces.ts'
import { selectRecordPiece } from './queries.ts'

type Kept = [place: number, text: string, cells: string[]]

/** Columns that all records of an account share: a record that could not be read is likely no other account's. */
const SHARED: ReadonlySet<string> = new Set(['Account', 'Currency'])

/**
 * Cells of a statement's rejected records, by place and text: a record that was read and rejected afterwards has its own; one that could
 * not be read has blanks to be filled, and account and currency where all records around it agree on them.
 */
export function rejectedCells(
  db: ReadableDB,
  batch: number,
  names: readonly string[],
): (place: number, text: string) => string[] {
  let piece: { sequence: number; records: Kept[]; shared: string[] } | undefined
  return (place, text) => {
    const found = selectRecordPiece(db, batch, place)
    if (!found) return names.map(() => '')
    if (piece?.sequence !== found.sequence) {
      const records = recordsOf(found.data)
      piece = { sequence: found.sequence, records, shared: sharedOf(records, names) }
    }
    const own = piece.records.find(([at, raw]) => at === place && raw === text.slice(0, 65_536))
    return own ? own[2] : piece.shared
  }
}

function sharedOf(records: readonly Kept[], names: readonly string[]): string[] {
  return names.map((name, i) => {
    const values = SHARED.has(name)
      ? new Set(records.map(([, , cells]) => cells[i] ?? ''))
      : new Set<string>()
    return values.size === 1 ? ([...values][0] ?? '') : ''
  })
}

function recordsOf(data: Uint8Array): Kept[] {
  try {
    return unpackPiece(data)
      .toString('utf8')
      .split('\n')
      .map(line => JSON.parse(line) as Kept)
  } catch {
    // A damaged piece: the rows come with their text alone; `workspace.verify` names the file.
    return []
  }
}
