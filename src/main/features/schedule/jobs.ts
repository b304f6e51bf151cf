import {
  JobTaskSchema,
  OUTCOMES,
  WatchedFileSchema,
  type Job,
  type JobRun,
  type WatchedFile,
} from '../../../shared/contract/schedule.ts'
import type { ReadableDB } from '../../db/types.ts'
import { nextAfter } from './cron.ts'
import { selectJobs, selectLastRuns, type FileRow, type JobRow, type RunRow } from './queries.ts'

export interface StoredJob extends Job {
  doneUntil: string
}

export function jobsOf(db: ReadableDB): StoredJob[] {
  const last = new Map(selectLastRuns(db).map(run => [run.job, toRun(run)]))
  return selectJobs(db).map(job => toJob(job, last.get(job.id) ?? null))
}

function toJob({ id, name, parameters, cron, active, doneUntil }: JobRow, last: JobRun | null): StoredJob {
  return {
    id,
    name,
    task: JobTaskSchema.parse(JSON.parse(parameters)),
    cron,
    active: active === 1,
    next: active === 1 ? (nextAfter(cron, new Date())?.toISOString() ?? null) : null,
    last,
    doneUntil,
  }
}

export function toRun({ counts, cause, outcome, ...run }: RunRow): JobRun {
  return {
    ...run,
    cause: cause as JobRun['cause'],
    outcome: OUTCOMES.find(one => one === outcome) ?? 'failed',
    counts: JSON.parse(counts) as Record<string, number>,
  }
}

export const toFile = ({ modifiedAt: _modified, ...file }: FileRow): WatchedFile =>
  WatchedFileSchema.parse(file)
