import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface ReportRow {
  id: number
  definition: string
  createdAt: string
  changedAt: string
}

const REPORT = 'SELECT id, definition, created_at AS createdAt, changed_at AS changedAt FROM report'

export const selectReports = (db: ReadableDB): ReportRow[] =>
  db.prepare(`${REPORT} ORDER BY name COLLATE NOCASE, id`).all() as ReportRow[]

export const selectReport = (db: ReadableDB, id: number): ReportRow | undefined =>
  db.prepare(`${REPORT} WHERE id = ?`).get(id) as ReportRow | undefined

export function insertReport(db: WritableDB, row: { name: string; definition: string; at: string }): number {
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO report (name, definition, created_at, changed_at) VALUES (@name, @definition, @at, @at)',
    )
    .run(row)
  return Number(lastInsertRowid)
}

export const updateReport = (
  db: WritableDB,
  row: { id: number; name: string; definition: string; at: string },
): boolean =>
  db
    .prepare('UPDATE report SET name = @name, definition = @definition, changed_at = @at WHERE id = @id')
    .run(row).changes > 0

/** Its runs stay: they say what was handed out. */
export function deleteReport(db: WritableDB, id: number): boolean {
  db.prepare('UPDATE report_run SET report_id = NULL WHERE report_id = ?').run(id)
  return db.prepare('DELETE FROM report WHERE id = ?').run(id).changes > 0
}

export interface RunRow {
  id: number
  report: number | null
  name: string
  template: string
  format: string
  from: string
  to: string
  revision: number
  sha256: string
  bytes: number
  pages: number | null
  figures: number
  madeAt: string
}

export const selectRuns = (db: ReadableDB, report: number | undefined, limit: number): RunRow[] =>
  db
    .prepare(
      `SELECT id, report_id AS report, name, template, format, from_day AS "from", to_day AS "to", data_revision AS revision,
       sha256, bytes, pages, figure_count AS figures, made_at AS madeAt
       FROM report_run WHERE @report IS NULL OR report_id = @report ORDER BY made_at DESC, id DESC LIMIT @limit`,
    )
    .all({ report: report ?? null, limit }) as RunRow[]

export function insertRun(db: WritableDB, row: Omit<RunRow, 'id'> & { definition: string }): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO report_run (report_id, name, template, format, from_day, to_day, data_revision, sha256, bytes, pages,
       definition, figure_count, made_at)
       VALUES (@report, @name, @template, @format, @from, @to, @revision, @sha256, @bytes, @pages, @definition, @figures, @madeAt)`,
    )
    .run(row)
  return Number(lastInsertRowid)
}
