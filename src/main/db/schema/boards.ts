import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A dashboard that a person arranged. `tiles`: JSON, see shared/contract/boards.ts. */
export const board = sqliteTable('board', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  tiles: text('tiles').notNull(),
  /** The one that the page opens with; at most one. */
  home: integer('home', { mode: 'boolean' }).notNull().default(false),
  /** Grows with each save: a save names the one that it changes, so that nobody's work is overwritten unseen. */
  revision: integer('revision').notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** Filters and comparison under a name. `filters`, `comparison`: JSON, see shared/query/query.ts; '' where nothing is compared. */
export const savedView = sqliteTable('saved_view', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  filters: text('filters').notNull(),
  comparison: text('comparison').notNull().default(''),
  revision: integer('revision').notNull(),
  updatedAt: text('updated_at').notNull(),
})
