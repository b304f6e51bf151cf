import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { cacheFolder, csvOf, makeLedger } from './lib/ledger.ts'
import { report, round, timing } from './lib/report.ts'

interface Run {
  ms: number
  rssKib: number
  sum: string
  count: string
  bytes: number
}

const BARS = { rowsPerSecondOverPandas: 1.2, rssOverPandas: 0.4, encryptedOverPlain: 1.2 }
const PYTHON = '/usr/bin/python3'

/**
 * Import of a ledger of 25 columns beside pandas (read_csv, then to_sql into SQLite), and encrypted beside clear text; each run is a
 * process of its own. Ours also dedupes, validates, keeps the raw file and the line of each entry, and writes the engine's segments.
 */
async function importBench(rows: number, rounds: number): Promise<void> {
  if (spawnSync(PYTHON, ['-c', 'import pandas']).status !== 0) {
    report('import', false, { reason: 'pandas is missing: apt-get install python3-pandas' })
    return
  }
  const csv = await csvOf(makeLedger(rows))
  const ours = (mode: string): Run =>
    run(process.execPath, [join(import.meta.dirname, 'lib', 'import-ours.ts'), csv, mode])
  const contestants = {
    farthing: () => ours('encrypted'),
    plain: () => ours('plain'),
    pandas: () => run(PYTHON, [join(import.meta.dirname, 'lib', 'pandas_import.py'), csv]),
  }
  const runs: Record<keyof typeof contestants, Run[]> = { farthing: [], plain: [], pandas: [] }
  for (let round_ = 0; round_ < rounds; round_ += 1)
    for (const [name, once] of Object.entries(contestants)) {
      const result = once()
      runs[name as keyof typeof runs].push(result)
      const first = (runs.farthing[0] ?? result) as Run
      if (result.sum !== first.sum || result.count !== first.count)
        throw new Error(
          `${name} loaded ${result.count} rows, ${result.sum}; Farthing ${first.count}, ${first.sum}`,
        )
    }
  const ms = (name: keyof typeof runs) => timing(runs[name].map(r => r.ms))
  const rss = (name: keyof typeof runs) => timing(runs[name].map(r => r.rssKib / 1024)).median
  const ratios = {
    rowsPerSecondOverPandas: round(ms('pandas').median / ms('farthing').median, 3),
    rssOverPandas: round(rss('farthing') / rss('pandas'), 3),
    encryptedOverPlain: round(ms('farthing').median / ms('plain').median, 3),
  }
  const passed =
    ratios.rowsPerSecondOverPandas >= BARS.rowsPerSecondOverPandas &&
    ratios.rssOverPandas <= BARS.rssOverPandas &&
    ratios.encryptedOverPlain <= BARS.encryptedOverPlain
  report('import', passed, {
    rows,
    unit: 'ms',
    farthing: ms('farthing'),
    plain: ms('plain'),
    pandas: ms('pandas'),
    rowsPerSecond: {
      farthing: Math.round((rows / ms('farthing').median) * 1000),
      pandas: Math.round((rows / ms('pandas').median) * 1000),
    },
    rssMib: { farthing: rss('farthing'), pandas: rss('pandas') },
    ratios,
    bars: BARS,
  })
}

function run(command: string, args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // The product is built beforehand: that every start compiles its TypeScript, in each worker, is the bench's own.
    env: { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder(), 'compiled') },
  })
  if (status !== 0) throw new Error(`${args[0]}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) as string) as Run
}

const [rows = 1_000_000, rounds = 5] = process.argv.slice(3).map(Number)
await importBench(rows, rounds)
