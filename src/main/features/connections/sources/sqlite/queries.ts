import type { Source } from '../../../../../shared/contract/connections.ts'
import { bareSelect, type ReadRequest } from '../source.ts'

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`

const from = (source: Source): string =>
  'table' in source ? name(source.table.name) : `(\n${bareSelect(source.sql)}\n) AS farthing_source`

/** Values to bind where the read begins at a watermark. */
export function selectSql({ source, watermark, since, limit }: ReadRequest): {
  sql: string
  values: string[]
} {
  const column = name(watermark)
  const follows = watermark !== '' && since !== null
  // A text is no number to SQLite: the value that is compared with takes the column's own class.
  const where = follows
    ? ` WHERE CASE typeof(${column}) WHEN 'integer' THEN ${column} >= CAST(? AS INTEGER) WHEN 'real' THEN ${column} >= CAST(? AS REAL) ELSE ${column} >= ? END OR ${column} IS NULL`
    : ''
  const order = watermark === '' ? '' : ` ORDER BY ${column} IS NULL, ${column}`
  return {
    sql: `SELECT * FROM ${from(source)}${where}${order} LIMIT ${limit}`,
    values: follows ? [since, since, since] : [],
  }
}

/** Kinds of values that the watermark has: numbers come before texts in SQLite's order, whatever they say. */
export const kindsSql = ({ source, watermark }: ReadRequest): string =>
  `SELECT DISTINCT CASE typeof(${name(watermark)}) WHEN 'real' THEN 'integer' ELSE typeof(${name(watermark)}) END FROM ${from(source)} WHERE ${name(watermark)} IS NOT NULL LIMIT 2`

export const VERSION = 'SELECT sqlite_version()'
export const TABLES = `SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`
export const KEY = 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk'
