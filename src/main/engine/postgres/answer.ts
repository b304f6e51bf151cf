import { total } from '../../../shared/money/minor.ts'
import type { Cell, Filters, GroupKey, Measure, Query, QueryResult } from '../../../shared/query/query.ts'
import { mergeLines, orderLines, type Group } from '../lines.ts'
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
import { errorOf } from './approximate.ts'
import { extentOf } from './extent.ts'
import { groupSql, type AnyMeasure, type Grouping, type KeySql } from './figures.ts'
import { Names } from './names.ts'
import { singleOf, type Warehouse } from './registry.ts'
import { quoted, tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { stepNumber, stepText } from './steps.ts'
import { Values, whereSql } from './where.ts'

/**
 * Answers a semantic query on a warehouse, in SQL that PostgreSQL, Citus, CockroachDB and Amazon Redshift take: the same answer, to the
 * minor unit, as the columnar engine and SQLite give. Only groups leave the server. Throws FailureError.
 */
export async function answerFromWarehouse(
  session: Session,
  warehouse: Warehouse,
  query: Query,
): Promise<QueryResult> {
  checkQuery(query)
  const names = new Names(session, warehouse)
  const over = (filters: Filters): Grouping => {
    const values = new Values()
    return { session, warehouse, values, condition: whereSql(warehouse, filters, values) }
  }
  const condition = over(query.filters)
  const { matched, converted, found } = await extentOf(condition)
  const span = spanOf(query.filters, found)
  const compared =
    span && query.comparison ? comparedSpan(span, query.comparison, warehouse.fiscal) : undefined
  const before = compared && over({ ...query.filters, ...isoSpan(compared) })
  const own = usesOriginal(query) ? onlyCurrency(await currenciesOf(names, [condition, ...(before ? [before] : [])])) : undefined // prettier-ignore
  const estimates = isEstimated(query, warehouse, matched)
  const measures = query.measures.map((one): AnyMeasure => estimates && one.op === 'distinct' ? { ...one, op: 'estimate' } : one) // prettier-ignore
  const keys = query.groupBy.map(key => keySql(warehouse, key))
  const shifts = query.groupBy.map(key =>
    'grain' in key && span && compared
      ? stepNumber(key.grain, span.from, warehouse.fiscal) -
        stepNumber(key.grain, compared.from, warehouse.fiscal)
      : 0,
  )
  const grouped = async (grouping: Grouping): Promise<Group[]> =>
    names.ofGroups(query, await groupSql(grouping, keys, measures))
  const now = await grouped(condition)
  const earlier = before && (await grouped(before))
  const lines = orderLines(query, mergeLines(query, now, earlier ?? [], shifts))
  const whole = async (grouping: Grouping, groups: Group[]): Promise<Cell[]> =>
    addedUp(groups, query.measures) ?? (await groupSql(grouping, [], measures))[0]?.values ?? []
  const nowAll = await whole(condition, now)
  const beforeAll = before && (await whole(before, earlier ?? []))
  const shown = lines.slice(0, query.limit)
  const labels = await names.labelsOf(query, shown)
  return {
    columns: columnsOf(query, estimates),
    rows: shown.map(line => [
      ...line.keys.map((key, k) => textOf(query.groupBy[k] as GroupKey, key)),
      ...line.now.flatMap((value, m) => (query.comparison ? [value, line.before[m] as Cell] : [value])),
    ]),
    totals: totalsOf(query, nowAll, beforeAll),
    groups: lines.length,
    matched,
    unconverted: matched - converted,
    labels,
    currency: answerCurrency(query, warehouse.baseCurrency, own),
    ...(compared ? { comparedWith: isoSpan(compared) } : {}),
    ...(estimates ? { approximateError: errorOf(warehouse.counting?.kind ?? 'postgres') } : {}),
  }
}

/**
 * Whether distinct members are counted by estimate: where that is asked for, or allowed, the entries are many and lie on many nodes. One
 * server counts exactly in a third of the time that a sketch takes, at any size that was measured (docs/scale.md).
 */
function isEstimated({ distinct, measures }: Query, { counting }: Warehouse, matched: number): boolean {
  if (!measures.some(({ op }) => op === 'distinct')) return false
  if (distinct !== 'either' || !counting || counting.kind === 'postgres') return distinct === 'approximate'
  return counting.above !== null && matched > counting.above
}

/** What all groups come to, where that can be told from them: it saves the server a walk over the same entries. */
function addedUp(groups: readonly Group[], measures: readonly Measure[]): Cell[] | undefined {
  if (!measures.every(({ op }) => op === 'sum' || op === 'count' || op === 'min' || op === 'max'))
    return undefined
  return measures.map((measure, m) => {
    const values = groups.flatMap(({ values: own }) => own[m] ?? []).map(BigInt)
    if (measure.op === 'sum' || measure.op === 'count')
      return total(values.reduce((sum, value) => sum + value, 0n))
    const [first, ...rest] = values
    if (first === undefined) return null
    return total(
      rest.reduce((best, value) => ((measure.op === 'min') === value < best ? value : best), first),
    )
  })
}

const textOf = (key: GroupKey, value: string | number): string =>
  'grain' in key ? stepText(key.grain, Number(value)) : String(value)

async function currenciesOf(names: Names, groupings: readonly Grouping[]): Promise<string[]> {
  const found = new Set<string>()
  for (const { session, warehouse, condition, values } of groupings) {
    const { expression } = singleOf(warehouse, 'currency')
    const sql = `SELECT DISTINCT ${expression} FROM ${tableIn(warehouse.schema, 'entry')} e ${condition.joins.join(' ')} ${condition.sql}`
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
    for (const [code] of await session.ask(sql, values.bound))
      // oxlint-disable-next-line no-await-in-loop -- as above
      found.add(await names.keyOf('currency', Number(code)))
  }
  return [...found]
}

function keySql(warehouse: Warehouse, key: GroupKey): KeySql {
  if ('grain' in key) {
    if (key.grain === 'day') return { expression: 'e."day"', join: undefined, numeric: true }
    const join = `JOIN ${tableIn(warehouse.schema, 'day')} d ON d."day" = e."day"`
    return { expression: `d.${quoted(key.grain)}`, join, numeric: true }
  }
  const { expression, join, column } = singleOf(warehouse, key.dimension)
  return { expression, join, numeric: column !== undefined }
}
