import type { JobBody, JobRun } from '../../../shared/contract/schedule.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import { jobsOf, toRun, type StoredJob } from './jobs.ts'
import { deleteJob, finishJobRun, insertJob, insertJobRun, interruptRuns, markDone, selectJobRun, updateJob, upsertWatched, type FileRow } from './queries.ts' // prettier-ignore
import { say } from './messages.ts'

export interface Finished {
  id: number
  outcome: JobRun['outcome']
  counts: Record<string, number>
  message: string
  nextTryAt: string | null
}

/** None of these changes what queries answer: the ledger's revision stays. */
export function scheduleWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  const now = (): string => new Date().toISOString()
  return {
    scheduleSave: ({ id, job }: { id?: number; job: JobBody }): StoredJob[] =>
      change(() => {
        const { name, task, cron, active } = job
        const row = {
          name,
          kind: task.kind,
          parameters: JSON.stringify(task),
          cron,
          active: active ? 1 : 0,
          // Times before it was set up, changed or switched on were not missed.
          doneUntil: now(),
        }
        if (id === undefined) insertJob(db, row)
        else if (!updateJob(db, { ...row, id })) throw noJob(id)
        return jobsOf(db)
      }),

    scheduleRemove: ({ id }: { id: number }): StoredJob[] =>
      change(() => {
        if (!deleteJob(db, id)) throw noJob(id)
        return jobsOf(db)
      }),

    scheduleStart: ({
      job,
      cause,
      attempt,
    }: {
      job: number
      cause: JobRun['cause']
      attempt: number
    }): number =>
      change(() => {
        interruptRuns(db, now())
        markDone(db, job, now())
        return insertJobRun(db, { job, cause, attempt, at: now() })
      }),

    scheduleFinish: ({ counts, ...run }: Finished): JobRun =>
      change(() => {
        finishJobRun(db, { ...run, counts: JSON.stringify(counts), at: now() })
        const row = selectJobRun(db, run.id)
        if (!row) throw new FailureError('not-found', say().jobGone)
        return toRun(row)
      }),

    scheduleSaw: ({ job, file }: { job: number; file: FileRow }): void =>
      change(() => upsertWatched(db, job, file)),
  }
}

const noJob = (id: number): FailureError => new FailureError('not-found', say().noJob(id))
