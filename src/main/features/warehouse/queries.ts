import { readMeta, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { codeColumn } from '../../engine/columns.ts'
import { readRegistry } from '../../engine/dimensions.ts'
import { FACT_COLUMNS } from '../../engine/postgres/take.ts'

/** Code columns of the dimensions that have members. */
export function usedColumns(db: ReadableDB): string[] {
  const used = db
    .prepare(
      'SELECT d.column_name FROM dimension d WHERE EXISTS (SELECT 1 FROM member m WHERE m.dimension_id = d.id) ORDER BY d.rowid',
    )
    .pluck()
    .all() as string[]
  return used.map(codeColumn)
}

/** The numbers of the units that have entries; a unit is a span of entry ids. */
export function selectUnits(db: ReadableDB, size: number): number[] {
  return db
    .prepare(`SELECT DISTINCT id / ${Math.trunc(size)} FROM entry ORDER BY 1`)
    .pluck()
    .all() as number[]
}

export type TextRow = [number, string, string, string, string, string]

/** Facts of the entries from one id to before another as lines of COPY text, in the order of `entry` in a warehouse. */
export function selectFactLines(
  db: ReadableDB,
  unit: number,
  columns: readonly string[],
  from: number,
  to: number,
): string[] {
  const codes = columns.map(name => `, e.${codeColumn(name)}`).join('')
  return db
    .prepare(
      `SELECT concat_ws(char(9), e.id, ${Math.trunc(unit)}, e.batch_id, e.line, e.day, e.posting_period, e.amount, coalesce(e.base_amount, '\\N'), e.id IN (SELECT entry_id FROM entry_part)${codes})
       FROM entry e WHERE e.id >= ? AND e.id < ? ORDER BY e.id`,
    )
    .pluck()
    .all(from, to) as string[]
}

export function eachText(db: ReadableDB, from: number, to: number): IterableIterator<TextRow> {
  return db
    .prepare(
      `SELECT t.entry_id, t.description, t.reference, t.document, t.note, t.extra FROM entry_text t JOIN entry e ON e.id = t.entry_id
       WHERE t.entry_id >= ? AND t.entry_id < ? ORDER BY t.entry_id`,
    )
    .raw()
    .iterate(from, to) as IterableIterator<TextRow>
}

export function selectMembers(db: ReadableDB): [string, number, string, string][] {
  return db
    .prepare('SELECT dimension_id, ordinal, key, label FROM member ORDER BY dimension_id, ordinal')
    .raw()
    .all() as [string, number, string, string][]
}

export function selectDimensions(db: ReadableDB): [string, string, string, string][] {
  return db.prepare('SELECT id, label, kind, column_name FROM dimension ORDER BY rowid').raw().all() as [
    string,
    string,
    string,
    string,
  ][]
}

export function selectAccountDetails(db: ReadableDB): (string | number)[][] {
  return db
    .prepare(
      'SELECT ordinal, type, level_1, level_2, level_3, level_4, level_5, level_6, level_7 FROM account_detail ORDER BY ordinal',
    )
    .raw()
    .all() as (string | number)[][]
}

/** Each category's group, as the engine looks it up. */
export function selectCategoryGroups(db: ReadableDB): [number, string][] {
  const lookup = readRegistry(db).get('category_group')?.lookup
  if (!lookup) return []
  return db.prepare(`SELECT l.ordinal, l.key FROM (${lookup.sql}) l ORDER BY l.ordinal`).raw().all() as [
    number,
    string,
  ][]
}

export function selectBatchFiles(db: ReadableDB): [number, string, string, string, string][] {
  return db
    .prepare(
      `SELECT b.id, b.file_name, coalesce(f.sha256, ''), b.loaded_at,
         CASE WHEN s.batch_id IS NULL THEN '' ELSE json_object('connection', s.connection_name, 'place', s.place, 'statement', s.statement, 'watermark', s.watermark,
           'since', s.since, 'until', s.until, 'key', json(s.key), 'readAt', s.read_at) END
       FROM batch b LEFT JOIN source_file f ON f.id = b.file_id LEFT JOIN source_load s ON s.batch_id = b.id
       WHERE b.undone_at IS NULL ORDER BY b.id`,
    )
    .raw()
    .all() as [number, string, string, string, string][]
}

export function selectDays(db: ReadableDB): number[] {
  return db.prepare('SELECT DISTINCT day FROM entry ORDER BY day').pluck().all() as number[]
}

/** Counts and exact sums of the entries of each day. Sums in two halves: a total may pass 64 bits. */
export function selectDaySums(db: ReadableDB): [bigint, bigint, bigint, bigint, bigint, bigint][] {
  const halves = (column: string): string =>
    `sum(coalesce(${column}, 0) >> 32), sum(coalesce(${column}, 0) & 4294967295)`
  return db
    .prepare(`SELECT day, count(*), ${halves('amount')}, ${halves('base_amount')} FROM entry GROUP BY day`)
    .safeIntegers()
    .raw()
    .all() as [bigint, bigint, bigint, bigint, bigint, bigint][]
}

export function countTexts(db: ReadableDB): number {
  return db
    .prepare('SELECT count(*) FROM entry_text t JOIN entry e ON e.id = t.entry_id')
    .pluck()
    .get() as number
}

const ATTACHED = 'warehouse'

/** The warehouse that this workspace belongs to, as JSON; undefined where there is none. */
export const readAttached = (db: ReadableDB): string | undefined => readMeta(db, ATTACHED) || undefined
export const writeAttached = (db: WritableDB, json: string): void => writeMeta(db, ATTACHED, json)

export function batchesBetween(db: ReadableDB, from: number, to: number): number[] {
  return db
    .prepare('SELECT DISTINCT batch_id FROM entry WHERE id >= ? AND id < ?')
    .pluck()
    .all(from, to) as number[]
}

/** A trigger takes the texts out of the word index. */
export function deleteUnit(db: WritableDB, from: number, to: number): void {
  db.prepare('DELETE FROM entry_text WHERE entry_id >= ? AND entry_id < ?').run(from, to)
  db.prepare('DELETE FROM entry WHERE id >= ? AND id < ?').run(from, to)
}

export function insertPulled(
  db: WritableDB,
  columns: readonly string[],
  facts: readonly (string | null)[][],
  texts: readonly (string | null)[][],
): void {
  const names = [...FACT_COLUMNS, ...columns.map(codeColumn)]
  const entry = db.prepare(
    `INSERT INTO entry (${names.join(', ')}, fingerprint) VALUES (${names.map(() => '?').join(', ')}, ?)`,
  )
  for (const row of facts) {
    // Nothing is imported here, so nothing has to be known again: a number of its own will do.
    const fingerprint = Buffer.alloc(16)
    fingerprint.writeBigInt64BE(BigInt(row[0] ?? 0), 8)
    entry.run(...row.map(cell => (cell === null ? null : BigInt(cell))), fingerprint)
  }
  const text = db.prepare(
    'INSERT INTO entry_text (entry_id, description, reference, document, note, extra) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [id, ...fields] of texts) text.run(Number(id), ...fields)
}

/** Texts below the word index's mark, which it would never look at again by itself. */
export function indexTexts(db: WritableDB, from: number, to: number): void {
  db.prepare(
    `INSERT INTO text_index (rowid, description, reference, document, note)
     SELECT entry_id, description, reference, document, note FROM entry_text WHERE entry_id >= ? AND entry_id < ?
       AND entry_id <= coalesce((SELECT cast(value AS integer) FROM workspace_meta WHERE key = 'text_index_to'), 0)`,
  ).run(from, to)
}

export function countOfBatch(db: ReadableDB, batch: number): number {
  return db.prepare('SELECT count(*) FROM entry WHERE batch_id = ?').pluck().get(batch) as number
}

export function deleteBatch(db: WritableDB, batch: number): void {
  db.prepare('DELETE FROM batch WHERE id = ?').run(batch)
}

/** Entries and sums of each batch and currency, as they are; sums in two halves. */
export function sumsByBatch(
  db: ReadableDB,
): { batch: number; currency: string; entries: number; high: bigint; low: bigint }[] {
  const rows = db
    .prepare(
      `SELECT e.batch_id, coalesce(m.key, ''), count(*), sum(e.amount >> 32), sum(e.amount & 4294967295) FROM entry e
       LEFT JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency GROUP BY 1, 2`,
    )
    .safeIntegers()
    .raw()
    .all() as [bigint, string, bigint, bigint, bigint][]
  return rows.map(([batch, currency, entries, high, low]) => ({
    batch: Number(batch),
    currency,
    entries: Number(entries),
    high,
    low,
  }))
}

export function updateBatch(db: WritableDB, batch: number, entries: number, sums: string): void {
  db.prepare('UPDATE batch SET read = ?, loaded = ?, sums = ? WHERE id = ?').run(
    entries,
    entries,
    sums,
    batch,
  )
}

type Rows = (string | null)[][]

/** Dictionaries as the warehouse has them: the same member has the same code on both sides. */
export function replaceSmallTables(
  db: WritableDB,
  tables: { dimension: Rows; member: Rows; account_detail: Rows; batch: Rows },
): void {
  const fill = (sql: string, rows: Rows): void => {
    const insert = db.prepare(sql)
    for (const row of rows) insert.run(...row)
  }
  db.prepare('DELETE FROM member').run()
  db.prepare("DELETE FROM dimension WHERE kind = 'custom'").run()
  db.prepare('DELETE FROM account_detail').run()
  fill(
    'INSERT OR REPLACE INTO dimension (id, label, kind, column_name) VALUES (?, ?, ?, ?)',
    tables.dimension,
  )
  const members = tables.member.map(row => row.slice(0, 4))
  fill('INSERT INTO member (dimension_id, ordinal, key, label) VALUES (?, CAST(? AS INTEGER), ?, ?)', members)
  fill('INSERT INTO account_detail (ordinal, type, level_1, level_2, level_3, level_4, level_5, level_6, level_7) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?, ?, ?)', tables.account_detail) // prettier-ignore
  const batch = db.prepare(
    `INSERT INTO batch (id, file_id, file_name, format, mapping_id, loaded_at, read, loaded, duplicate, rejected, ignored, sums, fingerprint_version)
     VALUES (CAST(? AS INTEGER), ?, ?, 'warehouse', 0, ?, 0, 0, 0, 0, 0, '{}', 0) ON CONFLICT (id) DO UPDATE SET file_name = excluded.file_name, file_id = excluded.file_id`,
  )
  const file = db.prepare(
    'INSERT INTO source_file (sha256, name, bytes, kept) VALUES (?, ?, 0, 0) ON CONFLICT (sha256) DO UPDATE SET name = excluded.name RETURNING id',
  )
  for (const [id, name, sha256, loadedAt] of tables.batch) {
    const fileId = sha256 ? (file.pluck().get(sha256, name) as number) : 0
    batch.run(id, fileId, name, loadedAt)
  }
}
