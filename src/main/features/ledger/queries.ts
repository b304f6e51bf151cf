import type { ReadableDB } from '../../db/types.ts'
import { CODE_COLUMNS } from '../../engine/columns.ts'

/** An entry as it is stored, with its texts. Code columns under their own names. */
export interface StoredEntry extends Record<string, unknown> {
  id: number
  batchId: number
  line: number
  day: number
  postingPeriod: number
  amount: number
  baseAmount: number | null
  description: string
  reference: string
  document: string
  note: string
  extra: string
}

const SELECT = `SELECT e.id, e.batch_id AS batchId, e.line, e.day, e.posting_period AS postingPeriod, e.amount,
  e.base_amount AS baseAmount, ${CODE_COLUMNS.map(name => `e.${name}`).join(', ')},
  coalesce(t.description, '') AS description, coalesce(t.reference, '') AS reference,
  coalesce(t.document, '') AS document, coalesce(t.note, '') AS note, coalesce(t.extra, '') AS extra
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
