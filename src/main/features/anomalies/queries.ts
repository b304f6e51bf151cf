import type { ModelRun } from '../../db/model-runs.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface VerdictRow {
  entry: number
  verdict: 'confirmed' | 'dismissed'
  note: string
  method: string
  heldOut: 0 | 1
  decidedAt: string
}

const ANALYSIS = 'anomalies'

/**
 * Verdicts on entries that are in the ledger, newest first; those on entries in the trash wait for them. Held out is half of them, told
 * by the fingerprint's last bit, which says nothing about the entry.
 */
export function readVerdicts(db: ReadableDB): VerdictRow[] {
  return db
    .prepare(
      `SELECT e.id AS entry, v.verdict, v.note, v.method, v.decided_at AS decidedAt,
         instr('13579BDF', substr(v.subject, -1)) > 0 AS heldOut
       FROM finding_verdict v JOIN entry e ON e.fingerprint = unhex(substr(v.subject, 7))
       WHERE v.analysis = ? AND v.subject LIKE 'entry:%' ORDER BY v.decided_at DESC, e.id`,
    )
    .all(ANALYSIS) as VerdictRow[]
}

/** 'entry:' and the fingerprint; undefined where there is no such entry. */
export function subjectOf(db: ReadableDB, entry: number): string | undefined {
  return db.prepare(`SELECT 'entry:' || hex(fingerprint) FROM entry WHERE id = ?`).pluck().get(entry) as
    | string
    | undefined
}

export function writeVerdict(
  db: WritableDB,
  subject: string,
  given: { verdict: 'confirmed' | 'dismissed'; note: string; method: string; score: number | null },
): void {
  db.prepare(
    `INSERT INTO finding_verdict (analysis, subject, verdict, note, method, score, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (analysis, subject) DO UPDATE SET verdict = excluded.verdict, note = excluded.note, method = excluded.method,
       score = excluded.score, decided_at = excluded.decided_at`,
  ).run(ANALYSIS, subject, given.verdict, given.note, given.method, given.score, new Date().toISOString())
}

export function deleteVerdict(db: WritableDB, subject: string): void {
  db.prepare('DELETE FROM finding_verdict WHERE analysis = ? AND subject = ?').run(ANALYSIS, subject)
}

/** Searches that are kept; the oldest go. */
const SEARCHES = 100
/** Runs of the whole workspace compete under scope ''; a search is of its own selection. */
export const SEARCH_SCOPE = 'search:'

type SearchRun = Pick<ModelRun, 'scope' | 'method' | 'parameters' | 'seed' | 'dataRevision' | 'metrics'>

/** Keeps a search among the runs, out of the competition. The same one again on the same data takes the place of the first. */
export function insertSearch(db: WritableDB, run: SearchRun): void {
  const row = {
    ...run,
    parameters: JSON.stringify(run.parameters),
    metrics: JSON.stringify(run.metrics),
    at: new Date().toISOString(),
  }
  db.prepare(
    `DELETE FROM model_run WHERE analysis = '${ANALYSIS}' AND scope = @scope AND parameters = @parameters
       AND data_revision = @dataRevision`,
  ).run({ scope: row.scope, parameters: row.parameters, dataRevision: row.dataRevision })
  db.prepare(
    `INSERT INTO model_run (analysis, scope, method, parameters, seed, data_revision, metrics, result, role, note, created_at)
     VALUES ('${ANALYSIS}', @scope, @method, @parameters, @seed, @dataRevision, @metrics, '', 'archived', '', @at)`,
  ).run(row)
  db.prepare(
    `DELETE FROM model_run WHERE analysis = '${ANALYSIS}' AND scope LIKE '${SEARCH_SCOPE}%' AND id NOT IN
       (SELECT id FROM model_run WHERE analysis = '${ANALYSIS}' AND scope LIKE '${SEARCH_SCOPE}%' ORDER BY id DESC LIMIT ?)`,
  ).run(SEARCHES)
}

/** A search that goes live competes from then on. */
export function adoptSearch(db: WritableDB, run: number): void {
  db.prepare(`UPDATE model_run SET scope = '' WHERE id = ? AND analysis = '${ANALYSIS}'`).run(run)
}

/** The texts of entries, by id. */
export function readTexts(db: ReadableDB, ids: readonly number[]): Map<number, string> {
  const rows = db
    .prepare(
      'SELECT entry_id AS id, description FROM entry_text WHERE entry_id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids)) as { id: number; description: string }[]
  return new Map(rows.map(row => [row.id, row.description]))
}
