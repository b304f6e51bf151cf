import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A database to read from or to push to. No password is ever in it: see secrets/. */
export const connection = sqliteTable('connection', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** 'postgres', 'mysql', 'sqlite' */
  kind: text('kind').notNull(),
  /** JSON: host, port, database, user, tls …; see shared/contract/connections.ts. */
  parameters: text('parameters').notNull(),
  createdAt: text('created_at').notNull(),
})

/** What is read of a connection: a table or a query, and by what its rows are told apart and followed. */
export const sourceQuery = sqliteTable(
  'source_query',
  {
    id: integer('id').primaryKey(),
    connectionId: integer('connection_id').notNull(),
    name: text('name').notNull(),
    /** JSON: { table: { schema, name } } or { sql }, watermark, key, cap. */
    parameters: text('parameters').notNull(),
    createdAt: text('created_at').notNull(),
  },
  t => [index('source_query_connection').on(t.connectionId)],
)

/**
 * Where a batch came from that was read of a database, written in the transaction that loads it. It says all by itself, so that it
 * holds when the connection is gone. The next read begins at `until` of the newest batch that is not undone.
 */
export const sourceLoad = sqliteTable(
  'source_load',
  {
    batchId: integer('batch_id').primaryKey(),
    queryId: integer('query_id').notNull(),
    connectionName: text('connection_name').notNull(),
    /** Host and database, or the file. */
    place: text('place').notNull(),
    statement: text('statement').notNull(),
    watermark: text('watermark').notNull().default(''),
    since: text('since'),
    until: text('until'),
    /** JSON: names of the columns that tell rows apart. */
    key: text('key').notNull().default('[]'),
    readAt: text('read_at').notNull(),
  },
  t => [index('source_load_query').on(t.queryId, t.batchId)],
)

/** Rows that a query has brought, by the hashes of their key and of all their cells: 64 bits each. */
export const sourceRow = sqliteTable(
  'source_row',
  {
    queryId: integer('query_id').notNull(),
    key: blob('key', { mode: 'buffer' }).notNull(),
    row: blob('row', { mode: 'buffer' }).notNull(),
    batchId: integer('batch_id').notNull(),
  },
  t => [primaryKey({ columns: [t.queryId, t.key, t.batchId] })],
)
