import type { AuditVerdict, EVENT_KINDS } from '../../../shared/data/workpaper.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

/** Texts of entries that a field can come from. */
export const ENTRY_TEXTS = ['description', 'reference', 'document', 'note'] as const
export type EntryText = (typeof ENTRY_TEXTS)[number]

/** One text of some entries, in the order of `ids`; '' where there is none. `extra`: of the column kept by that header. */
export function readTexts(
  db: ReadableDB,
  ids: readonly number[],
  of: { text: EntryText } | { extra: string },
): string[] {
  // The name is one of ENTRY_TEXTS; a header is a parameter.
  const column =
    'text' in of
      ? `t.${ENTRY_TEXTS.find(one => one === of.text) ?? 'note'}`
      : "CASE WHEN t.extra = '' THEN '' ELSE (SELECT x.value FROM json_each(t.extra) x WHERE x.key = ?) END"
  return db
    .prepare(
      `SELECT coalesce(${column}, '') FROM json_each(?) i LEFT JOIN entry_text t ON t.entry_id = i.value ORDER BY i.key`,
    )
    .pluck()
    .all(...('extra' in of ? [of.extra] : []), JSON.stringify(ids))
    .map(String)
}

/** Which texts any entry has, and the headers of columns kept as text in the first entries. */
export function readTextSources(db: ReadableDB): { texts: EntryText[]; extra: string[] } {
  const texts = ENTRY_TEXTS.filter(
    text => db.prepare(`SELECT EXISTS (SELECT 1 FROM entry_text WHERE ${text} <> '')`).pluck().get() === 1,
  )
  const extra = db
    .prepare(
      `SELECT DISTINCT x.key FROM (SELECT extra FROM entry_text WHERE extra <> '' LIMIT 2000) t, json_each(t.extra) x ORDER BY x.key`,
    )
    .pluck()
    .all() as string[]
  return { texts, extra }
}

