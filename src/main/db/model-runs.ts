import { FailureError } from '../../shared/result/failure.ts'
import type { ReadableDB, WritableDB } from './types.ts'
import { say } from './messages.ts'

export type ModelRole = 'champion' | 'challenger' | 'archived'

/** A row of `model_run` with its JSON read. `scope` '' is the whole workspace. */
export interface ModelRun {
  id: number
  analysis: string
  scope: string
  method: string
  parameters: Record<string, string | number | boolean>
  seed: number
  dataRevision: number
  metrics: Record<string, number>
  /** What the analysis keeps to show the run again; undefined where it keeps nothing. */
  result: unknown
  role: ModelRole
  note: string
  createdAt: string
}

const SELECT = `SELECT id, analysis, scope, method, parameters, seed, data_revision AS dataRevision, metrics, result, role, note,
  created_at AS createdAt FROM model_run`

type Row = Omit<ModelRun, 'parameters' | 'metrics' | 'result'> &
  Record<'parameters' | 'metrics' | 'result', string>

const ofRow = (row: Row): ModelRun => ({
  ...row,
  parameters: JSON.parse(row.parameters) as ModelRun['parameters'],
  metrics: JSON.parse(row.metrics) as ModelRun['metrics'],
  result: row.result === '' ? undefined : JSON.parse(row.result),
})

/**
 * Writes a run; its id. The first run of an analysis and scope is its champion, each later one a challenger until it is promoted.
 * Call it inside the transaction that writes what belongs to it.
 */
export function insertModelRun(db: WritableDB, run: Omit<ModelRun, 'id' | 'role' | 'createdAt'>): number {
  const role: ModelRole = championOf(db, run.analysis, run.scope) ? 'challenger' : 'champion'
  return Number(
    db
      .prepare(
        `INSERT INTO model_run (analysis, scope, method, parameters, seed, data_revision, metrics, result, role, note, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        run.analysis,
        run.scope,
        run.method,
        JSON.stringify(run.parameters),
        run.seed,
        run.dataRevision,
        JSON.stringify(run.metrics),
        run.result === undefined ? '' : JSON.stringify(run.result),
        role,
        run.note,
        new Date().toISOString(),
      ).lastInsertRowid,
  )
}

/** The runs of an analysis, newest first; of one scope where it is given. */
export function listModelRuns(db: ReadableDB, analysis: string, scope?: string, limit = 200): ModelRun[] {
  const rows = db
    .prepare(`${SELECT} WHERE analysis = ? AND (? IS NULL OR scope = ?) ORDER BY id DESC LIMIT ?`)
    .all(analysis, scope ?? null, scope ?? null, limit) as Row[]
  return rows.map(ofRow)
}

export function championOf(db: ReadableDB, analysis: string, scope: string): ModelRun | undefined {
  const row = db
    .prepare(`${SELECT} WHERE analysis = ? AND scope = ? AND role = 'champion'`)
    .get(analysis, scope) as Row | undefined
  return row && ofRow(row)
}

/** Throws `not-found`. */
export function modelRun(db: ReadableDB, id: number): ModelRun {
  const row = db.prepare(`${SELECT} WHERE id = ?`).get(id) as Row | undefined
  if (!row) throw new FailureError('not-found', say().noRun(id))
  return ofRow(row)
}

/** Makes a run the champion of its analysis and scope; the one before is archived. Throws `not-found`. */
export function promoteModelRun(db: WritableDB, id: number): void {
  const { analysis, scope } = modelRun(db, id)
  db.prepare(
    "UPDATE model_run SET role = 'archived' WHERE analysis = ? AND scope = ? AND role = 'champion' AND id <> ?",
  ).run(analysis, scope, id)
  db.prepare("UPDATE model_run SET role = 'champion' WHERE id = ?").run(id)
}

/** Throws `not-found`, and `bad-input` for the champion: something must be live. */
export function archiveModelRun(db: WritableDB, id: number): void {
  if (modelRun(db, id).role === 'champion') throw new FailureError('bad-input', say().liveRun(id))
  db.prepare("UPDATE model_run SET role = 'archived' WHERE id = ?").run(id)
}
