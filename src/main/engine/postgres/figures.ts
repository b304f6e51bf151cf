import { divideRounded, total } from '../../../shared/money/minor.ts'
import type { Cell, Measure } from '../../../shared/query/query.ts'
import type { Group } from '../lines.ts'
import { estimateSql, estimatesOf } from './approximate.ts'
import { singleOf, type Warehouse } from './registry.ts'
import { tableIn } from './schema.ts'
import type { Cells, Session } from './session.ts'
import type { Condition, Values } from './where.ts'

/** A group's key as an expression on entries `e`: a member's code, a derived key, or a step's number. */
export interface KeySql {
  expression: string
  join: string | undefined
  /** A number comes back as one, so that steps can be shifted. */
  numeric: boolean
}

/**
 * What the warehouse works out beside the measures of a query: entries with a rate, squares of their amounts and powers of the logarithms of
 * their sizes (statistics), and `distinct` by estimate.
 */
export type AnyMeasure =
  | Measure
  | { op: 'converted' }
  | { op: 'squares' }
  | { op: 'logarithms'; of: 'positive' | 'negative'; power: 0 | 1 | 2 }
  | (Omit<Measure, 'op'> & { op: 'estimate' })

export interface Grouping {
  session: Session
  warehouse: Warehouse
  condition: Condition
  /** What `condition` has bound; measures bind nothing. */
  values: Values
}

/** Runs the measures over the entries that pass, grouped. No keys give one group, always. */
export async function groupSql(
  grouping: Grouping,
  keys: readonly KeySql[],
  measures: readonly AnyMeasure[],
): Promise<Group[]> {
  const { session, warehouse, condition, values } = grouping
  const parts = measures.map(measure => partsOf(warehouse, measure))
  const joins = [
    ...new Set([...keys.map(key => key.join), ...condition.joins, ...parts.flatMap(p => p.joins)]),
  ]
    .filter(join => join !== undefined)
    .join(' ')
  const from = `FROM ${tableIn(warehouse.schema, 'entry')} e ${joins} ${condition.sql}`
  const list = keys.map((key, i) => `${key.expression} AS k${i}`)
  const names = keys.map((_, i) => `k${i}`)
  const columns = parts.flatMap(part => part.columns)
  // Grouped outside: a constant or an expression groups by its name alike everywhere.
  const inner = [...list, ...new Set(parts.flatMap(part => part.inner))]
  const sql = `SELECT ${[...names, ...columns, 'count(*)'].join(', ')} FROM (SELECT ${[...inner, '1 AS one'].join(', ')} ${from}) s ${names.length > 0 ? `GROUP BY ${names.join(', ')}` : ''}`
  const rows = await session.ask(sql, values.bound)
  const samples: (Map<string, Sample | number> | undefined)[] = []
  for (const measure of measures)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
    samples.push(await sampled(grouping, from, list, measure))
  return rows.map(row => {
    const own = row.slice(0, keys.length)
    let at = keys.length
    const cells = measures.map((measure, m) => {
      const part = parts[m] as Parts
      const taken = row.slice(at, (at += part.columns.length))
      return valueOf(measure, taken, samples[m]?.get(JSON.stringify(own)))
    })
    return {
      keys: own.map((key, k) => (keys[k]?.numeric ? Number(key) : (key ?? ''))),
      values: cells,
    }
  })
}

interface Parts {
  /** Expressions on `e`, named. */
  inner: string[]
  /** Aggregates of them. */
  columns: string[]
  joins: string[]
}

type Amount = Pick<Measure, 'of' | 'abs'>

const amountName = ({ of, abs }: Amount): string =>
  `${abs ? 'abs_' : ''}${of === 'original' ? 'own' : 'base'}`

function amountSql({ of, abs }: Amount): string {
  const column = of === 'original' ? 'e.amount' : 'e.base_amount'
  return abs ? `abs(${column})` : column
}

function partsOf(warehouse: Warehouse, measure: AnyMeasure): Parts {
  if (measure.op === 'converted')
    return { inner: ['e.base_amount AS base'], columns: ['count(base)'], joins: [] }
  if (measure.op === 'squares') {
    const float = 'CAST(e.base_amount AS double precision)'
    return { inner: [`${float} * ${float} AS square`], columns: ['sum(square)'], joins: [] }
  }
  if (measure.op === 'logarithms') {
    const [name, is, sign] = measure.of === 'positive' ? ['log_up', '>', ''] : ['log_down', '<', '-']
    const size = `CAST(${sign}e.base_amount AS double precision)`
    const powers = [`count(${name})`, `sum(${name})`, `sum(${name} * ${name})`]
    return {
      inner: [`CASE WHEN e.base_amount ${is} 0 THEN ln(${size}) END AS ${name}`],
      columns: [powers[measure.power] as string],
      joins: [],
    }
  }
  const name = amountName(measure)
  const inner = [`${amountSql(measure)} AS ${name}`]
  switch (measure.op) {
    case 'count':
      return { inner: [], columns: ['count(*)'], joins: [] }
    case 'sum':
    case 'mean':
      // The sum of whole numbers of 64 bits is a decimal on all of these servers: it cannot pass its bounds.
      return { inner, columns: [`sum(${name})`, `count(${name})`], joins: [] }
    case 'min':
    case 'max':
      return { inner, columns: [`${measure.op}(${name})`], joins: [] }
    case 'median':
    case 'percentile':
      return { inner: [], columns: [], joins: [] }
    case 'estimate': {
      const { join } = countedOf(warehouse, measure)
      return { inner: [], columns: [], joins: join ? [join] : [] }
    }
    case 'distinct': {
      if (measure.of === 'amount' || measure.of === 'original')
        return { inner, columns: [`count(DISTINCT ${name})`], joins: [] }
      const { expression, join } = countedOf(warehouse, measure)
      return {
        inner: [`${expression} AS of_${measure.of}`],
        columns: [`count(DISTINCT of_${measure.of})`],
        joins: join ? [join] : [],
      }
    }
  }
}

