import { customDimension } from '../../db/members.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import type { Control, Counts, Mapping } from '../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { BUILT_IN_DIMENSIONS, CUSTOM_DIMENSIONS } from '../../../shared/query/dimensions.ts'
import { normaliseHeader } from './analysis/mapping/headers.ts'
import type { Summary, UnloadedRow } from './load/chunk.ts'
import { hasResting, RESTING } from './load/queries.ts'

/** A batch with its file and the name of its mapping, as one row. */
export interface BatchRow extends Counts {
  id: number
  fileId: number
  fileName: string
  sha256: string
  format: string
  mapping: string
  loadedAt: string
  sums: string
  fromDay: number | null
  toDay: number | null
  undoneAt: string | null
  stated: number
  /** JSON list of controls. */
  disagreements: string
}

const BATCH = `SELECT b.id, b.file_id AS fileId, b.file_name AS fileName, f.sha256, b.format,
    coalesce(json_extract(m.json, '$.name'), '') AS mapping, b.loaded_at AS loadedAt,
    b.read, b.loaded, b.duplicate, b.rejected, b.ignored, b.sums, b.from_day AS fromDay, b.to_day AS toDay,
    b.undone_at AS undoneAt,
    (SELECT count(*) FROM batch_control c WHERE c.batch_id = b.id AND json_extract(c.json, '$.code') <> 'read') AS stated,
    (SELECT json_group_array(json(c.json)) FROM batch_control c
      WHERE c.batch_id = b.id AND json_extract(c.json, '$.agrees') = 0) AS disagreements
  FROM batch b JOIN source_file f ON f.id = b.file_id LEFT JOIN mapping m ON m.id = b.mapping_id`

export function selectBatches(db: ReadableDB): BatchRow[] {
  return db.prepare(`${BATCH} ORDER BY b.id DESC`).all() as BatchRow[]
}

export function selectBatch(db: ReadableDB, id: number): BatchRow | undefined {
  return db.prepare(`${BATCH} WHERE b.id = ?`).get(id) as BatchRow | undefined
}

export function selectLoadedBatchOfFile(db: ReadableDB, sha256: string): number | undefined {
  return db
    .prepare(
      `SELECT b.id FROM batch b JOIN source_file f ON f.id = b.file_id
       WHERE f.sha256 = ? AND b.undone_at IS NULL ORDER BY b.id DESC LIMIT 1`,
    )
    .pluck()
    .get(sha256) as number | undefined
}

export function selectMappings(db: ReadableDB): { id: number; json: string; usedAt: string }[] {
  return db
    .prepare(
      `SELECT id, json, used_at AS usedAt FROM mapping m
       WHERE version = (SELECT max(version) FROM mapping WHERE shape = m.shape) AND substr(shape, 1, 1) <> char(29)
       ORDER BY used_at DESC, id DESC LIMIT 500`,
    )
    .all() as { id: number; json: string; usedAt: string }[]
}

/** The mapping's row: the one there is where nothing changed, else a new version of its shape. */
export function saveMapping(db: WritableDB, shape: string, mapping: Mapping, now: string): number {
  const json = JSON.stringify(mapping)
  const last = db
    .prepare('SELECT id, version, json FROM mapping WHERE shape = ? ORDER BY version DESC LIMIT 1')
    .get(shape) as { id: number; version: number; json: string } | undefined
  if (last && sameMapping(last.json, mapping)) {
    db.prepare('UPDATE mapping SET used_at = ? WHERE id = ?').run(now, last.id)
    return last.id
  }
  const insert = db.prepare('INSERT INTO mapping (shape, version, json, used_at) VALUES (?, ?, ?, ?)')
  return Number(insert.run(shape, (last?.version ?? 0) + 1, json, now).lastInsertRowid)
}

// The name comes from the first file of a shape and says nothing of how columns are read; nor does the order of JSON's keys.
function sameMapping(json: string, mapping: Mapping): boolean {
  const bare = (value: object): string =>
    JSON.stringify({ ...value, name: '' }, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : 1)))
        : inner,
    )
  return bare(JSON.parse(json) as object) === bare(mapping)
}

