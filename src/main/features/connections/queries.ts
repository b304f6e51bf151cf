import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface ConnectionRow {
  id: number
  name: string
  kind: string
  parameters: string
}

export interface QueryRow {
  id: number
  connection: number
  connectionName: string
  name: string
  parameters: string
  until: string | null
  lastBatch: number | null
  lastReadAt: string | null
}

export interface LoadRow {
  query: number
  connection: string
  place: string
  statement: string
  watermark: string
  since: string | null
  until: string | null
  key: string
  readAt: string
}

export function selectConnections(db: ReadableDB): ConnectionRow[] {
  return db
    .prepare('SELECT id, name, kind, parameters FROM connection ORDER BY name')
    .all() as ConnectionRow[]
}

export function insertConnection(db: WritableDB, row: Omit<ConnectionRow, 'id'>): number {
  const insert = db.prepare('INSERT INTO connection (name, kind, parameters, created_at) VALUES (?, ?, ?, ?)')
  return Number(insert.run(row.name, row.kind, row.parameters, new Date().toISOString()).lastInsertRowid)
}

export function updateConnection(db: WritableDB, { id, name, kind, parameters }: ConnectionRow): boolean {
  const update = db.prepare('UPDATE connection SET name = ?, kind = ?, parameters = ? WHERE id = ?')
  return update.run(name, kind, parameters, id).changes > 0
}

/** With its queries and what is known of their rows; batches keep where they came from. */
export function deleteConnection(db: WritableDB, id: number): boolean {
  db.prepare(
    'DELETE FROM source_row WHERE query_id IN (SELECT id FROM source_query WHERE connection_id = ?)',
  ).run(id)
  db.prepare('DELETE FROM source_query WHERE connection_id = ?').run(id)
  return db.prepare('DELETE FROM connection WHERE id = ?').run(id).changes > 0
}

// The newest load whose batch is in the ledger: undoing a batch takes its watermark back with it.
const QUERY = `SELECT q.id, q.connection_id AS connection, c.name AS connectionName, q.name, q.parameters,
    l.until, l.batch_id AS lastBatch, l.read_at AS lastReadAt
  FROM source_query q JOIN connection c ON c.id = q.connection_id
  LEFT JOIN source_load l ON l.batch_id = (SELECT max(s.batch_id) FROM source_load s JOIN batch b ON b.id = s.batch_id
    WHERE s.query_id = q.id AND b.undone_at IS NULL)`

export function selectQueries(db: ReadableDB): QueryRow[] {
  return db.prepare(`${QUERY} ORDER BY c.name, q.name`).all() as QueryRow[]
}

export function selectQuery(db: ReadableDB, id: number): QueryRow | undefined {
  return db.prepare(`${QUERY} WHERE q.id = ?`).get(id) as QueryRow | undefined
}

export function insertQuery(
  db: WritableDB,
  { connection, name, parameters }: { connection: number; name: string; parameters: string },
): number {
  const insert = db.prepare(
    'INSERT INTO source_query (connection_id, name, parameters, created_at) VALUES (?, ?, ?, ?)',
  )
  return Number(insert.run(connection, name, parameters, new Date().toISOString()).lastInsertRowid)
}

export function updateQuery(
  db: WritableDB,
  { id, connection, name, parameters }: { id: number; connection: number; name: string; parameters: string },
): boolean {
  const update = db.prepare(
    'UPDATE source_query SET connection_id = ?, name = ?, parameters = ? WHERE id = ?',
  )
  return update.run(connection, name, parameters, id).changes > 0
}

/** Keeps which columns a query had when it was loaded. */
export function updateColumns(db: WritableDB, query: number, columns: readonly string[]): void {
  db.prepare("UPDATE source_query SET parameters = json_set(parameters, '$.columns', json(?)) WHERE id = ?").run(JSON.stringify(columns), query) // prettier-ignore
}

/** Forgets what its rows and its watermark were: what is read from now on is another thing. */
export function forgetRows(db: WritableDB, query: number): void {
  db.prepare('DELETE FROM source_row WHERE query_id = ?').run(query)
  db.prepare('UPDATE source_load SET query_id = 0 WHERE query_id = ?').run(query)
}

export function deleteQuery(db: WritableDB, id: number): boolean {
  return db.prepare('DELETE FROM source_query WHERE id = ?').run(id).changes > 0
}

/** Of batches that are in the ledger: rows of an undone one may come again. */
export function selectKnownRows(db: ReadableDB, query: number): { key: Buffer; row: Buffer }[] {
  return db
    .prepare(
      `SELECT r.key, r.row FROM source_row r JOIN batch b ON b.id = r.batch_id
       WHERE r.query_id = ? AND b.undone_at IS NULL`,
    )
    .all(query) as { key: Buffer; row: Buffer }[]
}

export function insertLoad(db: WritableDB, batch: number, load: LoadRow): void {
  db.prepare(
    `INSERT INTO source_load (batch_id, query_id, connection_name, place, statement, watermark, since, until, key, read_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batch,
    load.query,
    load.connection,
    load.place,
    load.statement,
    load.watermark,
    load.since,
    load.until,
    load.key,
    load.readAt,
  )
}

export function insertRows(
  db: WritableDB,
  batch: number,
  query: number,
  { keys, rows }: { keys: BigUint64Array; rows: BigUint64Array },
): void {
  const insert = db.prepare('INSERT INTO source_row (query_id, key, row, batch_id) VALUES (?, ?, ?, ?)')
  for (let i = 0; i < keys.length; i += 1) {
    const key = Buffer.alloc(8)
    key.writeBigUInt64BE(keys[i] as bigint)
    const row = Buffer.alloc(8)
    row.writeBigUInt64BE(rows[i] as bigint)
    insert.run(query, key, row, batch)
  }
}

export function fileHashOf(db: ReadableDB, batch: number): string | undefined {
  return db
    .prepare('SELECT f.sha256 FROM batch b JOIN source_file f ON f.id = b.file_id WHERE b.id = ?')
    .pluck()
    .get(batch) as string | undefined
}
