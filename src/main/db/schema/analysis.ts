import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * One run of a model, of any analysis: what was asked, on which data, how well it did. `scope` says what it was about (a selection, a
 * series), so that a scope has one champion at most; '' is the whole workspace.
 */
export const modelRun = sqliteTable(
  'model_run',
  {
    id: integer('id').primaryKey(),
    /** 'anomalies', 'forecast' … */
    analysis: text('analysis').notNull(),
    scope: text('scope').notNull().default(''),
    /** The method's folder: 'isolation-forest', 'ets' … */
    method: text('method').notNull(),
    /** JSON object of all parameters, defaults filled in. */
    parameters: text('parameters').notNull(),
    seed: integer('seed').notNull(),
    /** The workspace's revision that the run saw. */
    dataRevision: integer('data_revision').notNull(),
    /** JSON object name → number. */
    metrics: text('metrics').notNull().default('{}'),
    /** JSON of what the analysis wants to show again without running; '' where nothing is kept. */
    result: text('result').notNull().default(''),
    role: text('role', { enum: ['champion', 'challenger', 'archived'] }).notNull(),
    note: text('note').notNull().default(''),
    createdAt: text('created_at').notNull(),
  },
  t => [
    index('model_run_analysis').on(t.analysis, t.scope, t.role),
    uniqueIndex('model_run_champion')
      .on(t.analysis, t.scope)
      .where(sql`role = 'champion'`),
  ],
)

/** What a person decided about a finding. It holds on to the thing found, not to the run that found it, so that every method is judged by it. */
export const findingVerdict = sqliteTable(
  'finding_verdict',
  {
    analysis: text('analysis').notNull(),
    /** 'entry:' and the entry's fingerprint in hex (an entry keeps it when its batch is undone and imported again), or 'month:…'. */
    subject: text('subject').notNull(),
    verdict: text('verdict', { enum: ['confirmed', 'dismissed'] }).notNull(),
    note: text('note').notNull().default(''),
    /** What was flagging it at the time, and how strongly. */
    method: text('method').notNull().default(''),
    score: real('score'),
    decidedAt: text('decided_at').notNull(),
  },
  t => [primaryKey({ columns: [t.analysis, t.subject] })],
)

/** What is watched: `parameters` is a JSON object by kind (the threshold and its query, the days after which data is stale …). */
export const alertRule = sqliteTable('alert_rule', {
  id: integer('id').primaryKey(),
  kind: text('kind', { enum: ['threshold', 'anomalies', 'budget', 'stale'] }).notNull(),
  name: text('name').notNull(),
  parameters: text('parameters').notNull(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
  createdAt: text('created_at').notNull(),
})

/** What a rule had to say. `subject` keeps a rule from saying the same thing twice. */
export const alert = sqliteTable(
  'alert',
  {
    id: integer('id').primaryKey(),
    ruleId: integer('rule_id').notNull(),
    subject: text('subject').notNull(),
    /** A translated sentence is made on the page from `code` and `figures` (JSON); `statement` is the English one. */
    code: text('code').notNull(),
    figures: text('figures').notNull().default('{}'),
    statement: text('statement').notNull(),
    severity: text('severity', { enum: ['info', 'low', 'medium', 'high', 'critical'] }).notNull(),
    /** JSON filters that select the rows behind it; '' where there are none. */
    filters: text('filters').notNull().default(''),
    raisedAt: text('raised_at').notNull(),
    readAt: text('read_at'),
    /** A dismissed alert stays, so that its rule does not say it again. */
    dismissedAt: text('dismissed_at'),
  },
  t => [uniqueIndex('alert_subject').on(t.ruleId, t.subject), index('alert_read').on(t.readAt, t.raisedAt)],
)