/** The file's row; `isNew` where its bytes were not seen before, and its pieces are to be kept. */
export function saveFile(
  db: WritableDB,
  file: { name: string; sha256: string; bytes: number; kept: boolean },
): { id: number; keep: boolean } {
  const known = db.prepare('SELECT id, kept FROM source_file WHERE sha256 = ?').get(file.sha256) as
    | { id: number; kept: number }
    | undefined
  if (known) {
    if (known.kept === 0 && file.kept)
      db.prepare('UPDATE source_file SET kept = 1 WHERE id = ?').run(known.id)
    return { id: known.id, keep: known.kept === 0 && file.kept }
  }
  const insert = db.prepare('INSERT INTO source_file (sha256, name, bytes, kept) VALUES (?, ?, ?, ?)')
  const { lastInsertRowid } = insert.run(file.sha256, file.name, file.bytes, file.kept ? 1 : 0)
  return { id: Number(lastInsertRowid), keep: file.kept }
}

/** Whether a file of as many bytes is here: no other can be the same. */
export function hasFileOf(db: ReadableDB, bytes: number): boolean {
  return db.prepare('SELECT 1 FROM source_file WHERE bytes = ? LIMIT 1').get(bytes) !== undefined
}

/** Gives a file that was saved while it was read the hash of what was read. */
export function nameFile(db: WritableDB, id: number, sha256: string): void {
  db.prepare('UPDATE source_file SET sha256 = ? WHERE id = ?').run(sha256, id)
}

export function insertSourceChunk(db: WritableDB) {
  return db.prepare(
    'INSERT INTO source_chunk (file_id, sequence, first_line, first_byte, data) VALUES (?, ?, ?, ?, ?)',
  )
}

/** Opens the batch's row; its figures come at the end (`finishBatch`). */
export function insertBatch(
  db: WritableDB,
  batch: {
    fileId: number
    fileName: string
    format: string
    mappingId: number
    now: string
    fingerprintVersion: number
  },
): number {
  const insert = db.prepare(
    `INSERT INTO batch (file_id, file_name, format, mapping_id, loaded_at, read, loaded, duplicate, rejected, ignored, sums,
       fingerprint_version) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '{}', ?)`,
  )
  const { fileId, fileName, format, mappingId, now, fingerprintVersion } = batch
  return Number(insert.run(fileId, fileName, format, mappingId, now, fingerprintVersion).lastInsertRowid)
}

export function finishBatch(db: WritableDB, id: number, s: Summary): void {
  db.prepare(
    `UPDATE batch SET read = ?, loaded = ?, duplicate = ?, rejected = ?, ignored = ?, sums = ?, duplicate_sums = ?, from_day = ?, to_day = ?
     WHERE id = ?`,
  ).run(
    s.read,
    s.loaded,
    s.duplicate,
    s.rejected,
    s.ignored,
    JSON.stringify(s.sums),
    JSON.stringify(s.duplicateSums),
    s.fromDay,
    s.toDay,
    id,
  )
  const control = db.prepare('INSERT INTO batch_control (batch_id, sequence, json) VALUES (?, ?, ?)')
  const controls = [...s.controls, ...readControls(s)]
  for (const [i, one] of controls.entries()) control.run(id, i, JSON.stringify(one))
}

/** The sum of all rows that read as entries, kept like what a file states of itself, to be held against loaded + duplicate. */
function readControls({ readSums, sums, duplicateSums }: Summary): Control[] {
  return Object.entries(readSums).map(([currency, file]) => {
    const exponent = exponentOf(currency)
    const loaded = [sums[currency], duplicateSums[currency]].filter(sum => sum !== undefined)
    const farthing = toDecimal(
      loaded.reduce((all, sum) => all + minorOf(sum), 0n),
      exponent,
    )
    return { code: 'read', label: '', file, farthing, agrees: file === farthing, currency }
  })
}

/** Minor units of a sum that has all its places; it may be beyond what one amount can be. */
const minorOf = (decimal: string): bigint => BigInt(decimal.replace('.', ''))

export function insertUnloaded(db: WritableDB, batchId: number): (row: UnloadedRow) => void {
  const insert = db.prepare(
    'INSERT INTO unloaded_row (batch_id, line, outcome, code, reason, column_name, raw) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return row =>
    void insert.run(
      batchId,
      row.line,
      row.outcome,
      row.code,
      row.reason,
      row.column,
      row.raw.slice(0, 65_536),
    )
}

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_DIMENSIONS.map(d => d.id))

