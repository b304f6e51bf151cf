import { z } from 'zod'
import { BatchSchema, PickedFileSchema } from './import.ts'
import { SourceOriginSchema } from './ledger.ts'
import { longMethod, method } from './method.ts'

/** postgres: everything that speaks its protocol (PostgreSQL, Citus, CockroachDB, Amazon Redshift). mysql: MySQL and MariaDB. */
export const CONNECTION_KINDS = ['postgres', 'mysql', 'sqlite'] as const
export type ConnectionKind = (typeof CONNECTION_KINDS)[number]

/** 'verify': the server's certificate must be good and name the host. 'unverified': encrypted, to whoever answers. 'off': in clear text. */
export const TLS_MODES = ['verify', 'unverified', 'off'] as const
export type TlsMode = (typeof TLS_MODES)[number]

export const ConnectionBodySchema = z.object({
  name: z.string().min(1).max(200),
  kind: z.enum(CONNECTION_KINDS),
  /** A name or address; a folder (beginning with /) for a server's own socket. */
  host: z.string().max(1000).default(''),
  port: z.number().int().min(1).max(65_535).optional(),
  database: z.string().max(200).default(''),
  user: z.string().max(200).default(''),
  tls: z.enum(TLS_MODES).default('verify'),
  /** A PEM file with the certificates to trust instead of the system's. */
  caFile: z.string().max(4096).default(''),
  /** Of 'sqlite': the file, opened read-only. */
  file: z.string().max(4096).default(''),
})
export type ConnectionBody = z.infer<typeof ConnectionBodySchema>

export const ConnectionSchema = ConnectionBodySchema.extend({
  id: z.number().int(),
  /** 'kept': in the keychain. 'asked': each time, because there is no keychain or nobody gave it. 'none': a file needs none. */
  password: z.enum(['kept', 'asked', 'none']),
})
export type Connection = z.infer<typeof ConnectionSchema>

const Name = z.string().min(1).max(200)
export const SourceTableSchema = z.object({ schema: z.string().max(200), name: Name })
export type SourceTable = z.infer<typeof SourceTableSchema>

/** What is read: a table or view, or one SELECT. */
export const SourceSchema = z.union([
  z.object({ table: SourceTableSchema }),
  z.object({ sql: z.string().min(1).max(100_000) }),
])
export type Source = z.infer<typeof SourceSchema>

export const SourceQueryBodySchema = z.object({
  connection: z.number().int(),
  name: z.string().min(1).max(200),
  source: SourceSchema,
  /** A column that only grows (a number, a time): later reads begin where the last one ended. '' for all rows each time. */
  watermark: z.string().max(200).default(''),
  /** Columns that tell rows apart, and do not change: the primary key. */
  key: z.array(Name).max(8).default([]),
  /** At most so many rows in one read. More: the rest comes next time by the watermark; without one nothing is loaded. */
  cap: z.number().int().min(1).max(10_000_000).default(1_000_000),
})
export type SourceQueryBody = z.infer<typeof SourceQueryBodySchema>

export const SourceQuerySchema = SourceQueryBodySchema.extend({
  id: z.number().int(),
  connectionName: z.string(),
  /** The watermark that the next read begins at; null before the first. */
  until: z.string().nullable(),
  lastBatch: z.number().int().nullable(),
  lastReadAt: z.string().nullable(),
})
export type SourceQuery = z.infer<typeof SourceQuerySchema>

/** A password for this call only; without one the keychain is asked. Failure `wrong-password` with details.needs = 'password' where it is missing. */
const password = z.string().max(1024).optional()
const ById = z.object({ id: z.number().int(), password })

export const SourceColumnSchema = z.object({ name: z.string(), type: z.string(), key: z.boolean() })
export type SourceColumn = z.infer<typeof SourceColumnSchema>

/** What was read. `file` holds the new rows as CSV; null where there are none. */
export const ExtractSchema = z.object({
  file: PickedFileSchema.nullable(),
  rows: z.number().int(),
  /** Rows that an earlier read has brought, left out by their key. */
  known: z.number().int(),
  /** Rows whose key is known and whose cells are others: left out, so that nothing counts twice. At most 20 of their keys. */
  changed: z.object({ rows: z.number().int(), keys: z.array(z.string()) }),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** The row cap was reached: the next read goes on. */
  more: z.boolean(),
})
export type Extract = z.infer<typeof ExtractSchema>

export const connections = {
  list: method('viewer', z.object({}), z.array(ConnectionSchema)),
  /** Without an id a new one. The password goes to the keychain, where there is one; `` forgets it. */
  save: method(
    'analyst',
    z.object({ id: z.number().int().optional(), connection: ConnectionBodySchema, password }),
    z.array(ConnectionSchema),
  ),
  /** Forgets the connection, its queries and its password. Batches keep what they say of where they came from. */
  remove: method('analyst', z.object({ id: z.number().int() }), z.array(ConnectionSchema)),
  /** Connects and says what answers. With `connection` before it is saved. */
  test: longMethod(
    'analyst',
    z.object({ id: z.number().int().optional(), connection: ConnectionBodySchema.optional(), password }),
    z.object({
      server: z.string(),
      user: z.string(),
      /** Protocol and cipher, or '' where the connection is in clear text. */
      tls: z.string(),
      verified: z.boolean(),
      ms: z.number(),
    }),
  ),
  tables: longMethod('analyst', ById, z.array(SourceTableSchema.extend({ kind: z.enum(['table', 'view']) }))),
  /** The first rows and the columns. Null cells are null. */
  preview: longMethod(
    'analyst',
    ById.extend({ source: SourceSchema, limit: z.number().int().min(1).max(1000).default(50) }),
    z.object({
      columns: z.array(SourceColumnSchema),
      rows: z.array(z.array(z.string().nullable())),
      more: z.boolean(),
    }),
  ),
  queries: method('viewer', z.object({}), z.array(SourceQuerySchema)),
  saveQuery: method(
    'analyst',
    z.object({ id: z.number().int().optional(), query: SourceQueryBodySchema }),
    SourceQuerySchema,
  ),
  removeQuery: method('analyst', z.object({ id: z.number().int() }), z.array(SourceQuerySchema)),
  /** Reads the new rows into a file for the import wizard. Writes nothing to the ledger. */
  extract: longMethod('analyst', ById, ExtractSchema),
  /**
   * Reads and loads in one go, by a mapping that somebody confirmed once. Failure `import-unsettled` where nobody did: import it by
   * the wizard the first time.
   */
  import: longMethod(
    'analyst',
    ById.extend({
      /** Loads by the proposed mapping where nobody has confirmed one, unless a question is open. */
      propose: z.boolean().default(false),
      answers: z.record(z.string(), z.string()).optional(),
    }),
    ExtractSchema.omit({ file: true }).extend({ batch: BatchSchema.nullable() }),
  ),
  /** Where a batch came from, if it was read of a database. */
  origin: method('viewer', z.object({ batch: z.number().int() }), SourceOriginSchema.nullable()),
}
