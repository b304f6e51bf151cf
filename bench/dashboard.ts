import { isDeepStrictEqual } from 'node:util'
import { openReadable } from '../src/main/db/open-database.ts'
import { createEngine, type Engine } from '../src/main/engine/index.ts'
import { dashboardReads } from '../src/main/features/dashboard/reads.ts'
import { startDuckdb } from './lib/duckdb.ts'
import { csvOf, makeLedger } from './lib/ledger.ts'
import { startPandas, type Peer } from './lib/pandas.ts'
import { report, round, timing, type Timing } from './lib/report.ts'
import { filtersOf, TYPICAL, widgetsOf, type BenchFilter } from './lib/widgets.ts'
import { KEY, workspaceOf } from './lib/workspace.ts'

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const UNFILTERED_BAR_MS = ROWS > 1_000_000 ? 200 : 50

const ledger = makeLedger(ROWS)
const csv = await csvOf(ledger)
const db = openReadable(workspaceOf(ROWS, ledger), KEY)
const engine = createEngine(db)
const ours: Peer = {
  run: async filter => {
    const start = performance.now()
    const answer = widgetsOf(filter).map(query => engine.query({ query, engine: 'columnar' }).rows)
    return { ms: performance.now() - start, answer }
  },
  close: async () => void db.close(),
}
const peers = new Map<string, Peer | undefined>([
  ['ours', ours],
  ['pandas', await startPandas(csv)],
  ['duckdb', await startDuckdb(csv)],
])

await checkEqual()
// Warm: every contestant has seen other filters of the same kind, and our columns are in memory.
for (const filter of TYPICAL.slice(0, 2)) for (const peer of peers.values()) await peer?.run(filter)
const filtered = await race(TYPICAL.slice(2))
const unfiltered = await race(Array.from({ length: 7 }, () => undefined))
const whole = overviews(engine)
for (const peer of peers.values()) await peer?.close()

const toPandas = ratio(filtered, 'pandas')
const toDuckdb = ratio(filtered, 'duckdb')
const openMs = unfiltered['ours']?.median ?? Infinity
report(
  'dashboard',
  toPandas !== undefined &&
    toPandas <= 0.15 &&
    toDuckdb !== undefined &&
    toDuckdb <= 0.25 &&
    openMs <= UNFILTERED_BAR_MS,
  {
    rows: ROWS,
    what: 'seven widgets: total, by month, top categories, top payees, cost centre × month, income and expense, a year before',
    unit: 'ms',
    typicalFilter: filtered,
    noFilter: unfiltered,
    overviewCall: whole,
    ratios: { pandas: toPandas, duckdb: toDuckdb },
    bar: { pandas: 0.15, duckdb: 0.25, noFilterMs: UNFILTERED_BAR_MS },
    missing: [
      ...(peers.get('pandas') ? [] : ['pandas: apt-get install python3-pandas']),
      ...(peers.get('duckdb') ? [] : ['duckdb: npm install in bench/']),
    ],
  },
)

/** No time is taken before the answers are the same. */
async function checkEqual(): Promise<void> {
  for (const filter of [TYPICAL[0], undefined]) {
    const { answer } = await ours.run(filter)
    for (const [name, peer] of peers) {
      const theirs = (await peer?.run(filter))?.answer
      for (const [i, table] of (theirs ?? []).entries())
        if (!isDeepStrictEqual(table, answer[i]))
          throw new Error(
            `${name} answers widget ${i} otherwise: ${JSON.stringify(table).slice(0, 300)} against ${JSON.stringify(answer[i]).slice(0, 300)}`,
          )
    }
  }
}

async function race(filters: (BenchFilter | undefined)[]): Promise<Record<string, Timing>> {
  const times = new Map<string, number[]>()
  for (const filter of filters)
    for (const [name, peer] of peers) {
      if (!peer) continue
      const { ms } = await peer.run(filter)
      times.set(name, [...(times.get(name) ?? []), ms])
    }
  return Object.fromEntries([...times].map(([name, ms]) => [name, timing(ms)]))
}

function ratio(times: Record<string, Timing>, name: string): number | undefined {
  const peer = times[name]
  const own = times['ours']
  return peer && own ? round(own.median / peer.median, 3) : undefined
}

/** The product's own call, which shows more than the seven widgets. */
function overviews(own: Engine): Timing {
  const { dashboardOverview } = dashboardReads(db, own)
  const ms = TYPICAL.map(filter => {
    const start = performance.now()
    dashboardOverview({
      filters: filtersOf({ ...filter, to: filter.to.replace(/01$/, '02') }),
      comparison: { kind: 'previous-year' },
      top: 8,
    })
    return performance.now() - start
  })
  return timing(ms.slice(2))
}
