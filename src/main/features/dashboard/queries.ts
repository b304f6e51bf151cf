import type { ReadableDB, WritableDB } from '../../db/types.ts'

/** Batches in the ledger and when the latest was loaded (ISO 8601, UTC). */
export function readFreshness(db: ReadableDB): { batches: number; lastImportAt: string | null } {
  return db
    .prepare('SELECT count(*) AS batches, max(loaded_at) AS lastImportAt FROM batch WHERE undone_at IS NULL')
    .get() as { batches: number; lastImportAt: string | null }
}

export interface BoardRow {
  id: number
  name: string
  tiles: string
  home: number
  revision: number
}

export interface ViewRow {
  id: number
  name: string
  filters: string
  comparison: string
  revision: number
}

export const selectBoards = (db: ReadableDB): BoardRow[] =>
  db.prepare('SELECT id, name, tiles, home, revision FROM board ORDER BY id').all() as BoardRow[]

export const selectViews = (db: ReadableDB): ViewRow[] =>
  db
    .prepare(
      'SELECT id, name, filters, comparison, revision FROM saved_view ORDER BY name COLLATE NOCASE, id',
    )
    .all() as ViewRow[]

export function insertBoard(db: WritableDB, row: Omit<BoardRow, 'id' | 'revision'>): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO board (name, tiles, home, revision, updated_at) VALUES (?, ?, ?, 1, ?)')
    .run(row.name, row.tiles, row.home, new Date().toISOString())
  return Number(lastInsertRowid)
}

/** False where the board is not there any more, or not at this revision. */
export function updateBoard(db: WritableDB, row: BoardRow): boolean {
  const { name, tiles, home, id, revision } = row
  return (
    db
      .prepare(
        'UPDATE board SET name = ?, tiles = ?, home = ?, revision = revision + 1, updated_at = ? WHERE id = ? AND revision = ?',
      )
      .run(name, tiles, home, new Date().toISOString(), id, revision).changes > 0
  )
}

/** One board at most is the first. */
export function leaveHomeTo(db: WritableDB, id: number): void {
  db.prepare('UPDATE board SET home = 0 WHERE id <> ? AND home = 1').run(id)
}

export const deleteBoard = (db: WritableDB, id: number): boolean =>
  db.prepare('DELETE FROM board WHERE id = ?').run(id).changes > 0

export function insertView(db: WritableDB, row: Omit<ViewRow, 'id' | 'revision'>): number {
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO saved_view (name, filters, comparison, revision, updated_at) VALUES (?, ?, ?, 1, ?)',
    )
    .run(row.name, row.filters, row.comparison, new Date().toISOString())
  return Number(lastInsertRowid)
}

export function updateView(db: WritableDB, { name, filters, comparison, id, revision }: ViewRow): boolean {
  return (
    db
      .prepare(
        'UPDATE saved_view SET name = ?, filters = ?, comparison = ?, revision = revision + 1, updated_at = ? WHERE id = ? AND revision = ?',
      )
      .run(name, filters, comparison, new Date().toISOString(), id, revision).changes > 0
  )
}

export const deleteView = (db: WritableDB, id: number): boolean =>
  db.prepare('DELETE FROM saved_view WHERE id = ?').run(id).changes > 0
