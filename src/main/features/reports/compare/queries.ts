import type { ReadableDB } from '../../../db/types.ts'

/** Steps of the history that are done, ascending; those that can no longer be undone as well. */
export const selectDone = (db: ReadableDB): number[] =>
  db.prepare("SELECT id FROM change WHERE state IN ('done', 'closed') ORDER BY id").pluck().all() as number[]

export interface Step {
  id: number
  kind: string
  at: string
  batch: number | null
  summary: string
}

export const selectSteps = (db: ReadableDB, ids: readonly number[]): Step[] =>
  db
    .prepare(
      'SELECT id, kind, at, batch_id AS batch, summary FROM change WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .all(JSON.stringify(ids)) as Step[]

/** The steps by which batches came and went. */
export const selectImports = (
  db: ReadableDB,
  batches: readonly number[],
): { id: number; kind: string; batch: number }[] =>
  db
    .prepare(
      `SELECT id, kind, batch_id AS batch FROM change
       WHERE kind LIKE 'import%' AND batch_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(batches)) as { id: number; kind: string; batch: number }[]

/** What steps did to entries: every field that they changed. */
export const selectTouched = (
  db: ReadableDB,
  steps: readonly number[],
): { step: number; entry: number; field: string }[] =>
  db
    .prepare(
      `SELECT change_id AS step, entry_id AS entry, field FROM change_row
       WHERE change_id IN (SELECT value FROM json_each(?)) ORDER BY change_id`,
    )
    .all(JSON.stringify(steps)) as { step: number; entry: number; field: string }[]

/** Of these steps, those that changed members of a dimension, not entries. */
export const selectMemberSteps = (
  db: ReadableDB,
  steps: readonly number[],
): { step: number; dimension: string }[] =>
  db
    .prepare(
      `SELECT DISTINCT change_id AS step, dimension_id AS dimension FROM change_member
       WHERE change_id IN (SELECT value FROM json_each(?)) ORDER BY change_id`,
    )
    .all(JSON.stringify(steps)) as { step: number; dimension: string }[]

/** Of these entries, those that are parts of split ones, with the whole. */
export const selectParents = (
  db: ReadableDB,
  entries: readonly number[],
): { entry: number; parent: number }[] =>
  db
    .prepare(
      'SELECT entry_id AS entry, parent_id AS parent FROM entry_part WHERE entry_id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(entries)) as { entry: number; parent: number }[]

export const selectBatchFiles = (
  db: ReadableDB,
  ids: readonly number[],
): { id: number; file: string; loadedAt: string }[] =>
  db
    .prepare(
      'SELECT id, file_name AS file, loaded_at AS loadedAt FROM batch WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids)) as { id: number; file: string; loadedAt: string }[]

/** Words of entries, in the ledger or in the trash. */
export const selectWords = (db: ReadableDB, ids: readonly number[]): { id: number; text: string }[] =>
  db
    .prepare(
      `SELECT j.value AS id, coalesce(e.description, t.description, '') AS text FROM json_each(?) j
       LEFT JOIN entry_text e ON e.entry_id = j.value LEFT JOIN trash_entry_text t ON t.entry_id = j.value`,
    )
    .all(JSON.stringify(ids)) as { id: number; text: string }[]
