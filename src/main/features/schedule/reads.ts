import type { JobRun, WatchedFile } from '../../../shared/contract/schedule.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { jobsOf, toFile, toRun, type StoredJob } from './jobs.ts'
import { selectJobRuns, selectWatched, type FileRow } from './queries.ts'

export function scheduleReads(db: ReadableDB, _engine: Engine) {
  return {
    scheduleJobs: (_input: object): StoredJob[] => jobsOf(db),
    scheduleRuns: ({ job, limit }: { job?: number; limit: number }): JobRun[] =>
      selectJobRuns(db, job, limit).map(toRun),
    scheduleFiles: ({ job }: { job: number }): WatchedFile[] => selectWatched(db, job).map(toFile),
    scheduleWatched: ({ job }: { job: number }): FileRow[] => selectWatched(db, job),
  }
}
