import type { Source } from '../../../../../shared/contract/connections.ts'
import { bareSelect, type ReadRequest } from '../source.ts'

const name = (text: string): string => `\`${text.replaceAll('`', '``')}\``

const from = (source: Source): string =>
  'table' in source
    ? `${name(source.table.schema)}.${name(source.table.name)}`
    : `(\n${bareSelect(source.sql, true)}\n) AS farthing_source`

/** No rows: what its columns are. */
export const headSql = (source: Source): string => `SELECT * FROM ${from(source)} LIMIT 0`

export interface Column {
  name: string
  /** A float of 32 bits without a number of decimals: the server shows six digits of the seven that it has. */
  rounded: boolean
  /** A moment, shown in the time of a place: an hour comes twice where its clocks are put back. */
  moment: boolean
}

/** Values to bind where the read begins at a watermark. Rows without one come first, and each time. */
export function selectSql(
  { source, watermark, since, limit }: ReadRequest,
  columns: readonly Column[],
): { sql: string; values: string[] } {
  const column = name(watermark)
  const follows = watermark !== '' && since !== null
  const moment = columns.some(one => one.moment && one.name === watermark)
  // The earlier of the two moments that such a time may mean. The first bound can use an index.
  const begins = moment
    ? `${column} >= ? - INTERVAL 1 HOUR AND unix_timestamp(${column}) >= least(unix_timestamp(?), unix_timestamp(? - INTERVAL 1 HOUR) + 3600)`
    : `${column} >= ?`
  const where = follows ? ` WHERE ${begins} OR ${column} IS NULL` : ''
  const order = watermark === '' ? '' : ` ORDER BY ${column}`
  const list = columns.some(one => one.rounded)
    ? columns.map(one => (one.rounded ? `${name(one.name)} + 0e0 AS ${name(one.name)}` : name(one.name)))
    : ['*']
  return {
    sql: `SELECT ${list.join(', ')} FROM ${from(source)}${where}${order} LIMIT ${limit}`,
    values: follows ? (moment ? [since, since, since] : [since]) : [],
  }
}

/** The two families count a statement's time in units and under names of their own. */
export const timeoutSql = (ms: number, mariadb: boolean): string =>
  mariadb
    ? `SET SESSION max_statement_time = ${ms / 1000}`
    : `SET SESSION max_execution_time = ${Math.trunc(ms)}`

/** Whatever ends the transaction begins another that cannot write either. */
export const SESSION = 'SET SESSION TRANSACTION READ ONLY'
export const BEGIN = 'START TRANSACTION READ ONLY'
export const END = 'ROLLBACK'
export const ABOUT = 'SELECT version(), current_user()'

export const TABLES = `SELECT table_schema, table_name, table_type FROM information_schema.tables
  WHERE table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY 1, 2`

export const KEY = `SELECT column_name FROM information_schema.key_column_usage
  WHERE constraint_name = 'PRIMARY' AND table_schema = ? AND table_name = ? ORDER BY ordinal_position`

export const killSql = (thread: number): string => `KILL QUERY ${Math.trunc(thread)}`
