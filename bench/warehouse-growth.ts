import { createTestWorkspace } from '../src/main/db/testing.ts'
import { startPostgres, whyNoPostgres } from '../src/main/db/remote/testing/postgres.ts'
import { answerFromWarehouse } from '../src/main/engine/postgres/answer.ts'
import { openWarehouse } from '../src/main/engine/postgres/registry.ts'
import { Session } from '../src/main/engine/postgres/session.ts'
import { pushNow } from '../src/main/features/warehouse/push.ts'
import type { CallContext } from '../src/main/app.ts'
import { WorkerClient } from '../src/main/compute/client.ts'
import { QuerySchema, type Query, type QueryResult } from '../src/shared/query/query.ts'
import type { ReaderOps } from '../src/main/workers/reader-ops.ts'
import type { RemoteOps } from '../src/main/workers/remote-ops.ts'
import { companyEntries, insertBatch } from '../src/main/engine/testing/ledger.ts'
import { report, round, timing } from './lib/report.ts'
import { widgetsOf, type BenchFilter } from './lib/widgets.ts'

/**
 * How a dashboard in a warehouse grows: the company's ledger is pushed once and multiplied on the server, since loading five million entries
 * into a workspace takes longer than asking about them. What is asked at each size must be the same multiple of what was pushed.
 */
const BASE = Number(process.env['BENCH_ROWS'] ?? 200_000)
const SIZES = [1_000_000 / BASE, 5_000_000 / BASE]
const ROUNDS = Number(process.argv[3] ?? 3)
const reason = whyNoPostgres()
if (reason) throw new Error(reason)

const workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
const BATCH = 50_000
for (let done = 0; done < BASE; done += BATCH)
  insertBatch(workspace.db, done / BATCH + 1, companyEntries(done + 1, Math.min(BATCH, BASE - done)))
const FILTERS: BenchFilter[] = [0, 1, 2, 3, 4].map(i => ({
  from: `2022-0${i + 1}-01`,
  to: `2023-0${i + 1}-01`,
  directorates: [`D${i}`, `D${(i + 1) % 5}`, `D${(i + 2) % 5}`],
}))
const server = await startPostgres({ fast: false })
// A check of tests, which no user runs.
process.env['FARTHING_CHECK_SQL'] = ''
const session = await Session.open(server.reach)
const reader = new WorkerClient<ReaderOps>('reader', { path: workspace.path, key: workspace.key, mode: 'read-only' }) // prettier-ignore
const remote = new WorkerClient<RemoteOps>('remote')
const context = {
  app: { remote, workspace: { id: 'bench', reader } },
  signal: new AbortController().signal,
  progress: () => undefined,
} as unknown as CallContext
for (const [schema, indexes] of [
  ['plain', false],
  ['indexed', true],
] as const)
  // prettier-ignore
  await pushNow(context, server.reach, { schema, dialect: 'postgres', distribute: false, indexes })

const SCHEMAS = ['plain', 'indexed'] as const
const ask = async (schema: string, query: Query): Promise<QueryResult> =>
  answerFromWarehouse(session, await openWarehouse(session, schema), query)
const COUNTED = ['payee', 'amount'] as const
const counting = (of: string, near: boolean): Query =>
  QuerySchema.parse({ measures: [{ op: 'distinct', of }], ...(near && { distinct: 'approximate' }) })

/** Entries are put beside those that are there, under ids of their own, until there are `times` as many. */
async function grow(from: number, times: number): Promise<void> {
  for (const schema of SCHEMAS) {
    const [[list] = []] = await session.ask(`SELECT string_agg('"' || column_name || '"', ', ') FROM information_schema.columns WHERE table_schema = '${schema}' AND table_name = 'entry' AND column_name <> 'id'`) // prettier-ignore
    await session.ask(`INSERT INTO ${schema}.entry (id, ${list}) SELECT id + n * ${BASE}, ${list} FROM ${schema}.entry, generate_series(${from}, ${times - 1}) n WHERE id <= ${BASE}`) // prettier-ignore
    await server.sql(`VACUUM ANALYZE ${schema}.entry`)
  }
}

const sizes: Record<string, unknown> = {}
const medians: Record<string, number[]> = {}
let grown = 1
for (const times of SIZES) {
  await grow(grown, times)
  grown = times
  const figures: Record<string, unknown> = {}
  const ms: Record<string, number[]> = {}
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const answer = await work()
    ;(ms[name] ??= []).push(performance.now() - begun)
    return answer
  }
  for (const schema of SCHEMAS) await ask(schema, counting('payee', false))
  for (const filter of FILTERS.slice(0, ROUNDS)) {
    for (const schema of SCHEMAS) {
      const answers = await timed(schema, async () => {
        const all: QueryResult[] = []
        for (const query of widgetsOf(filter)) all.push(await ask(schema, query))
        return all
      })
      for (const answer of answers)
        if (answer.matched % times !== 0) throw new Error(`${schema}: ${answer.matched} is no multiple of ${times}`) // prettier-ignore
    }
    for (const of of COUNTED) {
      const exact = await timed(`distinct ${of}`, () => ask('plain', counting(of, false)))
      const near = await timed(`≈ ${of}`, () => ask('plain', counting(of, true)))
      figures[`error ${of}`] = round(Number(near.rows[0]?.[0]) / Number(exact.rows[0]?.[0]) - 1, 4)
    }
  }
  for (const [name, own] of Object.entries(ms)) {
    figures[name] = timing(own)
    ;(medians[name] ??= []).push(timing(own).median)
  }
  sizes[String(BASE * times)] = figures
}
const growth = Object.fromEntries(
  Object.entries(medians).map(([name, [first = 1, last = 1]]) => [name, round(last / first)]),
)
await session.close()
await reader.close()
await remote.close()
await server.close()
workspace.close()
report('warehouse-growth', (growth['plain'] ?? 99) <= 6, {
  what: 'seven dashboard widgets and counts of different members on PostgreSQL, the entries multiplied on the server',
  unit: 'ms',
  rounds: ROUNDS,
  sizes,
  growth,
  bar: { growthOfPlain: 6 },
})