/**
 * Column of `entry` and id of each of a file's dimensions; custom ones are made, or found again by their normalised header, so that
 * "CapitalOrRevenue" and "Capital or revenue" are one. `undefined` where all custom dimensions are taken.
 */
export function dimensionColumns(
  db: WritableDB,
  dimensions: readonly { id: string; custom: boolean }[],
): ({ id: string; column: string } | undefined)[] {
  return dimensions.map(d => {
    if (!d.custom && BUILT_IN.has(d.id)) return { id: d.id, column: d.id }
    const customs = db.prepare("SELECT id, label FROM dimension WHERE kind = 'custom'").all() as {
      id: string
      label: string
    }[]
    const same = customs.find(c => normaliseHeader(c.label) === normaliseHeader(d.id))
    if (same) return { id: same.id, column: same.id }
    if (customs.length >= CUSTOM_LIMIT) return undefined
    return customDimension(db, d.id)
  })
}

const CUSTOM_LIMIT = CUSTOM_DIMENSIONS

/** Labels of the workspace's own dimensions. */
export function customLabels(db: ReadableDB): string[] {
  return db.prepare("SELECT label FROM dimension WHERE kind = 'custom'").pluck().all() as string[]
}

export function upsertAccountDetail(db: WritableDB) {
  return db.prepare(
    `INSERT INTO account_detail (ordinal, type, level_1, level_2, level_3, level_4, level_5, level_6, level_7)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ordinal) DO UPDATE SET
       type = CASE WHEN excluded.type <> '' THEN excluded.type ELSE type END,
       level_1 = CASE WHEN excluded.level_1 <> '' THEN excluded.level_1 ELSE level_1 END,
       level_2 = CASE WHEN excluded.level_2 <> '' THEN excluded.level_2 ELSE level_2 END,
       level_3 = CASE WHEN excluded.level_3 <> '' THEN excluded.level_3 ELSE level_3 END,
       level_4 = CASE WHEN excluded.level_4 <> '' THEN excluded.level_4 ELSE level_4 END,
       level_5 = CASE WHEN excluded.level_5 <> '' THEN excluded.level_5 ELSE level_5 END,
       level_6 = CASE WHEN excluded.level_6 <> '' THEN excluded.level_6 ELSE level_6 END,
       level_7 = CASE WHEN excluded.level_7 <> '' THEN excluded.level_7 ELSE level_7 END`,
  )
}

/** Says of fingerprints whether the ledger has them. */
export function knownFingerprint(db: ReadableDB): (fingerprint: Uint8Array) => boolean {
  const find = db.prepare('SELECT 1 FROM entry WHERE fingerprint = ?').pluck()
  const resting = hasResting(db) ? db.prepare(`${RESTING} = ?`).pluck() : undefined
  return fingerprint => find.get(fingerprint) !== undefined || resting?.get(fingerprint) !== undefined
}

export function hasEntries(db: ReadableDB): boolean {
  return db.prepare('SELECT 1 FROM entry LIMIT 1').pluck().get() !== undefined || hasResting(db)
}

export function selectRejects(db: ReadableDB, batchId: number, offset: number, limit: number) {
  return db
    .prepare(
      `SELECT line, reason, raw FROM unloaded_row WHERE batch_id = ? AND outcome = 'rejected' ORDER BY line LIMIT ? OFFSET ?`,
    )
    .all(batchId, limit, offset) as { line: number; reason: string; raw: string }[]
}

export function countRejects(db: ReadableDB, batchId: number): number {
  return db
    .prepare(`SELECT count(*) FROM unloaded_row WHERE batch_id = ? AND outcome = 'rejected'`)
    .pluck()
    .get(batchId) as number
}

export function selectMappingOfBatch(db: ReadableDB, batchId: number): string | undefined {
  return db
    .prepare('SELECT m.json FROM batch b JOIN mapping m ON m.id = b.mapping_id WHERE b.id = ?')
    .pluck()
    .get(batchId) as string | undefined
}
