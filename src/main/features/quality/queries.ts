import type { TextField } from '../../../shared/contract/quality.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface RuleRow {
  id: number
  kind: string
  name: string
  parameters: string
  severity: string
  active: number
}

export function selectQualityRules(db: ReadableDB): RuleRow[] {
  return db
    .prepare('SELECT id, kind, name, parameters, severity, active FROM quality_rule ORDER BY id')
    .all() as RuleRow[]
}

export function insertQualityRule(db: WritableDB, rule: Omit<RuleRow, 'id'> & { id?: number }): void {
  db.prepare(
    'INSERT INTO quality_rule (id, kind, name, parameters, severity, active, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    rule.id ?? null,
    rule.kind,
    rule.name,
    rule.parameters,
    rule.severity,
    rule.active,
    new Date().toISOString(),
  )
}

export function updateQualityRule(db: WritableDB, rule: RuleRow): boolean {
  const { changes } = db
    .prepare(
      'UPDATE quality_rule SET kind = ?, name = ?, parameters = ?, severity = ?, active = ?, updated_at = ? WHERE id = ?',
    )
    .run(rule.kind, rule.name, rule.parameters, rule.severity, rule.active, new Date().toISOString(), rule.id)
  return changes > 0
}

export function deleteQualityRule(db: WritableDB, id: number): boolean {
  return db.prepare('DELETE FROM quality_rule WHERE id = ?').run(id).changes > 0
}

export function deleteQualityRules(db: WritableDB): void {
  db.prepare('DELETE FROM quality_rule').run()
}

export interface RunRow {
  id: number
  at: string
  batchId: number | null
  filters: string
  entries: number
  score: number | null
  dataRevision: number
}

export interface ResultRow {
  runId: number
  ruleId: number
  rule: string
  state: string
  unit: string
  checked: number
  failed: number
  /** JSON filters that select what failed; '' where none can. */
  detail: string
}

export function insertRun(db: WritableDB, run: Omit<RunRow, 'id' | 'at'>): number {
  const insert = db.prepare(
    'INSERT INTO quality_run (batch_id, filters, at, data_revision, entries, score) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const { lastInsertRowid } = insert.run(
    run.batchId,
    run.filters,
    new Date().toISOString(),
    run.dataRevision,
    run.entries,
    run.score,
  )
  return Number(lastInsertRowid)
}

export function insertResult(db: WritableDB, row: ResultRow): void {
  db.prepare(
    'INSERT INTO quality_result (run_id, rule_id, rule, state, unit, checked, failed, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(row.runId, row.ruleId, row.rule, row.state, row.unit, row.checked, row.failed, row.detail)
}

const RUN = `SELECT id, at, batch_id AS batchId, filters, entries, score, data_revision AS dataRevision FROM quality_run`

export function selectRuns(db: ReadableDB, batch: number | undefined, limit: number): RunRow[] {
  const where = batch === undefined ? '' : 'WHERE batch_id = ?'
  return db
    .prepare(`${RUN} ${where} ORDER BY id DESC LIMIT ?`)
    .all(...(batch === undefined ? [limit] : [batch, limit])) as RunRow[]
}

export function selectRun(db: ReadableDB, id: number): RunRow | undefined {
  return db.prepare(`${RUN} WHERE id = ?`).get(id) as RunRow | undefined
}

export function selectResults(db: ReadableDB, runs: readonly number[]): ResultRow[] {
  return db
    .prepare(
      `SELECT run_id AS runId, rule_id AS ruleId, rule, state, unit, checked, failed, detail FROM quality_result
       WHERE run_id IN (SELECT value FROM json_each(?)) ORDER BY run_id, rule_id`,
    )
    .all(JSON.stringify(runs)) as ResultRow[]
}

/** Texts of the entries from one id to another, by id: [id, text of each field …]. The fields are those of TEXT_FIELDS. */
export function selectTexts(
  db: ReadableDB,
  fields: readonly TextField[],
  from: number,
  to: number,
): (number | string)[][] {
  return db
    .prepare(
      `SELECT entry_id, ${fields.join(', ')} FROM entry_text WHERE entry_id BETWEEN ? AND ? ORDER BY entry_id`,
    )
    .raw()
    .all(from, to) as (number | string)[][]
}

/** The same of single entries, where they lie far apart. */
export function selectTextsOf(
  db: ReadableDB,
  fields: readonly TextField[],
  ids: readonly number[],
): (number | string)[][] {
  return db
    .prepare(
      `SELECT entry_id, ${fields.join(', ')} FROM entry_text WHERE entry_id IN (SELECT value FROM json_each(?)) ORDER BY entry_id`,
    )
    .raw()
    .all(JSON.stringify(ids)) as (number | string)[][]
}

export function selectArchivedCategories(db: ReadableDB): Set<number> {
  return new Set(
    db.prepare('SELECT ordinal FROM category_detail WHERE archived = 1').pluck().all() as number[],
  )
}

export interface EntryRow {
  id: number
  day: number
  amount: number
  currency: string
  payee: string
  account: string
  description: string
  reference: string
  document: string
  note: string
  file: string
  line: number
}

/** Entries for a list of failures, in the order of their ids. */
export function selectEntryRows(db: ReadableDB, ids: readonly number[]): EntryRow[] {
  const label = (dimension: string): string =>
    `coalesce((SELECT label FROM member WHERE dimension_id = '${dimension}' AND ordinal = e.${dimension}), '') AS ${dimension}`
  return db
    .prepare(
      `SELECT e.id, e.day, e.amount, e.line, b.file_name AS file,
         coalesce((SELECT key FROM member WHERE dimension_id = 'currency' AND ordinal = e.currency), '') AS currency,
         ${label('payee')}, ${label('account')},
         coalesce(t.description, '') AS description, coalesce(t.reference, '') AS reference,
         coalesce(t.document, '') AS document, coalesce(t.note, '') AS note
       FROM entry e LEFT JOIN entry_text t ON t.entry_id = e.id JOIN batch b ON b.id = e.batch_id
       WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id`,
    )
    .all(JSON.stringify(ids)) as EntryRow[]
}
