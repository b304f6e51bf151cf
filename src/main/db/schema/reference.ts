import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A published series that is no money of the ledger: a price index, an interest rate, a head count. */
export const indicator = sqliteTable('indicator', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** The file that its values came from last. */
  source: text('source').notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** `day`: the first of the span that a value stands for, days since 1970-01-01. `value`: the decimal text as the file has it. */
export const indicatorValue = sqliteTable(
  'indicator_value',
  {
    indicatorId: integer('indicator_id').notNull(),
    day: integer('day').notNull(),
    value: text('value').notNull(),
  },
  t => [primaryKey({ columns: [t.indicatorId, t.day] })],
)
