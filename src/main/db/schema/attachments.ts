import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A file that a person put beside entries: a receipt, a contract. Kept once, whoever refers to it. */
export const attachment = sqliteTable('attachment', {
  id: integer('id').primaryKey(),
  sha256: text('sha256').notNull().unique(),
  bytes: integer('bytes').notNull(),
  data: blob('data', { mode: 'buffer' }).notNull(),
})

/**
 * Which entry has which file, and by which name. A file taken away stays here with `shown` 0, so that undo brings it back, until its
 * entry leaves the workspace for good.
 */
export const entryAttachment = sqliteTable(
  'entry_attachment',
  {
    entryId: integer('entry_id').notNull(),
    attachmentId: integer('attachment_id').notNull(),
    name: text('name').notNull(),
    addedAt: text('added_at').notNull(),
    shown: integer('shown', { mode: 'boolean' }).notNull(),
  },
  t => [
    primaryKey({ columns: [t.entryId, t.attachmentId] }),
    index('entry_attachment_file').on(t.attachmentId),
  ],
)
