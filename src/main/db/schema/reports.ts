import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A report that somebody saved: `definition` is JSON of shared/report/definition.ts. */
export const report = sqliteTable('report', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  definition: text('definition').notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
})

/** A file that was made of a report: what a later report is held against. */
export const reportRun = sqliteTable(
  'report_run',
  {
    id: integer('id').primaryKey(),
    /** null where the report was never saved, or is deleted. */
    reportId: integer('report_id'),
    name: text('name').notNull(),
    template: text('template').notNull(),
    format: text('format').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    /** The workspace's revision that its figures were read at. */
    dataRevision: integer('data_revision').notNull(),
    /** Of the file's bytes, in hex. */
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    pages: integer('pages'),
    /** JSON of the definition that it was made of. Its figures are in report_figure. */
    definition: text('definition').notNull(),
    figureCount: integer('figure_count').notNull(),
    madeAt: text('made_at').notNull(),
  },
  t => [index('report_run_report').on(t.reportId, t.madeAt)],
)
