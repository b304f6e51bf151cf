import { tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { Values, type Condition } from './where.ts'

/** Entries that pass, and whole numbers that order them: the last of them tells any two apart. */
export interface Ordered {
  session: Session
  schema: string
  condition: (values: Values) => Condition
  keys: readonly string[]
  descending: boolean
}

/** Rows that may be read to be passed over, on the way to a place. */
const NEAR = 2000
/** Parts that one statement cuts what is left into. */
const PARTS = 64

/** A place in the order: the key of the row there or of one shortly before, and how many rows to pass over from it. */
export interface Place {
  at: readonly number[]
  skip: number
}

const clause = (ordered: Ordered, values: Values, more: readonly string[]): string => {
  const { sql, joins } = ordered.condition(values)
  const all = [...(sql === '' ? [] : [sql.slice('WHERE '.length)]), ...more]
  return `FROM ${tableIn(ordered.schema, 'entry')} e ${joins.join(' ')} ${all.length > 0 ? `WHERE ${all.join(' AND ')}` : ''}`
}

/** Rows from a key on, in order, written without a comparison of rows, which not every server has. */
function fromKey(
  { keys, descending }: Ordered,
  at: readonly number[],
  values: Values,
  after: boolean,
): string[] {
  const beyond = descending ? '<' : '>'
  let sql = ''
  for (let k = at.length - 1; k >= 0; k -= 1) {
    const key = keys[k] as string
    const last = k === at.length - 1
    const bound = values.bind(at[k])
    if (last) sql = after ? `${key} ${beyond} ${bound}` : `${key} ${beyond}= ${bound}`
    else sql = `(${key} ${beyond} ${bound} OR (${key} = ${values.bind(at[k])} AND ${sql}))`
  }
  return sql === '' ? [] : [sql]
}

/**
 * The place of the `offset`-th row, found by counting what lies before a few bounds, narrower each time: the server never passes over
 * more rows than a page or two, whatever the offset.
 */
export async function placeOf(ordered: Ordered, offset: number, total: number): Promise<Place> {
  const fixed: number[] = []
  let skip = offset
  let left = total
  for (const key of ordered.keys) {
    if (skip <= NEAR) break
    // oxlint-disable-next-line no-await-in-loop -- each cut decides the next
    let span = await spanOf(ordered, key, fixed)
    while (left > NEAR && span.low < span.high) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      const cut = await cutOf(ordered, key, fixed, span, skip, left)
      span = cut.span
      skip = cut.skip
      left = cut.left
    }
    fixed.push(ordered.descending ? span.high : span.low)
    if (left <= NEAR) break
  }
  return { at: fixed, skip }
}

interface Span {
  low: number
  high: number
}

const equal = (keys: readonly string[], fixed: readonly number[], values: Values): string[] =>
  fixed.map((value, k) => `${keys[k]} = ${values.bind(value)}`)

async function spanOf(ordered: Ordered, key: string, fixed: readonly number[]): Promise<Span> {
  const values = new Values()
  const sql = `SELECT min(${key}), max(${key}) ${clause(ordered, values, equal(ordered.keys, fixed, values))}`
  const [[low, high] = []] = await ordered.session.ask(sql, values.bound)
  return { low: Number(low ?? 0), high: Number(high ?? 0) }
}

async function cutOf(
  ordered: Ordered,
  key: string,
  fixed: readonly number[],
  { low, high }: Span,
  skip: number,
  left: number,
): Promise<{ span: Span; skip: number; left: number }> {
  const { descending } = ordered
  const step = Math.max(1, Math.ceil((high - low + 1) / PARTS))
  const bounds: number[] = []
  for (let at = step; at <= high - low; at += step) bounds.push(descending ? high - at : low + at)
  const values = new Values()
  const before = bounds.map(
    bound => `count(CASE WHEN ${key} ${descending ? '>' : '<'} ${values.bind(bound)} THEN 1 END)`,
  )
  const within = [
    ...equal(ordered.keys, fixed, values),
    `${key} >= ${values.bind(low)}`,
    `${key} <= ${values.bind(high)}`,
  ]
  const [row = []] = await ordered.session.ask(
    `SELECT ${before.join(', ')} ${clause(ordered, values, within)}`,
    values.bound,
  )
  const counts = [0, ...row.map(Number), left]
  let part = 0
  while (part < bounds.length && (counts[part + 1] as number) <= skip) part += 1
  const passed = counts[part] as number
  const first = part === 0 ? (descending ? high : low) : (bounds[part - 1] as number)
  const next = bounds[part]
  const span = descending
    ? { high: first, low: next === undefined ? low : next + 1 }
    : { low: first, high: next === undefined ? high : next - 1 }
  return { span, skip: skip - passed, left: (counts[part + 1] as number) - passed }
}

/** Keys of the rows from a place on; `after` leaves out the row at the key itself. */
export async function keysFrom(
  ordered: Ordered,
  { at, skip }: Place,
  limit: number,
  after = false,
): Promise<number[][]> {
  const { keys, descending } = ordered
  const values = new Values()
  const sql = `SELECT ${keys.join(', ')} ${clause(ordered, values, fromKey(ordered, at, values, after))} ORDER BY ${keys.map(key => `${key}${descending ? ' DESC' : ''}`).join(', ')} LIMIT ${skip + limit}`
  const rows = await ordered.session.ask(sql, values.bound)
  return rows.slice(skip).map(row => row.map(Number))
}