export function readFingerprints(db: ReadableDB, ids: readonly number[]): Map<number, string> {
  const rows = db
    .prepare('SELECT id, hex(fingerprint) AS hex FROM entry WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids)) as { id: number; hex: string }[]
  return new Map(rows.map(row => [row.id, row.hex]))
}

/** Ids of the entries that are in the ledger, by fingerprint. */
export function readEntries(db: ReadableDB, fingerprints: readonly string[]): Map<string, number> {
  const rows = db
    .prepare(`SELECT i.value AS hex, e.id FROM json_each(?) i JOIN entry e ON e.fingerprint = unhex(i.value)`)
    .all(JSON.stringify(fingerprints)) as { hex: string; id: number }[]
  return new Map(rows.map(row => [row.hex, row.id]))
}

export interface RunRow {
  id: number
  test: string
  title: string
  request: string
  columns: string
  filters: string
  dataRevision: number
  rows: number
  sum: string
  unconverted: number
  currency: string
  result: string
  found: number
  conclusion: string
  createdAt: string
  createdBy: string
  signedAt: string | null
  signedBy: string | null
  open: number
  exceptions: number
  items: number
  reopened: 0 | 1
}

const RUNS = `SELECT r.id, r.test, r.title, r.request, r.columns, r.filters, r.data_revision AS dataRevision, r.rows, r.sum, r.unconverted,
  r.currency, r.result, r.found, r.conclusion, r.created_at AS createdAt, r.created_by AS createdBy, r.signed_at AS signedAt,
  r.signed_by AS signedBy,
  (SELECT count(*) FROM audit_exception e WHERE e.run_id = r.id AND e.verdict = 'open')
    + (SELECT count(*) FROM audit_item i WHERE i.run_id = r.id AND i.audit IS NULL) AS open,
  (SELECT count(*) FROM audit_exception e WHERE e.run_id = r.id AND e.verdict = 'exception') AS exceptions,
  (SELECT count(*) FROM audit_item i WHERE i.run_id = r.id) AS items,
  r.signed_at IS NULL AND EXISTS (SELECT 1 FROM audit_event v WHERE v.run_id = r.id AND v.kind = 'signed') AS reopened
  FROM audit_run r`

export const readRuns = (db: ReadableDB): RunRow[] =>
  db.prepare(`${RUNS} ORDER BY r.id DESC`).all() as RunRow[]

export const readRun = (db: ReadableDB, run: number): RunRow | undefined =>
  db.prepare(`${RUNS} WHERE r.id = ?`).get(run) as RunRow | undefined

export interface ExceptionRow {
  sequence: number
  code: string
  figures: string
  statement: string
  amount: string
  rows: number
  entries: string
  verdict: AuditVerdict
  note: string
  decidedAt: string | null
  decidedBy: string | null
}

export function readExceptions(
  db: ReadableDB,
  run: number,
  verdict: string | undefined,
  limit: number,
  offset = 0,
): ExceptionRow[] {
  return db
    .prepare(
      `SELECT sequence, code, figures, statement, amount, rows, entries, verdict, note, decided_at AS decidedAt, decided_by AS decidedBy
       FROM audit_exception WHERE run_id = ? AND (? IS NULL OR verdict = ?) ORDER BY sequence LIMIT ? OFFSET ?`,
    )
    .all(run, verdict ?? null, verdict ?? null, limit, offset) as ExceptionRow[]
}

export const countExceptions = (db: ReadableDB, run: number): number =>
  db.prepare('SELECT count(*) FROM audit_exception WHERE run_id = ?').pluck().get(run) as number

export interface ItemRow {
  sequence: number
  entry: string
  stratum: 'top' | 'hit'
  unit: string
  book: string
  audit: string | null
  note: string
}

export const readItems = (db: ReadableDB, run: number): ItemRow[] =>
  db
    .prepare(
      'SELECT sequence, entry, stratum, unit, book, audit, note FROM audit_item WHERE run_id = ? ORDER BY sequence',
    )
    .all(run) as ItemRow[]

export type EventKind = (typeof EVENT_KINDS)[number]
export interface EventRow {
  at: string
  by: string
  kind: EventKind
  detail: string
}

export const readEvents = (db: ReadableDB, run: number): EventRow[] =>
  db
    .prepare('SELECT at, by, kind, detail FROM audit_event WHERE run_id = ? ORDER BY id DESC LIMIT 1000')
    .all(run) as EventRow[]

export function insertRun(
  db: WritableDB,
  run: Omit<
    RunRow,
    'id' | 'open' | 'exceptions' | 'items' | 'reopened' | 'conclusion' | 'signedAt' | 'signedBy'
  >,
): number {
  return Number(
    db
      .prepare(
        `INSERT INTO audit_run (test, title, request, columns, filters, data_revision, rows, sum, unconverted, currency, result, found, created_at, created_by)
         VALUES (@test, @title, @request, @columns, @filters, @dataRevision, @rows, @sum, @unconverted, @currency, @result, @found, @createdAt, @createdBy)`,
      )
      .run(run).lastInsertRowid,
  )
}

export function insertExceptions(
  db: WritableDB,
  run: number,
  rows: readonly Pick<
    ExceptionRow,
    'sequence' | 'code' | 'figures' | 'statement' | 'amount' | 'rows' | 'entries'
  >[],
): void {
  const add = db.prepare(
    `INSERT INTO audit_exception (run_id, sequence, code, figures, statement, amount, rows, entries)
     VALUES (@run, @sequence, @code, @figures, @statement, @amount, @rows, @entries)`,
  )
  for (const row of rows) add.run({ ...row, run })
}

export function insertItems(
  db: WritableDB,
  run: number,
  items: readonly Omit<ItemRow, 'audit' | 'note'>[],
): void {
  const add = db.prepare(
    'INSERT INTO audit_item (run_id, sequence, entry, stratum, unit, book) VALUES (@run, @sequence, @entry, @stratum, @unit, @book)',
  )
  for (const item of items) add.run({ ...item, run })
}

export function insertEvent(db: WritableDB, run: number, { at, by, kind, detail }: EventRow): void {
  db.prepare('INSERT INTO audit_event (run_id, at, by, kind, detail) VALUES (?, ?, ?, ?, ?)').run(
    run,
    at,
    by,
    kind,
    detail,
  )
}

export function writeVerdict(
  db: WritableDB,
  run: number,
  sequence: number,
  given: { verdict: AuditVerdict; note: string; at: string; by: string },
): void {
  db.prepare(
    `UPDATE audit_exception SET verdict = @verdict, note = @note, decided_at = @at, decided_by = @by WHERE run_id = @run AND sequence = @sequence`,
  ).run({ ...given, run, sequence })
}

export function writeValue(
  db: WritableDB,
  run: number,
  sequence: number,
  { audit, note }: { audit: string | null; note: string },
): void {
  db.prepare('UPDATE audit_item SET audit = ?, note = ? WHERE run_id = ? AND sequence = ?').run(
    audit,
    note,
    run,
    sequence,
  )
}

export function writeConclusion(db: WritableDB, run: number, conclusion: string, title: string): void {
  db.prepare('UPDATE audit_run SET conclusion = ?, title = ? WHERE id = ?').run(conclusion, title, run)
}

export function writeSignature(db: WritableDB, run: number, at: string | null, by: string | null): void {
  db.prepare('UPDATE audit_run SET signed_at = ?, signed_by = ? WHERE id = ?').run(at, by, run)
}

export const wasSigned = (db: ReadableDB, run: number): boolean =>
  db
    .prepare("SELECT EXISTS (SELECT 1 FROM audit_event WHERE run_id = ? AND kind = 'signed')")
    .pluck()
    .get(run) === 1

export function deleteRun(db: WritableDB, run: number): void {
  for (const table of ['audit_exception', 'audit_item', 'audit_event'])
    db.prepare(`DELETE FROM ${table} WHERE run_id = ?`).run(run)
  db.prepare('DELETE FROM audit_run WHERE id = ?').run(run)
}
