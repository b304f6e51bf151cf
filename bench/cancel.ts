import { loadavg } from 'node:os'
import { WorkerClient } from '../src/main/compute/client.ts'
import { FailureError } from '../src/shared/result/failure.ts'
import { DETECTORS } from '../src/shared/contract/anomalies.ts'
import { LedgerForecastRequestSchema } from '../src/shared/contract/forecast.ts'
import { AuditRequestSchema } from '../src/shared/data/audit-request.ts'
import type { EntryColumns } from '../src/main/engine/columnar/extract.ts'
import type { AnalysisOps } from '../src/main/workers/analysis-ops.ts'
import { DIMENSIONS, keyOf, makeLedger, type DimensionName } from './lib/ledger.ts'
import { report, round, timing } from './lib/report.ts'

/** From the moment somebody cancels to that in which the worker has answered a next question, at a million entries. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const BAR_MS = 500
/** Milliseconds after the start at which it is cancelled: in the features, in the fit, in the scores, in the reasons. */
const MOMENTS = [300, 1200, 4000]
/** The package's own forest refuses more than 5,000 rows: there is nothing to cancel. */
const METHODS = DETECTORS.filter(method => method !== 'ml-isolation-forest')

const columns = columnsOf([
  'account',
  'category',
  'payee',
  'cost_centre',
  'department',
  'document_type',
  'user',
])
/** Nothing to send: what is measured is the worker, not the copying of a million rows. */
const few: EntryColumns = {
  ...columns,
  count: 0,
  ids: new Float64Array(),
  days: new Int32Array(),
  amounts: new Float64Array(),
  dimensions: {},
}
const worker = new WorkerClient<AnalysisOps>('analysis')

interface Case {
  name: string
  run: (options: { signal: AbortSignal }) => Promise<unknown>
}

const half = halves(columns)
const cases: Case[] = [
  ...METHODS.map(method => ({
    name: `anomalies ${method}`,
    run: (options: { signal: AbortSignal }) =>
      worker.call('anomaliesFind', { columns, method, settings: {}, limit: 200 }, options),
  })),
  ...(['auto', 'prophet'] as const).map(method => ({
    name: `forecast ${method}, 8 members`,
    run: (options: { signal: AbortSignal }) => {
      const request = LedgerForecastRequestSchema.parse({
        by: 'category',
        method,
        grain: method === 'auto' ? 'month' : 'day',
      })
      return worker.call('forecastLedger', { request, columns, ledgerTo: columns.days.at(-1) }, options)
    },
  })),
  {
    name: 'root cause',
    run: options => worker.call('explainColumns', { ...half, sign: 1 }, options),
  },
  {
    name: 'association',
    run: options => worker.call('associateColumns', { columns, trees: 30, seed: 1 }, options),
  },
  ...(['benford', 'duplicates', 'outliers', 'split'] as const).map(test => ({
    name: `audit ${test}`,
    run: (options: { signal: AbortSignal }) => {
      const payees = columns.dimensions['payee']
      const fields = { payee: { codes: payees?.codes ?? new Int32Array(), names: payees?.labels ?? [] } }
      const request = AuditRequestSchema.parse({ test, ...(test === 'split' && { limit: '5000' }) })
      return worker.call('auditEntries', { columns, fields, request, sources: {}, limit: 100 }, options)
    },
  })),
]

// Where nothing has run yet, the program waits for the worker to be there, too: that is no cancel.
await worker.call('anomaliesFind', { columns: few, method: 'z-score', settings: {}, limit: 1 })
const table: Record<string, unknown> = {}
let worst = 0
let worstCpu = 0
for (const { name, run } of cases) {
  const waits: number[] = []
  const cpu: number[] = []
  let ended = 0
  for (const moment of MOMENTS) {
    const stop = new AbortController()
    let at = 0
    let used = process.cpuUsage()
    const timer = setTimeout(() => {
      at = performance.now()
      used = process.cpuUsage()
      stop.abort()
    }, moment)
    // oxlint-disable-next-line no-await-in-loop -- one worker, one measurement
    const outcome = await run({ signal: stop.signal }).then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof FailureError && error.failure.code === 'cancelled') return 'cancelled'
        throw error
      },
    )
    clearTimeout(timer)
    if (outcome === 'done') {
      ended += 1
      continue
    }
    // The worker is free once it answers a question that takes no time.
    // oxlint-disable-next-line no-await-in-loop -- as above
    await worker.call('anomaliesFind', { columns: few, method: 'z-score', settings: {}, limit: 1 })
    waits.push(performance.now() - at)
    const { user, system } = process.cpuUsage(used)
    cpu.push((user + system) / 1000)
  }
  worst = Math.max(worst, ...waits)
  worstCpu = Math.max(worstCpu, ...cpu)
  table[name] = {
    cancelled: waits.length,
    endedBefore: ended,
    ...(waits.length > 0 ? { ms: timing(waits), cpuMs: timing(cpu) } : {}),
  }
  process.stderr.write(
    `${name}: ${waits.map((ms, i) => `${Math.round(ms)} (cpu ${Math.round(cpu[i] ?? 0)})`).join(', ') || 'ended before'}\n`,
  )
}
await worker.close()
report('cancel', worst <= BAR_MS, {
  rows: ROWS,
  moments: MOMENTS,
  table,
  worstMs: round(worst),
  // What it would be where nothing else runs: processor time of all threads from the cancel on.
  worstCpuMs: round(worstCpu),
  load: round(loadavg()[0] ?? 0),
  bar: BAR_MS,
})

function columnsOf(dimensions: readonly DimensionName[]): EntryColumns {
  const { days, amounts, codes } = makeLedger(ROWS)
  return {
    count: ROWS,
    ids: Float64Array.from({ length: ROWS }, (_, i) => i + 1),
    days,
    amounts,
    currency: 'GBP',
    profile: 'ledger',
    fiscal: 4,
    dimensions: Object.fromEntries(
      dimensions.map(name => {
        const keys = ['', ...Array.from({ length: DIMENSIONS[name] }, (_, i) => keyOf(name, i + 1))]
        return [name, { codes: Int32Array.from(codes[name]), keys, labels: keys }]
      }),
    ),
  }
}

/** The first and the second half of the days, each with its own copy of the dictionaries. */
function halves(all: EntryColumns): { before: EntryColumns; after: EntryColumns } {
  const middle = Math.floor(all.count / 2)
  const part = (from: number, to: number): EntryColumns => ({
    ...all,
    count: to - from,
    ids: all.ids.slice(from, to),
    days: all.days.slice(from, to),
    amounts: all.amounts.slice(from, to),
    dimensions: Object.fromEntries(
      Object.entries(all.dimensions)
        .slice(0, 4)
        .map(([id, { codes, ...rest }]) => [id, { ...rest, codes: codes.slice(from, to) }]),
    ),
  })
  return { before: part(0, middle), after: part(middle, all.count) }
}
