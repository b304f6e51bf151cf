import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What is done by the clock while the workspace is open. `parameters` is a JSON object by kind, see shared/contract/schedule.ts. */
export const scheduleJob = sqliteTable('schedule_job', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  parameters: text('parameters').notNull(),
  /** Five fields, in the time zone of the machine. */
  cron: text('cron').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
  /** The time up to which nothing is missed: times after it that have passed are made up for at launch, once. */
  doneUntil: text('done_until').notNull(),
})

export const jobRun = sqliteTable(
  'job_run',
  {
    id: integer('id').primaryKey(),
    jobId: integer('job_id').notNull(),
    /** 'clock', 'catch-up', 'retry', 'hand' */
    cause: text('cause').notNull(),
    startedAt: text('started_at').notNull(),
    endedAt: text('ended_at'),
    /** 'running', 'done', 'nothing', 'attention', 'failed', 'interrupted' */
    outcome: text('outcome').notNull(),
    attempt: integer('attempt').notNull(),
    /** JSON object name → number. */
    counts: text('counts').notNull().default('{}'),
    message: text('message').notNull().default(''),
    /** When it is tried again; null where it is not. */
    nextTryAt: text('next_try_at'),
    seen: integer('seen', { mode: 'boolean' }).notNull().default(false),
  },
  t => [index('job_run_job').on(t.jobId, t.id)],
)

/** Files of a watched folder that were looked at, so that each is imported once; the folder itself is never changed. */
export const watchedFile = sqliteTable(
  'watched_file',
  {
    jobId: integer('job_id').notNull(),
    /** Name within the folder. */
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    modifiedAt: text('modified_at').notNull(),
    sha256: text('sha256').notNull(),
    /** 'imported', 'known', 'unsettled', 'failed' */
    state: text('state').notNull(),
    message: text('message').notNull().default(''),
    batchId: integer('batch_id'),
    at: text('at').notNull(),
  },
  t => [primaryKey({ columns: [t.jobId, t.name] })],
)
