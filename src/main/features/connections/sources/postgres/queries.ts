import type { Source } from '../../../../../shared/contract/connections.ts'
import { bareSelect, type ReadRequest } from '../source.ts'

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
/** Safe with standard_conforming_strings on, which is asked for first. A cursor's statement takes no bound values. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

const from = (source: Source): string =>
  'table' in source
    ? `${name(source.table.schema)}.${name(source.table.name)}`
    : `(\n${bareSelect(source.sql)}\n) AS farthing_source`

/** No rows: what its columns are. */
export const headSql = (source: Source): string => `SELECT * FROM ${from(source)} LIMIT 0`

/** Money in the words of the server's country, and in no words here: its digits say the same everywhere. */
const MONEY = 790

/** All columns, money as a number. Names that two columns have cannot be asked for one by one. */
function columnList(fields: readonly { name: string; dataTypeID: number }[]): string {
  const names = new Set(fields.map(field => field.name))
  if (names.size < fields.length || !fields.some(field => field.dataTypeID === MONEY)) return '*'
  return fields
    .map(({ name: own, dataTypeID }) =>
      dataTypeID === MONEY ? `CAST(${name(own)} AS numeric) AS ${name(own)}` : name(own),
    )
    .join(', ')
}

/** Rows without a watermark come each time: they cannot be followed, only known again. */
export function selectSql(
  { source, watermark, since, limit }: ReadRequest,
  fields: readonly { name: string; dataTypeID: number }[],
): string {
  const column = name(watermark)
  const where =
    watermark === '' || since === null ? '' : ` WHERE ${column} >= ${literal(since)} OR ${column} IS NULL`
  const order = watermark === '' ? '' : ` ORDER BY ${column} NULLS LAST`
  return `SELECT ${columnList(fields)} FROM ${from(source)}${where}${order} LIMIT ${limit}`
}

export const BEGIN = 'BEGIN READ ONLY'
export const timeoutSql = (ms: number): string => `SET statement_timeout = ${Math.trunc(ms)}`
export const STRINGS = 'SET standard_conforming_strings = on'
/** A date in the order of the server's country would be another date here. */
export const DATES = "SET DateStyle = 'ISO'"
/** Servers of long ago round a float that they show; 2 is the most that all of them take. */
export const FLOATS = 'SET extra_float_digits = 2'
export const declareSql = (select: string): string => `DECLARE farthing_rows NO SCROLL CURSOR FOR ${select}`
export const fetchSql = (rows: number): string => `FETCH ${rows} FROM farthing_rows`
export const END = 'ROLLBACK'

export const ABOUT = 'SELECT version(), current_user'

export const TABLES = `SELECT table_schema, table_name, table_type FROM information_schema.tables
  WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'crdb_internal', 'pg_extension', 'pg_internal')
  ORDER BY table_schema, table_name`

/** Columns of a table's primary key. Redshift keeps it as a hint; the others hold it. */
export const KEY = `SELECT k.column_name FROM information_schema.table_constraints c
  JOIN information_schema.key_column_usage k ON k.constraint_name = c.constraint_name
    AND k.table_schema = c.table_schema AND k.table_name = c.table_name
  WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = $1 AND c.table_name = $2
  ORDER BY k.ordinal_position`

export const typeNamesSql = (oids: readonly number[]): string =>
  `SELECT oid, typname FROM pg_catalog.pg_type WHERE oid IN (${oids.map(Number).join(', ')})`
