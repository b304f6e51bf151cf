import { divideRounded, total } from '../../../shared/money/minor.ts'
import type { Cell, Measure } from '../../../shared/query/query.ts'
import type { ReadableDB } from '../../db/types.ts'
import { singleSourceOf, type DimensionSource } from '../dimensions.ts'
import type { Group } from '../lines.ts'
import { derivedSql, FROM, type Piece } from './where.ts'

/** Runs the measures over the entries that pass `condition`, grouped by SQL expressions. No group keys give one group, always. */
export function groupBySql(
  db: ReadableDB,
  registry: Map<string, DimensionSource>,
  condition: Piece,
  keys: readonly string[],
  measures: readonly Measure[],
): Group[] {
  const list = keys.map((key, i) => `${key} AS k${i}`)
  const names = keys.map((_, i) => `k${i}`).join(', ')
  const columns = measures.flatMap(measure => expressions(registry, measure))
  const sql = `SELECT ${[...list, ...columns, 'count(*)'].join(', ')} ${FROM} ${condition.sql} ${names ? `GROUP BY ${names}` : ''}`
  const rows = db
    .prepare(sql)
    .safeIntegers()
    .raw()
    .all(...condition.values) as Raw[][]
  const samples = measures.map(measure =>
    measure.op === 'median' || measure.op === 'percentile'
      ? ordered(db, condition, list, measure)
      : undefined,
  )
  return rows.map(row => {
    let at = keys.length
    const own = row.slice(0, at).map(plain)
    const values = measures.map((measure, m) => {
      const sample = samples[m]?.get(JSON.stringify(own)) ?? []
      const taken = row.slice(at, (at += expressions(registry, measure).length))
      return value(measure, taken, sample)
    })
    return { keys: own, values }
  })
}

type Raw = bigint | string | null

const plain = (value: Raw): string | number => (typeof value === 'bigint' ? Number(value) : (value ?? ''))

function amountSql({ of, abs }: Measure): string {
  const column = of === 'original' ? 'e.amount' : 'e.base_amount'
  return abs ? `abs(${column})` : column
}

function expressions(registry: Map<string, DimensionSource>, measure: Measure): string[] {
  const amount = amountSql(measure)
  switch (measure.op) {
    case 'count':
      return ['count(*)']
    case 'sum':
    case 'mean':
      // In two halves, because a sum of 64-bit integers may pass 64 bits.
      return [
        `coalesce(sum(${amount} >> 32), 0)`,
        `coalesce(sum(${amount} & 4294967295), 0)`,
        `count(${amount})`,
      ]
    case 'min':
    case 'max':
      return [`${measure.op}(${amount})`]
    case 'median':
    case 'percentile':
      return []
    case 'distinct': {
      if (measure.of === 'amount' || measure.of === 'original') return [`count(DISTINCT ${amount})`]
      const { column, lookup } = singleSourceOf(registry, measure.of)
      return [`count(DISTINCT ${lookup ? `nullif(${derivedSql(lookup)}, '')` : `nullif(e.${column}, 0)`})`]
    }
  }
}

function value(measure: Measure, taken: Raw[], sample: bigint[]): Cell {
  const [first, second, third] = taken as (bigint | null)[]
  switch (measure.op) {
    case 'sum':
      return total(((first as bigint) << 32n) + (second as bigint))
    case 'mean':
      return third === 0n
        ? null
        : total(divideRounded(((first as bigint) << 32n) + (second as bigint), third as bigint))
    case 'median':
      return type7(sample, '50')
    case 'percentile':
      return type7(sample, String(measure.p ?? 50))
    default:
      return first === null || first === undefined ? null : total(first)
  }
}

/** All values of each group in ascending order. */
function ordered(db: ReadableDB, condition: Piece, list: string[], measure: Measure): Map<string, bigint[]> {
  const sql = `SELECT ${[...list, `${amountSql(measure)} AS value`].join(', ')} ${FROM} ${condition.sql} ORDER BY value`
  const groups = new Map<string, bigint[]>()
  for (const row of db
    .prepare(sql)
    .safeIntegers()
    .raw()
    .all(...condition.values) as Raw[][]) {
    const amount = row.pop() as bigint | null
    if (amount === null) continue
    const key = JSON.stringify(row.map(plain))
    const known = groups.get(key)
    if (known) known.push(amount)
    else groups.set(key, [amount])
  }
  return groups
}

/** Hyndman & Fan's type 7 on a sorted sample: position (n − 1)p/100, linear between neighbours, halves away from zero. */
function type7(sample: bigint[], percent: string): Cell {
  if (sample.length === 0) return null
  const places = percent.includes('e') ? 20 : (percent.split('.')[1] ?? '').length
  const p = BigInt(Number(percent).toFixed(places).replace('.', ''))
  const scale = 100n * 10n ** BigInt(places)
  const position = BigInt(sample.length - 1) * p
  const low = sample[Number(position / scale)] as bigint
  const high = sample[Number(position / scale) + 1] ?? low
  const weight = position % scale
  return total(divideRounded(low * (scale - weight) + high * weight, scale))
}
