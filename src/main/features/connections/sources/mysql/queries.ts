import type { Source } from '../../../../../shared/contract/connections.ts'
import { bareSelect, type ReadRequest } from '../source.ts'

const name = (text: string): string => `\`${text.replaceAll('`', '``')}\``

const from = (source: Source): string =>
  'table' in source
    ? `${name(source.table.schema)}.${name(source.table.name)}`
    : `(\n${bareSelect(source.sql)}\n) AS farthing_source`

/** One value to bind where the read begins at a watermark. Rows without one come first, and each time. */
export function selectSql({ source, watermark, since, limit }: ReadRequest): {
  sql: string
  values: string[]
} {
  const column = name(watermark)
  const follows = watermark !== '' && since !== null
  const where = follows ? ` WHERE ${column} >= ? OR ${column} IS NULL` : ''
  const order = watermark === '' ? '' : ` ORDER BY ${column}`
  return {
    sql: `SELECT * FROM ${from(source)}${where}${order} LIMIT ${limit}`,
    values: follows ? [since] : [],
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
