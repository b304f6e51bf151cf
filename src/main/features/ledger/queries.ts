import type { ReadableDB } from '../../db/types.ts'
import { CODE_COLUMNS } from '../../engine/columns.ts'
import type { StoredEntry } from '../../engine/stored-entry.ts'

export type { StoredEntry } from '../../engine/stored-entry.ts'

const SELECT = `SELECT e.id, e.batch_id AS batchId, e.line, e.day, e.posting_period AS postingPeriod, e.amount,
  e.base_amount AS baseAmount, ${CODE_COLUMNS.map(name => `e.${name}`).join(', ')},
  coalesce(t.description, '') AS description, coalesce(t.reference, '') AS reference,
  coalesce(t.document, '') AS document, coalesce(t.note, '') AS note, coalesce(t.extra, '') AS extra,
  e.id IN (SELECT entry_id FROM entry_part) AS part
  FROM entry e LEFT JOIN entry_text t ON t.entry_id = e.id`

/** The entries with these ids, in the order of the ids given. */
export function readEntries(db: ReadableDB, ids: readonly number[]): StoredEntry[] {
  const rows = db
    .prepare(`${SELECT} WHERE e.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as StoredEntry[]
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/**
 * Lines of one document: same number, company and fiscal year, as far as the source states them. Numbers start anew with each
 * company's fiscal year; the year is the first digits of the posting period.
 */
const SAME_DOCUMENT = `t.document = ? AND t.document <> '' AND e.company = ? AND e.posting_period / 100 = ?`
const documentOf = (entry: StoredEntry): unknown[] => [
  entry.document,
  entry['company'],
  Math.floor(entry.postingPeriod / 100),
]

/** Its first lines, by id. */
export function readDocument(db: ReadableDB, entry: StoredEntry, limit: number): StoredEntry[] {
  return db
    .prepare(`${SELECT} WHERE ${SAME_DOCUMENT} ORDER BY e.id LIMIT ?`)
    .all(...documentOf(entry), limit) as StoredEntry[]
}

/** Number of lines of a document, how many are converted, and the sum of their base amounts. */
export function documentBalance(
  db: ReadableDB,
  entry: StoredEntry,
): { lines: number; converted: number; balance: number | null } {
  return db
    .prepare(
      `SELECT count(*) AS lines, count(e.base_amount) AS converted, sum(e.base_amount) AS balance
       FROM entry e JOIN entry_text t ON t.entry_id = e.id
       WHERE ${SAME_DOCUMENT}`,
    )
    .get(...documentOf(entry)) as { lines: number; converted: number; balance: number | null }
}

/** The entry that a part belongs to. */
export function readParent(db: ReadableDB, id: number): { id: number; amount: number } | undefined {
  return db
    .prepare(
      'SELECT t.id, t.amount FROM entry_part p JOIN trash_entry t ON t.id = p.parent_id WHERE p.entry_id = ?',
    )
    .get(id) as { id: number; amount: number } | undefined
}

export function readParts(db: ReadableDB, parent: number): number[] {
  return db
    .prepare(
      'SELECT e.id FROM entry_part p JOIN entry e ON e.id = p.entry_id WHERE p.parent_id = ? ORDER BY e.id',
    )
    .pluck()
    .all(parent) as number[]
}

export function readPair(db: ReadableDB, id: number): number | undefined {
  return db
    .prepare('SELECT p.other_id FROM transfer_pair p JOIN entry e ON e.id = p.other_id WHERE p.entry_id = ?')
    .pluck()
    .get(id) as number | undefined
}

export interface EntryChange {
  at: string
  field: string
  before: string | number | null
  after: string | number | null
  state: string
}

export function readChangesOf(db: ReadableDB, id: number): EntryChange[] {
  return db
    .prepare(
      `SELECT c.at, r.field, r.before, r.after, c.state FROM change_row r JOIN change c ON c.id = r.change_id
       WHERE r.entry_id = ? AND c.state <> 'dropped' ORDER BY c.id DESC, r.field LIMIT 200`,
    )
    .all(id) as EntryChange[]
}

export interface StoredChange {
  id: number
  groupId: number
  kind: string
  at: string
  entries: number
  summary: string
  state: 'done' | 'undone' | 'dropped'
}

/** The newest steps of the history with all changes of their groups, the newest group first. */
export function readChanges(db: ReadableDB, groups: number): StoredChange[] {
  return db
    .prepare(
      `SELECT id, group_id AS groupId, kind, at, entries, summary, state FROM change
       WHERE group_id IN (SELECT DISTINCT group_id FROM change ORDER BY group_id DESC LIMIT ?)
       ORDER BY group_id DESC, id`,
    )
    .all(groups) as StoredChange[]
}

export function readGroup(db: ReadableDB, group: number): StoredChange[] {
  return db
    .prepare(
      'SELECT id, group_id AS groupId, kind, at, entries, summary, state FROM change WHERE group_id = ? ORDER BY id',
    )
    .all(group) as StoredChange[]
}

export function countGroups(db: ReadableDB): number {
  return db.prepare('SELECT count(DISTINCT group_id) FROM change').pluck().get() as number
}

/** Entries that were deleted before a moment, as they are stored, with the time at which they were deleted. */
export function readTrash(
  db: ReadableDB,
  offset: number,
  limit: number,
  before: string,
): { total: number; rows: (StoredEntry & { deletedAt: string; batchUndone: number })[] } {
  const total = db
    .prepare("SELECT count(*) FROM resting_entry WHERE place = 'deleted' AND at < ?")
    .pluck()
    .get(before) as number
  const fields = SELECT.slice(0, SELECT.indexOf('FROM entry e'))
  const rows = db
    .prepare(
      `${fields}, r.at AS deletedAt, b.undone_at IS NOT NULL AS batchUndone
       FROM resting_entry r JOIN trash_entry e ON e.id = r.entry_id JOIN batch b ON b.id = e.batch_id
       LEFT JOIN trash_entry_text t ON t.entry_id = e.id
       WHERE r.place = 'deleted' AND r.at < ? ORDER BY r.at DESC, e.id DESC LIMIT ? OFFSET ?`,
    )
    .all(before, limit, offset) as (StoredEntry & { deletedAt: string; batchUndone: number })[]
  return { total, rows }
}

/** The entries that were deleted before a moment. */
export function readDeletedBefore(db: ReadableDB, before: string): number[] {
  return db
    .prepare("SELECT entry_id FROM resting_entry WHERE place = 'deleted' AND at < ? ORDER BY entry_id")
    .pluck()
    .all(before) as number[]
}

/** Of these ids, those that are deleted entries. */
export function readDeleted(db: ReadableDB, ids: readonly number[]): number[] {
  return db
    .prepare(
      "SELECT entry_id FROM resting_entry WHERE place = 'deleted' AND entry_id IN (SELECT value FROM json_each(?))",
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[]
}

/** Of these ids, those that are in the ledger. */
export function readPresent(db: ReadableDB, ids: readonly number[]): number[] {
  return db
    .prepare('SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(ids)) as number[]
}

export interface StoredOrigin {
  fileId: number
  file: string
  sha256: string
  loadedAt: string
  kept: number
  mappingVersion: number | null
  mappingJson: string | null
}

export function readOrigin(db: ReadableDB, batchId: number): StoredOrigin | undefined {
  return db
    .prepare(
      `SELECT f.id AS fileId, b.file_name AS file, f.sha256, b.loaded_at AS loadedAt, f.kept,
         m.version AS mappingVersion, m.json AS mappingJson
       FROM batch b JOIN source_file f ON f.id = b.file_id LEFT JOIN mapping m ON m.id = b.mapping_id
       WHERE b.id = ?`,
    )
    .get(batchId) as StoredOrigin | undefined
}

/** The piece of a kept file in which a physical line begins. */
export function readChunk(
  db: ReadableDB,
  fileId: number,
  line: number,
): { firstLine: number; data: Buffer } | undefined {
  return db
    .prepare(
      `SELECT first_line AS firstLine, data FROM source_chunk
       WHERE file_id = ? AND first_line <= ? ORDER BY sequence DESC LIMIT 1`,
    )
    .get(fileId, line) as { firstLine: number; data: Buffer } | undefined
}

/** The piece of a batch's records in which a place lies. */
export function readRecordChunk(db: ReadableDB, batchId: number, place: number): Buffer | undefined {
  return db
    .prepare(
      `SELECT data FROM record_chunk WHERE batch_id = ? AND first_line <= ? ORDER BY sequence DESC LIMIT 1`,
    )
    .pluck()
    .get(batchId, place) as Buffer | undefined
}
