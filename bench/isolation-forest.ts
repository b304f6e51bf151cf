import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { random } from '../src/main/engine/testing/random.ts'
import { spearman } from './lib/adbench.ts'
import { cacheFolder } from './lib/ledger.ts'
import { report, round, timing } from './lib/report.ts'

const FEATURES = 9
const BARS = { score: 0.5, fit: 1, spearman: 0.95, cpuSeconds: 5, rssMib: 600 }
const PYTHON = '/usr/bin/python3'

interface Run {
  fitMs: number
  scoreMs: number
  cpuMs: number
  rssMib: number
}

/** Nine features as a ledger has them: log-normal amounts, weekdays, shares of members; one row in a hundred drawn from wider ones. */
function tableOf(rows: number): string {
  const path = join(cacheFolder(), `forest-${rows}x${FEATURES}-v1.f64`)
  if (existsSync(path)) return path
  const next = random(7)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const table = new Float64Array(rows * FEATURES)
  for (let i = 0; i < rows; i += 1) {
    const wide = next() < 0.01 ? 3 : 1
    const amount = Math.round(Math.exp(8 + 1.5 * wide * normal()))
    table.set(
      [
        amount,
        Math.log1p(amount),
        Math.floor(next() * 7),
        amount / 2 + 500 * normal(),
        next() ** 2,
        next() ** 3,
        next(),
        normal() * wide,
        Math.floor(next() * 24),
      ],
      i * FEATURES,
    )
  }
  writeFileSync(path, new Uint8Array(table.buffer))
  return path
}

function run(command: string, args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Run
}

const scoresOf = (path: string): Float64Array => {
  const bytes = readFileSync(path)
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

function measure(rows: number, rounds: number) {
  const table = tableOf(rows)
  const out = (name: string): string => join(cacheFolder(), `forest-${rows}-${name}.scores`)
  const contestants = {
    farthing: () =>
      run(process.execPath, [
        join(import.meta.dirname, 'lib', 'forest-ours.ts'),
        table,
        String(rows),
        out('farthing'),
      ]),
    sklearn: () =>
      run(PYTHON, [
        join(import.meta.dirname, 'lib', 'forest_sklearn.py'),
        table,
        String(rows),
        out('sklearn'),
      ]),
  }
  const runs: Record<keyof typeof contestants, Run[]> = { farthing: [], sklearn: [] }
  for (let i = 0; i < rounds; i += 1)
    for (const name of ['farthing', 'sklearn'] as const) runs[name].push(contestants[name]())
  const of = (name: keyof typeof runs, key: keyof Run) => timing(runs[name].map(r => r[key]))
  const shown = (name: keyof typeof runs) => ({
    fitMs: of(name, 'fitMs'),
    scoreMs: of(name, 'scoreMs'),
    cpuMs: of(name, 'cpuMs'),
    rssMib: of(name, 'rssMib').max,
  })
  return {
    rows,
    farthing: shown('farthing'),
    sklearn: shown('sklearn'),
    ratios: {
      score: round(of('farthing', 'scoreMs').median / of('sklearn', 'scoreMs').median, 3),
      fit: round(of('farthing', 'fitMs').median / of('sklearn', 'fitMs').median, 3),
    },
    spearman: round(spearman(scoresOf(out('farthing')), scoresOf(out('sklearn'))), 4),
  }
}

if (spawnSync(PYTHON, ['-c', 'import sklearn']).status !== 0)
  report('isolation-forest', false, { reason: 'scikit-learn is missing: apt-get install python3-sklearn' })
else {
  const rounds = Number(process.argv[3] ?? 5)
  const sizes = [100_000, 1_000_000].map(rows => measure(rows, rounds))
  const largest = sizes.at(-1) as (typeof sizes)[number]
  const passed =
    sizes.every(
      s => s.ratios.score <= BARS.score && s.ratios.fit <= BARS.fit && s.spearman >= BARS.spearman,
    ) &&
    largest.farthing.cpuMs.median <= BARS.cpuSeconds * 1000 &&
    largest.farthing.rssMib <= BARS.rssMib
  report('isolation-forest', passed, { features: FEATURES, trees: 100, subsample: 256, sizes, bars: BARS })
}
