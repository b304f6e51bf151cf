import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How long a kind of thing is kept; see features/privacy/retention.ts. */
export const retentionRule = sqliteTable('retention_rule', {
  kind: text('kind').primaryKey(),
  months: integer('months').notNull(),
})

/** Fiscal years that are closed: their entries stay in every question, and triggers refuse to change them. */
export const closedYear = sqliteTable('closed_year', {
  /** The calendar year in which the fiscal year ends. */
  year: integer('year').primaryKey(),
  firstDay: integer('first_day').notNull(),
  lastDay: integer('last_day').notNull(),
  closedAt: text('closed_at').notNull(),
  entries: integer('entries').notNull(),
  /** JSON: currency → decimal string of minor units, when it was closed. */
  sums: text('sums').notNull(),
})
