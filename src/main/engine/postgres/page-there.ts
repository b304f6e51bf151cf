import { total, type Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { kept, type Page, type PageRequest } from '../columnar/page.ts'
import { labelRanks, type EntryOrder } from '../columnar/order-entries.ts'
import { counted } from '../../../shared/text/language.ts'
import { say } from '../messages.ts'
import { groupSql } from './figures.ts'
import { keysFrom, placeOf, type Ordered } from './order.ts'
import { singleOf, type Warehouse } from './registry.ts'
import { tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { Values, whereSql } from './where.ts'

/** Where pages that were answered ended, so that scrolling on seeks nothing: by question, then by offset. */
export type Marks = Map<string, Map<number, number[]>>
const MOST_KEPT = 8
/** Texts are ordered by the server; so far into them it may be asked to jump. */
const FAR = 100_000

type Sums = Omit<Page, 'ids'>

/** Exact sums of the base amounts of the entries that pass: what the status bar shows. */
async function sumsOf(session: Session, warehouse: Warehouse, filters: Filters): Promise<Sums> {
  const values = new Values()
  const { sql, joins } = whereSql(warehouse, filters, values)
  const [[count, net, gross, converted] = []] = await session.ask(
    `SELECT count(*), sum(e.base_amount), sum(abs(e.base_amount)), count(e.base_amount) FROM ${tableIn(warehouse.schema, 'entry')} e ${joins.join(' ')} ${sql}`,
    values.bound,
  )
  const [n, g] = [BigInt(net ?? 0), BigInt(gross ?? 0)]
  const half = (twice: bigint): Total => total(twice / 2n)
  return {
    total: Number(count),
    sum: total(n),
    debits: half(g + n),
    credits: half(n - g),
    unconverted: Number(count) - Number(converted),
    currency: warehouse.baseCurrency,
  }
}

/** A page of the ledger as the columns give it. `labelsOf`: a dimension's labels by code, for the orders by name. */
export async function pageThere(
  session: Session,
  warehouse: Warehouse,
  request: PageRequest,
  labelsOf: (dimension: string) => Promise<readonly string[]>,
  marks: Marks,
): Promise<Page> {
  const { filters, order, descending, offset, limit } = request
  const sums = await sumsOf(session, warehouse, filters)
  if (limit === 0 || offset >= sums.total) return { ids: [], ...sums }
  const condition = (values: Values) => whereSql(warehouse, filters, values)
  const ordered = { session, schema: warehouse.schema, descending, condition }
  const asked = { offset, limit, total: sums.total }
  if (order === 'document' || order === 'description')
    return { ids: await byText({ ...ordered, keys: [] }, order, asked), ...sums }
  if (order === 'payee' || order === 'account' || order === 'category')
    return { ids: await byLabel(ordered, warehouse, filters, order, asked, labelsOf), ...sums }
  const value = await amountKey(session, warehouse, filters, order, sums.unconverted)
  const keys = [...(value === undefined ? [] : [value]), 'e."day"', 'e.id']
  const known = kept(
    marks,
    JSON.stringify([warehouse.schema, warehouse.pushedAt, filters, order, descending, sums.total]),
    () => new Map<number, number[]>(),
    MOST_KEPT,
  )
  return { ids: await idsAt({ ...ordered, keys }, asked, known), ...sums }
}

interface Wanted {
  offset: number
  limit: number
  total: number
}

async function idsAt(
  ordered: Ordered,
  { offset, limit, total: all }: Wanted,
  known?: Map<number, number[]>,
): Promise<number[]> {
  const mark = known?.get(offset)
  const place = mark ? { at: mark, skip: 0 } : await placeOf(ordered, offset, all)
  const rows = await keysFrom(ordered, place, limit, mark !== undefined)
  const last = rows.at(-1)
  if (last) known?.set(offset + rows.length, last)
  return rows.map(row => row.at(-1) as number)
}

/** Entries without a rate stand before all others: nothing is known of their size. */
async function amountKey(
  session: Session,
  warehouse: Warehouse,
  filters: Filters,
  order: EntryOrder,
  unconverted: number,
): Promise<string | undefined> {
  if (order === 'date') return undefined
  const amount = order === 'absolute' ? 'abs(e.base_amount)' : 'e.base_amount'
  if (unconverted === 0) return amount
  const values = new Values()
  const { sql, joins } = whereSql(warehouse, filters, values)
  const [[least] = []] = await session.ask(
    `SELECT min(${amount}) FROM ${tableIn(warehouse.schema, 'entry')} e ${joins.join(' ')} ${sql}`,
    values.bound,
  )
  return `coalesce(${amount}, ${least == null ? 0 : Number(least) - 1})`
}

/** By a member's name: how many entries each member has is counted there, the names are put in order here. */
async function byLabel(
  ordered: Omit<Ordered, 'keys'>,
  warehouse: Warehouse,
  filters: Filters,
  dimension: string,
  { offset, limit }: Wanted,
  labelsOf: (dimension: string) => Promise<readonly string[]>,
): Promise<number[]> {
  const { expression, join } = singleOf(warehouse, dimension)
  const values = new Values()
  const groups = await groupSql(
    { session: ordered.session, warehouse, values, condition: whereSql(warehouse, filters, values) },
    [{ expression, join, numeric: true }],
    [{ op: 'count', of: 'amount' }],
  )
  const ranks = labelRanks(await labelsOf(dimension))
  const byRank = new Map<number, { codes: number[]; entries: number }>()
  for (const group of groups) {
    const code = Number(group.keys[0])
    const rank = ranks[code] ?? 0
    const one = byRank.get(rank) ?? { codes: [], entries: 0 }
    byRank.set(rank, { codes: [...one.codes, code], entries: one.entries + Number(group.values[0]) })
  }
  const turned = ordered.descending ? -1 : 1
  const ids: number[] = []
  let passed = 0
  for (const [, { codes, entries }] of [...byRank].toSorted(([a], [b]) => (a - b) * turned)) {
    const skip = Math.max(0, offset - passed)
    passed += entries
    if (skip >= entries) continue
    const condition = (bound: Values) => {
      const { sql, joins } = whereSql(warehouse, filters, bound)
      const own = `${expression} IN (${codes.map(code => bound.bind(code)).join(', ')})`
      return { sql: sql === '' ? `WHERE ${own}` : `${sql} AND ${own}`, joins }
    }
    const wanted = { offset: skip, limit: limit - ids.length, total: entries }
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
    ids.push(...(await idsAt({ ...ordered, condition, keys: ['e."day"', 'e.id'] }, wanted)))
    if (ids.length >= limit) break
  }
  return ids
}

/** By a text, as the server's alphabet has it; ties by entry. */
async function byText(
  { session, schema, descending, condition }: Ordered,
  order: 'document' | 'description',
  { offset, limit, total: all }: Wanted,
): Promise<number[]> {
  // From the nearer end.
  const fromEnd = offset > all / 2
  const first = fromEnd ? Math.max(0, all - offset - limit) : offset
  if (first > FAR) throw new FailureError('bad-input', say().tooFar(counted(FAR)))
  const values = new Values()
  const { sql, joins } = condition(values)
  const turn = descending !== fromEnd ? ' DESC' : ''
  const count = fromEnd ? Math.min(limit, all - offset) : limit
  const rows = await session.ask(
    `SELECT e.id FROM ${tableIn(schema, 'entry')} e LEFT JOIN ${tableIn(schema, 'entry_text')} t ON t.entry_id = e.id ${joins.join(' ')} ${sql} ORDER BY lower(coalesce(t.${order}, ''))${turn}, e.id${turn} LIMIT ${first + count}`,
    values.bound,
  )
  const ids = rows.slice(first).map(row => Number(row[0]))
  return fromEnd ? ids.toReversed() : ids
}
