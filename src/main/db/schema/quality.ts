import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What is expected of entries, as data. `parameters` is a JSON object by kind, see shared/contract/quality.ts. */
export const qualityRule = sqliteTable('quality_rule', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  parameters: text('parameters').notNull(),
  severity: text('severity', { enum: ['error', 'warning', 'info'] }).notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** One run of the rules, over a batch or over a selection. */
export const qualityRun = sqliteTable(
  'quality_run',
  {
    id: integer('id').primaryKey(),
    /** The batch that was checked; null where it was a selection. */
    batchId: integer('batch_id'),
    /** JSON filters of the selection. */
    filters: text('filters').notNull(),
    at: text('at').notNull(),
    dataRevision: integer('data_revision').notNull(),
    entries: integer('entries').notNull(),
    /** 0 to 100; null where no rule had anything to check. */
    score: real('score'),
  },
  t => [index('quality_run_batch').on(t.batchId, t.id)],
)

/** What a rule said in a run. The rule is kept with it, so that an old run can be read after the rule has changed. */
export const qualityResult = sqliteTable(
  'quality_result',
  {
    runId: integer('run_id').notNull(),
    ruleId: integer('rule_id').notNull(),
    /** JSON of the rule as it was. */
    rule: text('rule').notNull(),
    /** 'passed', 'failed', 'nothing' (nothing to check), 'not-usual' (balanced: documents do not balance here) */
    state: text('state').notNull(),
    unit: text('unit').notNull(),
    checked: integer('checked').notNull(),
    failed: integer('failed').notNull(),
    detail: text('detail').notNull().default(''),
  },
  t => [primaryKey({ columns: [t.runId, t.ruleId] })],
)

/** What a batch's file states of itself, held against its rows when it was read: JSON of shared/contract/import.ts' Control. */
export const batchControl = sqliteTable(
  'batch_control',
  {
    batchId: integer('batch_id').notNull(),
    sequence: integer('sequence').notNull(),
    json: text('json').notNull(),
  },
  t => [primaryKey({ columns: [t.batchId, t.sequence] })],
)
