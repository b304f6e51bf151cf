import { z } from 'zod'
import { REPORT_FORMATS } from '../report/definition.ts'
import { longMethod, method } from './method.ts'

export const JOB_KINDS = ['import', 'quality', 'report', 'source'] as const

/** What a job does: imports new files of a folder, runs the quality rules over everything, or makes a saved report's file. */
export const JobTaskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    /** Absolute path. Nothing in it is moved, changed or deleted. */
    folder: z.string().min(1).max(4096),
    /** Endings of the files that are looked at ('csv'); none: every file. */
    endings: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(20),
  }),
  z.object({ kind: z.literal('quality') }),
  z.object({
    kind: z.literal('report'),
    /** A saved report. */
    report: z.number().int(),
    format: z.enum(REPORT_FORMATS),
    /** Absolute path. Nothing in it is replaced. */
    folder: z.string().min(1).max(4096),
  }),
  /** Loads what is new of a query of a database (connections.queries). */
  z.object({ kind: z.literal('source'), query: z.number().int() }),
])
export type JobTask = z.infer<typeof JobTaskSchema>

export const JobBodySchema = z.object({
  name: z.string().min(1).max(200),
  task: JobTaskSchema,
  /** Five fields (minute, hour, day of month, month, day of week), in the machine's time zone. */
  cron: z.string().min(9).max(100),
  active: z.boolean(),
})
export type JobBody = z.infer<typeof JobBodySchema>

/**
 * 'nothing': there was nothing to do. 'attention': done, and something waits for a person (a file with unknown columns, rejected rows,
 * a broken rule). 'interrupted': the program ended meanwhile.
 */
export const OUTCOMES = ['running', 'done', 'nothing', 'attention', 'failed', 'interrupted'] as const

export const JobRunSchema = z.object({
  id: z.number().int(),
  job: z.number().int(),
  name: z.string(),
  cause: z.enum(['clock', 'catch-up', 'retry', 'hand']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  attempt: z.number().int(),
  /** 'files', 'imported', 'known', 'unsettled', 'failed', 'loaded', 'rejected'; 'entries', 'failedRules' … */
  counts: z.record(z.string(), z.number()),
  /** One sentence where something needs a person. */
  message: z.string(),
  nextTryAt: z.string().nullable(),
})
export type JobRun = z.infer<typeof JobRunSchema>

export const JobSchema = JobBodySchema.extend({
  id: z.number().int(),
  /** The next time; null where it is not active or never comes. */
  next: z.string().nullable(),
  last: JobRunSchema.nullable(),
})
export type Job = z.infer<typeof JobSchema>

export const WatchedFileSchema = z.object({
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** 'known': its bytes were imported before. 'unsettled': somebody must say what its columns mean. */
  state: z.enum(['imported', 'known', 'unsettled', 'failed']),
  message: z.string(),
  batch: z.number().int().nullable(),
  at: z.string(),
})
export type WatchedFile = z.infer<typeof WatchedFileSchema>

export const schedule = {
  list: method('viewer', z.object({}), z.array(JobSchema)),
  /** Without an id a new job. */
  save: method(
    'admin',
    z.object({ id: z.number().int().optional(), job: JobBodySchema }),
    z.array(JobSchema),
  ),
  remove: method('admin', z.object({ id: z.number().int() }), z.array(JobSchema)),
  /** Runs one job now, whatever its times. */
  run: longMethod('admin', z.object({ id: z.number().int() }), JobRunSchema),
  /** Runs what is due: times that have come or were missed, and tries again what failed. Called by the clock. */
  tick: longMethod('admin', z.object({}), z.array(JobRunSchema)),
  /** History, newest first. */
  runs: method(
    'viewer',
    z.object({ job: z.number().int().optional(), limit: z.number().int().min(1).max(1000).default(100) }),
    z.array(JobRunSchema),
  ),
  /** Files of a watched folder that were looked at. */
  files: method('viewer', z.object({ job: z.number().int() }), z.array(WatchedFileSchema)),
}
