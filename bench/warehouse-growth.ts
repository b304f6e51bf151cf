import { isDeepStrictEqual } from 'node:util'
import { bumpRevision } from '../src/main/db/meta.ts'
import { createSegmentWriter } from '../src/main/engine/columnar/segments.ts'
import { createEngine } from '../src/main/engine/index.ts'
import { usedColumns } from '../src/main/features/warehouse/queries.ts'
import { QuerySchema, type Query, type QueryResult } from '../src/shared/query/query.ts'
import { report, round, timing, type Timing } from './lib/report.ts'
import { startWarehouse, TYPICAL } from './lib/warehouse.ts'
import { widgetsOf } from './lib/widgets.ts'

/**
 * How a dashboard grows, in columns here and in a warehouse: the company's ledger is pushed once and multiplied on both sides, since loading
 * five million entries into a workspace takes longer than asking about them. At each size all sides must give the same answers, and counts
 * that are the same multiple of what was pushed.
 */
const BASE = Number(process.env['BENCH_ROWS'] ?? 200_000)
const SIZES = [1_000_000 / BASE, 5_000_000 / BASE]
const ROUNDS = Number(process.argv[3] ?? 5)
const SCHEMAS = ['plain', 'indexed'] as const
const WIDGETS = ['total', 'months', 'categories', 'payees', 'cost centres', 'flow', 'year before']

const warehouse = await startWarehouse(BASE)
const { db, session } = warehouse
const pushed: Record<string, number> = {}
for (const schema of SCHEMAS) pushed[schema] = round(await warehouse.push(schema, schema === 'indexed'))
const engine = createEngine(db)
const resting = process.memoryUsage().arrayBuffers

const COUNTED = ['payee', 'amount'] as const
const counting = (of: string, near: boolean): Query =>
  QuerySchema.parse({ measures: [{ op: 'distinct', of }], ...(near && { distinct: 'approximate' }) })

/**
 * Entries are put beside those that are there, under ids of their own, until there are `times` as many. No log is written of it and the
 * indexes are made afterwards, as nobody measures how they come there. Texts are multiplied once: no widget reads them.
 */
async function growThere(schema: string, from: number, times: number): Promise<void> {
  const listed = async (table: string): Promise<string> => {
    const [[list] = []] = await session.ask(`SELECT string_agg('"' || column_name || '"', ', ') FROM information_schema.columns WHERE table_schema = '${schema}' AND table_name = '${table}' AND column_name NOT IN ('id', 'entry_id')`) // prettier-ignore
    return list ?? ''
  }
  const tables = [['entry', 'id'] as const, ...(schema === 'indexed' && from === 1 ? [['entry_text', 'entry_id'] as const] : [])] // prettier-ignore
  for (const [table, id] of tables) {
    const list = await listed(table)
    const indexes = await session.ask(`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = '${schema}' AND tablename = '${table}'`) // prettier-ignore
    for (const [name] of indexes) await session.ask(`DROP INDEX ${schema}.${name}`)
    if (from === 1) await session.ask(`ALTER TABLE ${schema}.${table} SET UNLOGGED`)
    await session.ask(`INSERT INTO ${schema}.${table} (${id}, ${list}) SELECT ${id} + n * ${BASE}, ${list} FROM ${schema}.${table}, generate_series(${from}, ${times - 1}) n WHERE ${id} <= ${BASE}`) // prettier-ignore
    for (const [, definition] of indexes) await session.ask(definition ?? '')
    await warehouse.sql(`VACUUM ANALYZE ${schema}.${table}`)
  }
}

/** The same here: columns are all that a dashboard reads. */
function growHere(from: number, times: number): void {
  const columns = usedColumns(db)
  const rows = db.prepare(`SELECT id, day, amount, base_amount, ${columns.join(', ')} FROM entry ORDER BY id`).raw().all() as number[][] // prettier-ignore
  db.transaction(() => {
    for (let n = from; n < times; n += 1) {
      const writer = createSegmentWriter(db, 1000 + n, columns)
      for (const [id = 0, day = 0, amount = 0, base = null, ...codes] of rows)
        writer.push(id + n * BASE, day, amount, base, codes)
      writer.end()
    }
    bumpRevision(db)
  }).immediate()
}

const bytesOf = async (relation: string, what: string): Promise<number> => {
  const [[bytes] = []] = await session.ask(`SELECT pg_${what}_size('${relation}')`)
  return Number(bytes)
}
const aRow = (bytes: number, rows: number): number => round(bytes / rows, 1)

const textBytes: Record<string, number> = {}

