import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import { openReadable } from '../src/main/db/open-database.ts'
import { createEngine } from '../src/main/engine/index.ts'
import { rootCauseReads } from '../src/main/features/root-cause/reads.ts'
import { csvOf, makeLedger } from './lib/ledger.ts'
import { report, round, timing } from './lib/report.ts'
import { KEY, workspaceOf } from './lib/workspace.ts'

/** The exact change of two half years by five dimensions: the product's own call on the encrypted workspace beside pandas on the same rows. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const BAR = 0.05
const BY = ['account', 'cost_centre', 'category', 'project', 'functional_area']
const PYTHON = '/usr/bin/python3'

interface Asked {
  before: [string, string]
  after: [string, string]
  by: string[]
}
interface Answer {
  ms: number
  answer: [string, number][][]
}

const ledger = makeLedger(ROWS)
const csv = await csvOf(ledger)
const db = openReadable(workspaceOf(ROWS, ledger), KEY)
const { rootCauseChange } = rootCauseReads(db, createEngine(db))

/** No two rounds ask the same, so that nothing can be answered from a cache; together they are all of the ledger's rows but a month or two. */
const rounds = Array.from({ length: 9 }, (_, i): Asked => {
  const day = String(i + 1).padStart(2, '0')
  return { before: [`2023-04-${day}`, '2024-09-30'], after: ['2024-10-01', `2026-03-${day}`], by: BY }
})

function ours({ before, after, by }: Asked): Answer {
  const start = performance.now()
  const found = rootCauseChange({
    filters: { from: after[0], to: after[1] },
    compared: 'range',
    before: { from: before[0], to: before[1] },
    measure: 'spending',
    by,
    top: 100_000,
  })
  const ms = performance.now() - start
  const answer = found.dimensions.map(({ members }) =>
    members.map((m): [string, number] => [m.key, Number(m.delta)]).sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  )
  return { ms, answer }
}

const pandas = await startPandas()
const first = rounds[0] as Asked
const theirs = await pandas?.(first)
if (theirs && !isDeepStrictEqual(theirs.answer, ours(first).answer))
  throw new Error('pandas answers otherwise')
const times = { ours: [] as number[], pandas: [] as number[] }
for (const asked of rounds.slice(1)) {
  times.ours.push(ours(asked).ms)
  const other = await pandas?.(asked)
  if (other) times.pandas.push(other.ms)
}
db.close()
const own = timing(times.ours)
const peer = timing(times.pandas)
const ratio = pandas ? round(own.median / peer.median, 4) : undefined
report('root-cause', ratio !== undefined && ratio <= BAR, {
  rows: ROWS,
  what: 'change between two spans by five dimensions, every member',
  unit: 'ms',
  ours: own,
  pandas: peer,
  ratios: { pandas: ratio },
  bar: { pandas: BAR },
  missing: pandas ? [] : ['pandas: apt-get install python3-pandas'],
})
process.exit()

async function startPandas(): Promise<((asked: Asked) => Promise<Answer>) | undefined> {
  if (spawnSync(PYTHON, ['-c', 'import pandas']).status !== 0) return undefined
  const child = spawn(PYTHON, [join(import.meta.dirname, 'lib', 'pandas_change.py'), csv], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return async asked => {
    child.stdin.write(`${JSON.stringify(asked)}\n`)
    const { value } = await lines.next()
    return JSON.parse(value as string) as Answer
  }
}