/** What a count of different ones counts; NULL is none. */
function countedOf(warehouse: Warehouse, measure: Amount): { expression: string; join?: string } {
  if (measure.of === 'amount' || measure.of === 'original') return { expression: amountSql(measure) }
  const { expression, column, join } = singleOf(warehouse, measure.of)
  return {
    expression: `nullif(${expression}, ${column === undefined ? "''" : '0'})`,
    ...(join ? { join } : {}),
  }
}

/** What a measure needs a statement of its own for; undefined for one that needs none. */
async function sampled(
  grouping: Grouping,
  from: string,
  list: readonly string[],
  measure: AnyMeasure,
): Promise<Map<string, Sample | number> | undefined> {
  if (measure.op === 'median' || measure.op === 'percentile') return ordered(grouping, from, list, measure)
  if (measure.op !== 'estimate') return undefined
  const { session, warehouse, values } = grouping
  const kind = warehouse.counting?.kind ?? 'postgres'
  const names = list.map((_, i) => `k${i}`)
  const rows = `SELECT ${[...list, `${countedOf(warehouse, measure).expression} AS v`].join(', ')} ${from}`
  const sql = estimateSql({ rows, names }, kind)
  const found = await session.ask(sql, values.bound, kind === 'redshift' ? kind : 'all')
  return estimatesOf(found, names.length, kind)
}

const big = (text: string | null | undefined): bigint => BigInt(text ?? 0)

function valueOf(measure: AnyMeasure, taken: Cells, sampled: Sample | number | undefined): Cell {
  const [first, second] = taken
  if (measure.op === 'squares' || measure.op === 'logarithms' || measure.op === 'converted')
    return Number(first ?? 0)
  if (measure.op === 'estimate') return typeof sampled === 'number' ? sampled : 0
  const sample = typeof sampled === 'number' ? undefined : sampled
  switch (measure.op) {
    case 'sum':
      return total(big(first))
    case 'mean':
      return big(second) === 0n ? null : total(divideRounded(big(first), big(second)))
    case 'median':
      return between(sample, '50')
    case 'percentile':
      return between(sample, String(measure.p ?? 50))
    default:
      return first === null || first === undefined ? null : total(BigInt(first))
  }
}

/** The two order statistics that a quantile lies between, and how many values there are. */
interface Sample {
  low: bigint
  high: bigint
  count: bigint
}

/** A percentage in plain digits: '1e-7' has none of them. */
const plainPercent = (percent: string): string =>
  percent.includes('e') ? Number(percent).toFixed(20) : percent

/** Per group the values next to the quantile's place, found by the server: no detail leaves it. */
async function ordered(
  { session, values }: Grouping,
  from: string,
  list: readonly string[],
  measure: Measure,
): Promise<Map<string, Sample>> {
  const percent = plainPercent(measure.op === 'median' ? '50' : String(measure.p ?? 50))
  const names = list.map((_, i) => `k${i}`)
  const partition = names.length > 0 ? `PARTITION BY ${names.join(', ')}` : ''
  const place = `floor((n - 1) * ${percent} * 0.01)`
  const sql = `SELECT ${[...names, 'value', 'rn', 'n'].join(', ')} FROM (
    SELECT ${[...names, 'value'].join(', ')}, row_number() OVER (${partition} ORDER BY value) AS rn, count(*) OVER (${partition}) AS n
    FROM (SELECT ${[...list, `${amountSql(measure)} AS value`].join(', ')} ${from}) v WHERE value IS NOT NULL) s
    WHERE rn = ${place} + 1 OR rn = ${place} + 2`
  const samples = new Map<string, Sample>()
  const rows = await session.ask(sql, values.bound)
  for (const row of rows.toSorted((a, b) => Number(a.at(-2)) - Number(b.at(-2)))) {
    const key = JSON.stringify(row.slice(0, names.length))
    const value = big(row[names.length])
    const known = samples.get(key)
    samples.set(key, { low: known?.low ?? value, high: value, count: big(row.at(-1)) })
  }
  return samples
}

/** Hyndman & Fan's type 7 from its two neighbours, halves away from zero. */
function between(sample: Sample | undefined, percent: string): Cell {
  if (!sample) return null
  const [whole = '0', part = ''] = plainPercent(percent).split('.')
  const scale = 100n * 10n ** BigInt(part.length)
  const weight = ((sample.count - 1n) * BigInt(whole + part)) % scale
  return total(divideRounded(sample.low * (scale - weight) + sample.high * weight, scale))
}
