import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The figures of a report as they were printed, in their order. One figure printed twice in a report stands here once. */
export const reportFigure = sqliteTable(
  'report_figure',
  {
    runId: integer('run_id').notNull(),
    sequence: integer('sequence').notNull(),
    /** 'F-7K3M-9QXD-2TRB', see shared/report/figure.ts. */
    figure: text('figure').notNull(),
    label: text('label').notNull(),
    /** Decimal text; null where there was no value. */
    value: text('value'),
    unit: text('unit').notNull(),
    /** JSON { query } or { derived } or { statistic }. */
    definition: text('definition').notNull(),
  },
  t => [primaryKey({ columns: [t.runId, t.sequence] }), index('report_figure_figure').on(t.figure)],
)

/**
 * What the ledger held behind a report's figures when it was made, so that a later difference can be explained row by row. See
 * features/reports/compare/snapshot.ts for what `data` is.
 */
export const reportSnapshot = sqliteTable('report_snapshot', {
  runId: integer('run_id').primaryKey(),
  revision: integer('revision').notNull(),
  asOf: text('as_of').notNull(),
  /** JSON: the steps of the history that were done, the span of the entries, the names of the columns. */
  head: text('head').notNull(),
  data: blob('data', { mode: 'buffer' }).notNull(),
})
