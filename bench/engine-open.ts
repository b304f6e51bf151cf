import { openReadable } from '../src/main/db/open-database.ts'
import { createEngine } from '../src/main/engine/index.ts'
import { QuerySchema } from '../src/shared/query/query.ts'
import { dashboardReads } from '../src/main/features/dashboard/reads.ts'
import { NAMES } from './lib/ledger.ts'
import { report, round, timing } from './lib/report.ts'
import { KEY, workspaceOf } from './lib/workspace.ts'

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const ROUNDS = 7
const READY_BAR_MS = (100 * ROWS) / 1_000_000
const BYTES_BAR = 40

const path = workspaceOf(ROWS)
const opening: number[] = []
const firstTotal: number[] = []
const allColumns: number[] = []
const firstDashboard: number[] = []
let bytesPerRow = 0

for (let i = 0; i < ROUNDS; i += 1) {
  // A fresh connection each time: its page cache is empty, every page is read and decrypted anew.
  const start = performance.now()
  const db = openReadable(path, KEY)
  const opened = performance.now()
  const { columnar, query } = createEngine(db)
  const total = query({
    query: QuerySchema.parse({ measures: [{ op: 'sum' }, { op: 'count' }] }),
    engine: 'columnar',
  })
  if (total.matched !== ROWS) throw new Error(`the workspace has ${total.matched} rows, not ${ROWS}`)
  const answered = performance.now()
  columnar.read(() => {
    for (const segment of columnar.store.segments)
      for (const name of ['id', 'day', 'amount', 'base_amount', ...NAMES]) segment.column(name)
  })
  const loaded = performance.now()
  bytesPerRow = columnar.store.bytes / ROWS
  db.close()
  opening.push(opened - start)
  firstTotal.push(answered - opened)
  allColumns.push(loaded - opened)
}
for (let i = 0; i < ROUNDS; i += 1) {
  const db = openReadable(path, KEY)
  const start = performance.now()
  const engine = createEngine(db)
  dashboardReads(db, engine).dashboardOverview({ filters: {}, top: 8 })
  firstDashboard.push(performance.now() - start)
  db.close()
}

const ready = timing(firstTotal)
report('engine-open', ready.median <= READY_BAR_MS && bytesPerRow <= BYTES_BAR, {
  rows: ROWS,
  unit: 'ms',
  what: 'from an open connection on the encrypted file, whose pages are in the system’s cache but not in SQLite’s',
  openConnection: timing(opening),
  ready,
  readyMeans:
    'a new engine has answered the sum and count of all entries; it reads the other columns when they are first asked for',
  allColumns: timing(allColumns),
  allColumnsMeans: 'every column of every segment is in memory: most of it is decryption',
  firstDashboard: timing(firstDashboard),
  firstDashboardMeans: 'a fresh engine’s whole overview without a filter, dictionaries included',
  bytesPerRow: round(bytesPerRow),
  bar: { readyMs: READY_BAR_MS, bytesPerRow: BYTES_BAR },
})
