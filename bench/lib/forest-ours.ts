import { readFileSync, writeFileSync } from 'node:fs'
import { fitForest } from '../../src/main/features/anomalies/analysis/isolation-forest/index.ts'
import { scoreMatrix } from '../../src/main/features/anomalies/analysis/isolation-forest/score.ts'
import { NO_STEPS } from '../../src/main/features/anomalies/analysis/table.ts'

/** One fit and one scoring of ours in a process of its own; the table as columns, as the engine gives it. */
const [path, count, out] = process.argv.slice(2) as [string, string, string]
const rows = Number(count)
const bytes = readFileSync(path)
const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
const features = all.length / rows
const columns = Array.from({ length: features }, (_, j) => {
  const column = new Float64Array(rows)
  for (let i = 0; i < rows; i += 1) column[i] = all[i * features + j] as number
  return column
})
const before = process.cpuUsage()
const started = performance.now()
const { forest, matrix } = fitForest(
  { names: [], columns, rows },
  { trees: 100, subsample: 256, seed: 1 },
  NO_STEPS,
)
const fitted = performance.now()
const scores = scoreMatrix(forest, matrix, rows, NO_STEPS)
const done = performance.now()
const { user, system } = process.cpuUsage(before)
writeFileSync(out, new Uint8Array(scores.buffer))
process.stdout.write(
  JSON.stringify({
    fitMs: fitted - started,
    scoreMs: done - fitted,
    cpuMs: (user + system) / 1000,
    rssMib: process.resourceUsage().maxRSS / 1024,
  }),
)
