import { CODE_COLUMNS } from '../columns.ts'
import type { Dialect } from './portable.ts'

/** Names in a warehouse: quoted, because `user` and `day` are words of the language. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A schema's name as a person may choose it: no quoting has to be right for it to be harmless. */
export const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/u

export const tableIn = (schema: string, table: string): string => `${quoted(schema)}.${quoted(table)}`

type Column = readonly [
  name: string,
  type: 'bigint' | 'integer' | 'date' | 'short' | 'long',
  nullable?: 'null',
]

/** Steps of the calendar by their running numbers, so that no server has to divide or know a fiscal year. */
export const STEPS = ['week', 'month', 'quarter', 'year', 'period', 'fiscal-quarter', 'fiscal-year'] as const

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'level_6', 'level_7'] as const

/** The star: facts of whole numbers and codes, texts apart, and one row a member, day, account and category. */
export const TABLES: Readonly<Record<string, readonly Column[]>> = {
  meta: [['name', 'short'], ['value', 'long']],
  /** Pieces of the facts that are pushed and compared whole. */
  unit: [['unit', 'integer'], ['entries', 'bigint'], ['hash', 'short']],
  entry: [['id', 'bigint'], ['unit', 'integer'], ['batch_id', 'integer'], ['line', 'integer'], ['day', 'integer'], ['posting_period', 'integer'], ['amount', 'bigint'], ['base_amount', 'bigint', 'null'], ['part', 'integer']],
  entry_text: [['entry_id', 'bigint'], ['unit', 'integer'], ['description', 'long'], ['reference', 'long'], ['document', 'long'], ['note', 'long'], ['words', 'long'], ['extra', 'long']],
  dimension: [['id', 'short'], ['label', 'long'], ['kind', 'short'], ['column_name', 'short']],
  member: [['dimension_id', 'short'], ['ordinal', 'integer'], ['member_key', 'long'], ['label', 'long'], ['words', 'long']],
  account_detail: [['ordinal', 'integer'], ['type', 'short'], ...LEVELS.map(level => [level, 'long'] as const)],
  category_group: [['ordinal', 'integer'], ['group_key', 'long']],
  batch: [['id', 'integer'], ['file_name', 'long'], ['sha256', 'short'], ['loaded_at', 'short'], ['origin', 'long']],
  day: [['day', 'integer'], ['date', 'date'], ...STEPS.map(step => [step, 'integer'] as const)],
} // prettier-ignore

/** Tables that are small and needed beside every fact: every node of a cluster has them whole. */
const REFERENCE = ['meta', 'unit', 'dimension', 'member', 'account_detail', 'category_group', 'batch', 'day']

function typeOf(type: Column[1], dialect: Dialect): string {
  if (type === 'short') return 'varchar(200)'
  if (type !== 'long') return type
  // Redshift makes 256 bytes of `text`.
  return dialect === 'redshift' ? 'varchar(65535)' : 'varchar'
}

/** How Redshift spreads and sorts a table: facts by their id, with their texts; the rest on every node. */
function spread(table: string, dialect: Dialect): string {
  if (dialect !== 'redshift') return ''
  if (table === 'entry') return ' DISTKEY("id") SORTKEY("day")'
  if (table === 'entry_text') return ' DISTKEY("entry_id") SORTKEY("entry_id")'
  return ' DISTSTYLE ALL'
}

export interface Statement {
  sql: string
  for: Dialect | 'all'
}

const own = (dialect: Dialect): Dialect | 'all' => (dialect === 'redshift' ? 'redshift' : 'all')

/** Statements that make the tables where they are not there. `dimensions`: the code columns that this ledger uses. */
export function createStatements(
  schema: string,
  dialect: Dialect,
  dimensions: readonly string[],
): Statement[] {
  const statements: Statement[] = [{ sql: `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`, for: 'all' }]
  for (const [table, columns] of Object.entries(TABLES)) {
    const all = table === 'entry' ? [...columns, ...dimensions.map(codeColumnOf)] : columns
    const list = all.map(
      ([name, type, nullable]) => `${quoted(name)} ${typeOf(type, dialect)}${nullable ? '' : ' NOT NULL'}`,
    )
    statements.push({
      sql: `CREATE TABLE IF NOT EXISTS ${tableIn(schema, table)} (${list.join(', ')})${spread(table, dialect)}`,
      for: own(dialect),
    })
  }
  return statements
}

/** Makes a Citus cluster of them: facts by their id, with their texts beside them; the rest on every node. */
export function distributeStatements(schema: string): Statement[] {
  const call = (name: string, table: string, more = ''): Statement => ({
    sql: `SELECT ${name}('${schema}.${table}'${more})`,
    for: 'citus',
  })
  return [
    ...REFERENCE.map(table => call('create_reference_table', table)),
    call('create_distributed_table', 'entry', ", 'id'"),
    call('create_distributed_table', 'entry_text', `, 'entry_id', colocate_with => '${schema}.entry'`),
  ]
}

const codeColumnOf = (name: string): Column => {
  if (!CODE_COLUMNS.includes(name)) throw new RangeError('not a dimension column')
  return [name, 'integer']
}

/** Columns that a warehouse of an earlier version lacks; they are filled when the pieces are sent anew. */
export const newColumns = (
  schema: string,
  dialect: Dialect,
): (Statement & { table: string; column: string })[] =>
  (
    [
      ['entry', 'part', 'integer NOT NULL DEFAULT 0'],
      ['entry_text', 'extra', `${typeOf('long', dialect)} NOT NULL DEFAULT ''`],
      ['batch', 'origin', `${typeOf('long', dialect)} NOT NULL DEFAULT ''`],
    ] as const
  ).map(
    // prettier-ignore
    ([table, column, type]) => ({
      table,
      column,
      sql: `ALTER TABLE ${tableIn(schema, table)} ADD COLUMN ${quoted(column)} ${type}`,
      for: own(dialect),
    }),
  )

export const addColumn = (schema: string, name: string): Statement => ({
  sql: `ALTER TABLE ${tableIn(schema, 'entry')} ADD COLUMN ${quoted(codeColumnOf(name)[0])} integer NOT NULL DEFAULT 0`,
  for: 'all',
})

/** Indexes for what is asked most: a span of days, one side of the result, one entry, one unit. Redshift has none and sorts instead. */
export function indexStatements(
  schema: string,
  dialect: Dialect,
  dimensions: readonly string[],
): Statement[] {
  if (dialect === 'redshift') return []
  const index = (
    name: string,
    table: string,
    columns: readonly string[],
    include: readonly string[] = [],
  ): Statement => ({
    sql: `CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${tableIn(schema, table)} (${columns.map(quoted).join(', ')})${include.length > 0 ? ` INCLUDE (${include.map(quoted).join(', ')})` : ''}`,
    for: dialect,
  })
  const has = (name: string): boolean => dimensions.includes(name)
  const covered = ['base_amount', ...['scenario', 'category', 'account', 'cost_centre', 'payee'].filter(has)]
  return [
    index('farthing_entry_id', 'entry', ['id']),
    index('farthing_entry_unit', 'entry', ['unit']),
    index('farthing_text_id', 'entry_text', ['entry_id']),
    index('farthing_text_unit', 'entry_text', ['unit']),
    ...(has('flow') ? [index('farthing_entry_flow', 'entry', ['flow', 'day'], covered)] : []),
    index('farthing_entry_day', 'entry', ['day'], has('flow') ? ['flow', ...covered] : covered),
  ]
}
