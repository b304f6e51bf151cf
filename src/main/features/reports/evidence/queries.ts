import type { ReadableDB } from '../../../db/types.ts'
import { CODE_COLUMNS } from '../../../engine/columns.ts'

export interface PackedEntry extends Record<string, unknown> {
  id: number
  batchId: number
  line: number
  day: number
  amount: number
  baseAmount: number | null
  description: string
  reference: string
  document: string
  note: string
}

export const selectEntries = (db: ReadableDB, ids: readonly number[]): PackedEntry[] =>
  db
    .prepare(
      `SELECT e.id, e.batch_id AS batchId, e.line, e.day, e.amount, e.base_amount AS baseAmount,
         ${CODE_COLUMNS.map(name => `e.${name}`).join(', ')}, coalesce(t.description, '') AS description,
         coalesce(t.reference, '') AS reference, coalesce(t.document, '') AS document, coalesce(t.note, '') AS note
       FROM entry e LEFT JOIN entry_text t ON t.entry_id = e.id WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id`,
    )
    .all(JSON.stringify(ids)) as PackedEntry[]

/** [id, batch, line] of the entries in a span of ids, by id. */
export const selectLines = (
  db: ReadableDB,
  from: number,
  to: number,
): IterableIterator<[number, number, number]> =>
  db
    .prepare('SELECT id, batch_id, line FROM entry WHERE id BETWEEN ? AND ? ORDER BY id')
    .raw()
    .iterate(from, to) as IterableIterator<[number, number, number]>

export interface PackedBatch {
  id: number
  fileId: number
  file: string
  format: string
  sha256: string
  bytes: number
  kept: 0 | 1
  mappingId: number
  loadedAt: string
  read: number
  loaded: number
  duplicate: number
  rejected: number
  ignored: number
  sums: string
}

export const selectBatches = (db: ReadableDB, ids: readonly number[]): PackedBatch[] =>
  db
    .prepare(
      `SELECT b.id, b.file_id AS fileId, b.file_name AS file, b.format, f.sha256, f.bytes, f.kept, b.mapping_id AS mappingId,
         b.loaded_at AS loadedAt, b.read, b.loaded, b.duplicate, b.rejected, b.ignored, b.sums
       FROM batch b JOIN source_file f ON f.id = b.file_id WHERE b.id IN (SELECT value FROM json_each(?)) ORDER BY b.id`,
    )
    .all(JSON.stringify(ids)) as PackedBatch[]

export const selectMappings = (
  db: ReadableDB,
  ids: readonly number[],
): { id: number; version: number; json: string }[] =>
  db
    .prepare('SELECT id, version, json FROM mapping WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(JSON.stringify(ids)) as { id: number; version: number; json: string }[]

/** The pieces of a kept file, deflated, in order. */
export const iterateChunks = (
  db: ReadableDB,
  file: number,
): IterableIterator<{ firstLine: number; firstByte: number; data: Buffer }> =>
  db
    .prepare(
      'SELECT first_line AS firstLine, first_byte AS firstByte, data FROM source_chunk WHERE file_id = ? ORDER BY sequence',
    )
    .iterate(file) as IterableIterator<{ firstLine: number; firstByte: number; data: Buffer }>

/** The pieces of a batch's records, deflated, in order. */
export const iterateRecords = (db: ReadableDB, batch: number): IterableIterator<Buffer> =>
  db
    .prepare('SELECT data FROM record_chunk WHERE batch_id = ? ORDER BY sequence')
    .pluck()
    .iterate(batch) as IterableIterator<Buffer>

/** Every row of these files that became no entry. */
export const iterateUnloaded = (db: ReadableDB, batches: readonly number[]): IterableIterator<unknown[]> =>
  db
    .prepare(
      `SELECT batch_id, line, outcome, code, reason, column_name, raw FROM unloaded_row
       WHERE batch_id IN (SELECT value FROM json_each(?)) ORDER BY batch_id, line, id`,
    )
    .raw()
    .iterate(JSON.stringify(batches)) as IterableIterator<unknown[]>

/** What was done to these entries since their import. */
export const iterateChanges = (db: ReadableDB, from: number, to: number): IterableIterator<unknown[]> =>
  db
    .prepare(
      `SELECT c.id, c.at, c.kind, c.state, r.entry_id, r.field, r.before, r.after FROM change_row r JOIN change c ON c.id = r.change_id
       WHERE r.entry_id BETWEEN ? AND ? AND c.state <> 'dropped' ORDER BY c.id, r.entry_id, r.field`,
    )
    .raw()
    .iterate(from, to) as IterableIterator<unknown[]>

const all = (db: ReadableDB, sql: string): Record<string, unknown>[] =>
  db.prepare(sql).all() as Record<string, unknown>[]

/** Models that ran: parameters, seeds, data revision, figures of merit, and what people concluded. */
export const selectModelRuns = (db: ReadableDB): Record<string, unknown>[] =>
  all(
    db,
    `SELECT id, analysis, scope, method, parameters, seed, data_revision AS dataRevision, metrics, role, note, created_at AS createdAt
     FROM model_run ORDER BY id`,
  )

export const selectVerdicts = (db: ReadableDB): Record<string, unknown>[] =>
  all(
    db,
    'SELECT analysis, subject, verdict, note, method, score, decided_at AS decidedAt FROM finding_verdict ORDER BY analysis, subject',
  )

/** Workpapers with everything in them, in the order of their numbers. */
export function selectWorkpapers(db: ReadableDB): {
  runs: Record<string, unknown>[]
  exceptions: Record<string, unknown>[]
  items: Record<string, unknown>[]
  events: Record<string, unknown>[]
} {
  return {
    runs: all(db, 'SELECT * FROM audit_run ORDER BY id'),
    exceptions: all(db, 'SELECT * FROM audit_exception ORDER BY run_id, sequence'),
    items: all(db, 'SELECT * FROM audit_item ORDER BY run_id, sequence'),
    events: all(db, 'SELECT * FROM audit_event ORDER BY run_id, id'),
  }
}

export interface PackedRun {
  id: number
  name: string
  template: string
  format: string
  from: string
  to: string
  revision: number
  sha256: string
  bytes: number
  definition: string
  madeAt: string
}

export const selectRun = (db: ReadableDB, id: number): PackedRun | undefined =>
  db
    .prepare(
      `SELECT id, name, template, format, from_day AS "from", to_day AS "to", data_revision AS revision, sha256, bytes, definition,
         made_at AS madeAt FROM report_run WHERE id = ?`,
    )
    .get(id) as PackedRun | undefined
