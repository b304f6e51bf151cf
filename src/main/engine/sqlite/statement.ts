import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { type Grain } from '../../../shared/calendar/grain.ts'
import type { GroupKey, Measure, Query } from '../../../shared/query/query.ts'
import { readFiscal } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import { readRegistry, singleSourceOf, type DimensionSource } from '../dimensions.ts'
import { stepSql } from './step.ts'
import { derivedSql, FROM, where } from './where.ts'

/**
 * A query as one reading statement that a person can run and change on the page Explore. Steps of time are running numbers there; a
 * comparison is the same statement over other days and is left out. The oracle's own way of asking is figures.ts.
 */
export function statementOf(db: ReadableDB, query: Query): string {
  const registry = readRegistry(db)
  const fiscal = readFiscal(db)
  const { sql, values } = where(db, registry, query.filters)
  const condition = inlined(sql, values)
  const keys = query.groupBy.map((key, i) => ({
    sql: keySql(registry, key, fiscal),
    name: `"${nameOf(key)}"`,
    alias: `k${i}`,
  }))
  const measures = query.measures.map(measure => measureSql(registry, measure))
  const median = query.measures.find(m => m.op === 'median' || m.op === 'percentile')
  const names = keys.map(key => `${key.sql} AS ${key.name}`)
  const order = query.orderBy.map(({ column, descending }) => `${column + 1}${descending ? ' DESC' : ''}`)
  const tail = [
    ...(keys.length > 0 ? [`GROUP BY ${keys.map((_, i) => i + 1).join(', ')}`] : []),
    ...(keys.length > 0
      ? [`ORDER BY ${(order.length > 0 ? order : keys.map((_, i) => String(i + 1))).join(', ')}`]
      : []),
    ...(query.limit === undefined ? [] : [`LIMIT ${query.limit}`]),
  ]
  if (!median)
    return [`SELECT ${[...names, ...measures].join(',\n       ')}`, FROM, condition, ...tail]
      .filter(Boolean)
      .join('\n')
  // Linear between order statistics (Hyndman & Fan type 7), over numbered rows of each group.
  const by = keys.map(key => key.sql)
  const over = by.length > 0 ? `PARTITION BY ${by.join(', ')} ` : ''
  const p = median.op === 'median' ? 0.5 : (median.p ?? 50) / 100
  const value = median.of === 'original' ? 'e.amount' : 'e.base_amount'
  return [
    `WITH ranked AS (SELECT ${[...keys.map(key => `${key.sql} AS ${key.name}`), `${value} AS value`, `row_number() OVER (${over}ORDER BY ${value}) - 1 AS place`, `(count(*) OVER (${over.trim()}) - 1) * ${p} AS wanted`].join(', ')}`,
    FROM,
    `${condition === '' ? 'WHERE' : `${condition} AND`} ${value} IS NOT NULL)`,
    `SELECT ${[...keys.map(key => key.name), 'sum(value * max(0, 1 - abs(place - wanted))) AS value'].join(', ')}`,
    'FROM ranked',
    ...tail,
  ].join('\n')
}

const nameOf = (key: GroupKey): string => ('grain' in key ? key.grain : key.dimension)

function keySql(registry: Map<string, DimensionSource>, key: GroupKey, fiscal: Fiscal): string {
  if ('grain' in key) return readableStep(key.grain, fiscal)
  const { column, lookup, id } = singleSourceOf(registry, key.dimension)
  if (lookup) return derivedSql(lookup)
  return `coalesce((SELECT label FROM member WHERE dimension_id = ${quoted(id)} AND ordinal = e.${column}), '')`
}

/** Days, months and years as they are read; the others as the engine counts them. */
function readableStep(grain: Grain, fiscal: Fiscal): string {
  const format = { day: '%Y-%m-%d', month: '%Y-%m', year: '%Y' }[grain as string]
  return format === undefined
    ? stepSql(grain, 'e.day', fiscal)
    : `strftime('${format}', e.day * 86400, 'unixepoch')`
}

function measureSql(registry: Map<string, DimensionSource>, { op, of, abs }: Measure): string {
  if (op === 'count') return 'count(*) AS entries'
  if (op === 'distinct') {
    if (of === 'amount' || of === 'original')
      return `count(DISTINCT e.${of === 'amount' ? 'base_amount' : 'amount'}) AS different`
    const { column, lookup } = singleSourceOf(registry, of)
    return `count(DISTINCT ${lookup ? `nullif(${derivedSql(lookup)}, '')` : `nullif(e.${column}, 0)`}) AS different`
  }
  const column = of === 'original' ? 'e.amount' : 'e.base_amount'
  const value = abs ? `abs(${column})` : column
  return op === 'mean' ? `avg(${value}) AS mean` : `${op}(${value}) AS ${op}`
}

/** The bound values written into the text, so that it runs by itself: numbers as they are, texts quoted. */
function inlined(sql: string, values: readonly unknown[]): string {
  let at = 0
  return sql.replaceAll('?', () => {
    const value = values[at]
    at += 1
    return typeof value === 'number' ? String(value) : quoted(String(value))
  })
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
