import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface JobRow {
  id: number
  name: string
  parameters: string
  cron: string
  active: number
  doneUntil: string
}

export interface RunRow {
  id: number
  job: number
  name: string
  cause: string
  startedAt: string
  endedAt: string | null
  outcome: string
  attempt: number
  counts: string
  message: string
  nextTryAt: string | null
}

export interface FileRow {
  name: string
  bytes: number
  modifiedAt: string
  sha256: string
  state: string
  message: string
  batch: number | null
  at: string
}

export function selectJobs(db: ReadableDB): JobRow[] {
  return db
    .prepare(
      'SELECT id, name, parameters, cron, active, done_until AS doneUntil FROM schedule_job ORDER BY id',
    )
    .all() as JobRow[]
}

export function insertJob(db: WritableDB, job: Omit<JobRow, 'id'> & { kind: string }): void {
  db.prepare(
    'INSERT INTO schedule_job (name, kind, parameters, cron, active, created_at, done_until) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(job.name, job.kind, job.parameters, job.cron, job.active, new Date().toISOString(), job.doneUntil)
}

export function updateJob(db: WritableDB, job: JobRow & { kind: string }): boolean {
  const update = db.prepare(
    'UPDATE schedule_job SET name = ?, kind = ?, parameters = ?, cron = ?, active = ?, done_until = ? WHERE id = ?',
  )
  const { name, kind, parameters, cron, active, doneUntil, id } = job
  return update.run(name, kind, parameters, cron, active, doneUntil, id).changes > 0
}

export function markDone(db: WritableDB, id: number, until: string): void {
  db.prepare('UPDATE schedule_job SET done_until = ? WHERE id = ?').run(until, id)
}

export function deleteJob(db: WritableDB, id: number): boolean {
  db.prepare('DELETE FROM job_run WHERE job_id = ?').run(id)
  db.prepare('DELETE FROM watched_file WHERE job_id = ?').run(id)
  return db.prepare('DELETE FROM schedule_job WHERE id = ?').run(id).changes > 0
}

const RUN = `SELECT r.id, r.job_id AS job, j.name, r.cause, r.started_at AS startedAt, r.ended_at AS endedAt, r.outcome, r.attempt,
    r.counts, r.message, r.next_try_at AS nextTryAt
  FROM job_run r JOIN schedule_job j ON j.id = r.job_id`

export function selectJobRuns(db: ReadableDB, job: number | undefined, limit: number): RunRow[] {
  const where = job === undefined ? '' : 'WHERE r.job_id = ?'
  return db
    .prepare(`${RUN} ${where} ORDER BY r.id DESC LIMIT ?`)
    .all(...(job === undefined ? [limit] : [job, limit])) as RunRow[]
}

export function selectJobRun(db: ReadableDB, id: number): RunRow | undefined {
  return db.prepare(`${RUN} WHERE r.id = ?`).get(id) as RunRow | undefined
}

/** The newest run of each job. */
export function selectLastRuns(db: ReadableDB): RunRow[] {
  return db.prepare(`${RUN} WHERE r.id IN (SELECT max(id) FROM job_run GROUP BY job_id)`).all() as RunRow[]
}

export function insertJobRun(
  db: WritableDB,
  run: { job: number; cause: string; attempt: number; at: string },
): number {
  const insert = db.prepare(
    "INSERT INTO job_run (job_id, cause, started_at, outcome, attempt) VALUES (?, ?, ?, 'running', ?)",
  )
  return Number(insert.run(run.job, run.cause, run.at, run.attempt).lastInsertRowid)
}

export function finishJobRun(
  db: WritableDB,
  run: { id: number; outcome: string; counts: string; message: string; nextTryAt: string | null; at: string },
): void {
  db.prepare(
    'UPDATE job_run SET ended_at = ?, outcome = ?, counts = ?, message = ?, next_try_at = ? WHERE id = ?',
  ).run(run.at, run.outcome, run.counts, run.message, run.nextTryAt, run.id)
}

/** Runs that a program that ended left behind: only one program has a workspace open. */
export function interruptRuns(db: WritableDB, at: string): void {
  db.prepare("UPDATE job_run SET outcome = 'interrupted', ended_at = ? WHERE outcome = 'running'").run(at)
}

export function selectWatched(db: ReadableDB, job: number): FileRow[] {
  return db
    .prepare(
      `SELECT name, bytes, modified_at AS modifiedAt, sha256, state, message, batch_id AS batch, at
       FROM watched_file WHERE job_id = ? ORDER BY at DESC, name`,
    )
    .all(job) as FileRow[]
}

export function upsertWatched(db: WritableDB, job: number, file: FileRow): void {
  db.prepare(
    `INSERT INTO watched_file (job_id, name, bytes, modified_at, sha256, state, message, batch_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job_id, name) DO UPDATE SET bytes = excluded.bytes,
       modified_at = excluded.modified_at, sha256 = excluded.sha256, state = excluded.state, message = excluded.message,
       batch_id = excluded.batch_id, at = excluded.at`,
  ).run(
    job,
    file.name,
    file.bytes,
    file.modifiedAt,
    file.sha256,
    file.state,
    file.message,
    file.batch,
    file.at,
  )
}
