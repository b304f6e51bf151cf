import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A workpaper: one audit test on one population, what it found, and what people concluded. Amounts are decimal texts, exact. */
export const auditRun = sqliteTable('audit_run', {
  id: integer('id').primaryKey(),
  test: text('test').notNull(),
  title: text('title').notNull().default(''),
  /** JSON of the request, defaults filled in, and which field of the test is which of the ledger. */
  request: text('request').notNull(),
  columns: text('columns').notNull(),
  filters: text('filters').notNull(),
  /** The workspace's revision that the run saw; the population by number and sum, and entries without a rate left out of it. */
  dataRevision: integer('data_revision').notNull(),
  rows: integer('rows').notNull(),
  sum: text('sum').notNull(),
  unconverted: integer('unconverted').notNull(),
  currency: text('currency').notNull(),
  /** JSON of the answer without its exceptions and sample items, which are rows of their own. */
  result: text('result').notNull(),
  found: integer('found').notNull(),
  conclusion: text('conclusion').notNull().default(''),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull().default(''),
  /** Null while it is open; a change after sign-off takes both away again and is an event. */
  signedAt: text('signed_at'),
  signedBy: text('signed_by'),
})

export const auditException = sqliteTable(
  'audit_exception',
  {
    runId: integer('run_id').notNull(),
    sequence: integer('sequence').notNull(),
    code: text('code').notNull(),
    /** JSON object of texts and numbers by which the page says what it is; `statement` is the English sentence. */
    figures: text('figures').notNull(),
    statement: text('statement').notNull(),
    amount: text('amount').notNull(),
    /** Entries behind it, of which `entries` are the first: a JSON array of fingerprints in hex, which outlive an undone import. */
    rows: integer('rows').notNull(),
    entries: text('entries').notNull(),
    verdict: text('verdict', { enum: ['open', 'cleared', 'exception', 'follow-up'] })
      .notNull()
      .default('open'),
    note: text('note').notNull().default(''),
    decidedAt: text('decided_at'),
    decidedBy: text('decided_by'),
  },
  t => [
    primaryKey({ columns: [t.runId, t.sequence] }),
    index('audit_exception_verdict').on(t.runId, t.verdict),
  ],
)

/** An item of a drawn sample, with its audit value once it is known. */
export const auditItem = sqliteTable(
  'audit_item',
  {
    runId: integer('run_id').notNull(),
    sequence: integer('sequence').notNull(),
    /** The entry's fingerprint in hex. */
    entry: text('entry').notNull(),
    stratum: text('stratum', { enum: ['top', 'hit'] }).notNull(),
    unit: text('unit').notNull(),
    book: text('book').notNull(),
    audit: text('audit'),
    note: text('note').notNull().default(''),
  },
  t => [primaryKey({ columns: [t.runId, t.sequence] })],
)

/** What happened to a workpaper, in order: nothing here is changed or deleted while the workpaper is there. */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    id: integer('id').primaryKey(),
    runId: integer('run_id').notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    kind: text('kind', {
      enum: ['recorded', 'verdict', 'audit-value', 'conclusion', 'signed', 'reopened'],
    }).notNull(),
    /** JSON object: which exception or item, before and after. */
    detail: text('detail').notNull(),
  },
  t => [index('audit_event_run').on(t.runId)],
)
