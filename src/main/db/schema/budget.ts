import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * What a person wrote about a variance. It hangs on the period and on the members' keys, not on entries, so that it stays when files are
 * imported again.
 */
export const varianceComment = sqliteTable(
  'variance_comment',
  {
    id: integer('id').primaryKey(),
    scenario: text('scenario').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    /** JSON object dimension → member key, names in order, of the row that it is about; '' is the period as a whole. */
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: text('written_at').notNull(),
    /** The last change; as written where there was none. */
    changedBy: text('changed_by').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  t => [uniqueIndex('variance_comment_subject').on(t.scenario, t.fromDay, t.toDay, t.subject)],
)