/** Bytes an entry: on the server's disk, and in memory here. */
async function bytes(rows: number): Promise<Record<string, number>> {
  if (textBytes['texts'] === undefined) {
    textBytes['texts'] = aRow(await bytesOf('indexed.entry_text', 'table'), rows)
    textBytes['indexes of texts'] = aRow(await bytesOf('indexed.entry_text', 'indexes'), rows)
  }
  const stored = db.prepare('SELECT sum(length(data)) FROM segment').pluck().get() as number
  return {
    'columns in memory': aRow(process.memoryUsage().arrayBuffers - resting, rows),
    'columns in the file': aRow(stored, rows),
    facts: aRow(await bytesOf('plain.entry', 'table'), rows),
    'indexes of facts': aRow(await bytesOf('indexed.entry', 'indexes'), rows),
    ...textBytes,
  }
}

const CONTESTANTS: Readonly<Record<string, (query: Query) => Promise<QueryResult>>> = {
  columnar: async query => engine.query({ query, engine: 'columnar' }),
  plain: query => warehouse.ask('plain', query),
  indexed: query => warehouse.ask('indexed', query),
}
interface Size {
  seven: Record<string, Timing>
  widgets: Record<string, Record<string, number>>
  distinct: Record<string, Timing | number>
  bytes: Record<string, number>
}
const timings = (ms: Record<string, number[]>): Record<string, Timing> =>
  Object.fromEntries(Object.entries(ms).map(([name, own]) => [name, timing(own)]))

async function measure(times: number): Promise<Size> {
  const seven: Record<string, number[]> = {}
  const each: Record<string, Record<string, number[]>> = {}
  const distinct: Record<string, number[]> = {}
  const errors: Record<string, number> = {}
  const timed = async (list: number[], ask: () => Promise<QueryResult>): Promise<QueryResult> => {
    const begun = performance.now()
    const answer = await ask()
    list.push(performance.now() - begun)
    return answer
  }
  // Warm: columns in memory here, pages in memory there.
  for (const ask of Object.values(CONTESTANTS)) for (const query of widgetsOf(TYPICAL[4])) await ask(query)
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const queries = widgetsOf(TYPICAL[round_ % TYPICAL.length])
    const answers: Record<string, QueryResult[]> = {}
    for (const [name, ask] of Object.entries(CONTESTANTS)) {
      const own = (answers[name] = [] as QueryResult[])
      const spent: number[] = []
      for (const [w, query] of queries.entries()) {
        own.push(await timed(spent, () => ask(query)))
        ;((each[name] ??= {})[WIDGETS[w] as string] ??= []).push(spent[w] as number)
      }
      ;(seven[name] ??= []).push(spent.reduce((sum, ms) => sum + ms, 0))
    }
    for (const name of SCHEMAS)
      for (const [w, answer] of (answers[name] ?? []).entries()) {
        const here = answers['columnar']?.[w]
        if (!isDeepStrictEqual([answer.rows, answer.matched], [here?.rows, here?.matched]))
          throw new Error(`${name} answers ${WIDGETS[w]} otherwise`)
        if (answer.matched % times !== 0)
          throw new Error(`${name}: ${answer.matched} is no multiple of ${times}`)
      }
    if (round_ >= 3) continue
    for (const of of COUNTED) {
      const ask = (near: boolean) => () => warehouse.ask('plain', counting(of, near))
      const exact = await timed((distinct[`exact ${of}`] ??= []), ask(false))
      const near = await timed((distinct[`≈ ${of}`] ??= []), ask(true))
      errors[`error ${of}`] = round(Number(near.rows[0]?.[0]) / Number(exact.rows[0]?.[0]) - 1, 4)
    }
  }
  const medians = Object.entries(each).map(
    ([name, own]) =>
      [name, Object.fromEntries(Object.entries(own).map(([widget, ms]) => [widget, timing(ms).median]))] as const, // prettier-ignore
  )
  return {
    seven: timings(seven),
    widgets: Object.fromEntries(medians),
    distinct: { ...timings(distinct), ...errors },
    bytes: await bytes(BASE * times),
  }
}

const sizes: Size[] = []
let grown = 1
for (const times of SIZES) {
  growHere(grown, times)
  for (const schema of SCHEMAS) await growThere(schema, grown, times)
  grown = times
  sizes.push(await measure(times))
}
await warehouse.close()
const growth = Object.fromEntries(
  Object.keys(CONTESTANTS).map(name => [name, round((sizes.at(-1)?.seven[name]?.median ?? NaN) / (sizes[0]?.seven[name]?.median ?? NaN))]), // prettier-ignore
)
report('warehouse-growth', (growth['plain'] ?? 99) <= 6, {
  what: 'seven dashboard widgets in columns and on PostgreSQL without and with our indexes, the entries multiplied on both sides; counts of different members',
  unit: 'ms',
  rounds: ROUNDS,
  push: { rows: BASE, ...pushed },
  sizes: Object.fromEntries(SIZES.map((times, i) => [String(BASE * times), sizes[i]])),
  growth,
  bar: { growthOfPlain: 6 },
})
