import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import type { Cell, Filters, GroupKey, Query, QueryResult } from '../../../shared/query/query.ts'
import { readFiscal, readMeta } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import { readRegistry, singleSourceOf, sourceOf, type DimensionSource } from '../dimensions.ts'
import {
  answerCurrency,
  checkQuery,
  columnsOf,
  comparedSpan,
  isoSpan,
  onlyCurrency,
  spanOf,
  totalsOf,
  usesOriginal,
} from '../result.ts'
import { mergeLines, orderLines, type Group } from '../lines.ts'
import { groupBySql } from './figures.ts'
import { stepSql, stepText } from './step.ts'
import { derivedSql, FROM, where, type Piece } from './where.ts'

/**
 * Answers a semantic query in SQL, straight from the entries: the oracle of the columnar engine, for which it need not be fast.
 * Shares with it the answer's shape and the calendar of comparisons, none of the arithmetic.
 */
export function answerFromSql(db: ReadableDB, query: Query): QueryResult {
  checkQuery(query)
  const registry = readRegistry(db)
  const fiscal = readFiscal(db)
  const condition = where(db, registry, query.filters)
  const ask = (sql: string, bound: unknown[]): (number | null)[] =>
    db
      .prepare(sql)
      .raw()
      .get(...bound) as (number | null)[]
  const [matched, converted, first, last] = ask(
    `SELECT count(*), count(e.base_amount), min(e.day), max(e.day) ${FROM} ${condition.sql}`,
    condition.values,
  ) as [number, number, number | null, number | null]
  const found = first === null || last === null ? undefined : { from: first, to: last }
  const span = spanOf(query.filters, found)
  const compared = span && query.comparison ? comparedSpan(span, query.comparison, fiscal) : undefined
  const filtersBefore: Filters | undefined = compared && { ...query.filters, ...isoSpan(compared) }
  const conditionBefore = filtersBefore && where(db, registry, filtersBefore)

  const own = usesOriginal(query)
    ? onlyCurrency([
        ...new Set(
          [condition, conditionBefore].flatMap(piece =>
            piece
              ? (db
                  .prepare(
                    `SELECT DISTINCT coalesce((SELECT key FROM member WHERE dimension_id = 'currency' AND ordinal = e.currency), '') ${FROM} ${piece.sql}`,
                  )
                  .pluck()
                  .all(...piece.values) as string[])
              : [],
          ),
        ),
      ])
    : undefined

  const keys = query.groupBy.map(key => keySql(registry, key, fiscal))
  const shifts = query.groupBy.map(key => {
    if (!('grain' in key) || !span || !compared) return 0
    const step = stepSql(key.grain, 'day', fiscal)
    const at = (day: number): number =>
      Number(db.prepare(`SELECT ${step} FROM (SELECT CAST(? AS INTEGER) AS day)`).pluck().get(day))
    return at(span.from) - at(compared.from)
  })
  const grouped = (piece: Piece): Group[] =>
    named(db, query, registry, groupBySql(db, registry, piece, keys, query.measures))
  const now = grouped(condition)
  const before = conditionBefore ? grouped(conditionBefore) : []
  const lines = orderLines(query, mergeLines(query, now, before, shifts))
  const nowAll = groupBySql(db, registry, condition, [], query.measures)
  const beforeAll = conditionBefore && groupBySql(db, registry, conditionBefore, [], query.measures)
  const labels: QueryResult['labels'] = {}
  return {
    columns: columnsOf(query),
    rows: lines
      .slice(0, query.limit)
      .map(line => [
        ...line.keys.map((key, k) => write(db, query.groupBy[k] as GroupKey, key, labels)),
        ...line.now.flatMap((value, m) => (query.comparison ? [value, line.before[m] as Cell] : [value])),
      ]),
    totals: totalsOf(query, nowAll[0]?.values ?? [], beforeAll?.[0]?.values),
    groups: lines.length,
    matched,
    unconverted: matched - converted,
    labels,
    currency: answerCurrency(query, readMeta(db, 'base_currency') ?? 'GBP', own),
    ...(compared ? { comparedWith: isoSpan(compared) } : {}),
  }
}

function keySql(registry: Map<string, DimensionSource>, key: GroupKey, fiscal: Fiscal): string {
  if ('grain' in key) return stepSql(key.grain, 'e.day', fiscal)
  const { column, lookup } = singleSourceOf(registry, key.dimension)
  if (lookup) return derivedSql(lookup)
  return `e.${column}`
}

/** Ordinals in group keys as member keys: looked up once a member, not once an entry. */
function named(
  db: ReadableDB,
  query: Query,
  registry: Map<string, DimensionSource>,
  groups: Group[],
): Group[] {
  const find = db.prepare('SELECT key FROM member WHERE dimension_id = ? AND ordinal = ?').pluck()
  const known = new Map<string, string>()
  const nameOf = (key: GroupKey, value: string | number): string | number => {
    if ('grain' in key || sourceOf(registry, key.dimension).lookup) return value
    const id = `${value} ${key.dimension}`
    const name = known.get(id) ?? (find.get(key.dimension, value) as string | undefined) ?? ''
    known.set(id, name)
    return name
  }
  return groups.map(({ keys, values }) => ({
    keys: keys.map((value, k) => nameOf(query.groupBy[k] as GroupKey, value)),
    values,
  }))
}

function write(db: ReadableDB, key: GroupKey, value: string | number, labels: QueryResult['labels']): string {
  if ('grain' in key) return stepText(db, key.grain, Number(value))
  const label = db
    .prepare('SELECT label FROM member WHERE dimension_id = ? AND key = ?')
    .pluck()
    .get(key.dimension, value) as string | undefined
  if (label !== undefined && label !== value) (labels[key.dimension] ??= {})[String(value)] = label
  return String(value)
}
