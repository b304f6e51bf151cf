// One hostile file into a fresh workspace, in a process of its own: node hostile-one.ts preview|commit FILE [MEMBER]
import { createImportBench, endOf } from '../../src/main/features/import/testing.ts'

process.env['NODE_ENV'] = 'production'
const [how, file, member] = process.argv.slice(2) as ['preview' | 'commit', string, string | undefined]
const bench = createImportBench({ baseCurrency: 'EUR' })
// Module loading and the workers' start are no part of the answer.
await bench.preview(new URL(import.meta.url).pathname).catch(() => undefined)
const before = process.cpuUsage()
const idle = process.memoryUsage.rss()
const end =
  how === 'preview'
    ? await endOf(bench.preview(file, { member }))
    : await endOf(bench.commit(file, { member }))
const { user, system } = process.cpuUsage(before)
const counts = (end.value as { counts?: unknown } | undefined)?.counts
const entries = bench.workspace.db.prepare('SELECT count(*) FROM entry').pluck().get()
const answer = end.sentence ?? JSON.stringify(counts)
const told = {
  seconds: end.ms / 1000,
  cpuSeconds: (user + system) / 1e6,
  pauseMs: end.longestPauseMs,
  idleMib: idle / 2 ** 20,
  // Of all threads, the highest that the system saw.
  peakMib: process.resourceUsage().maxRSS / 1024,
  entries,
  polluted: Object.keys({}).length > 0 || 'farthing' in ({} as object),
  answer,
}
await bench.close()
process.stdout.write(`${JSON.stringify(told)}\n`)
process.exit(0)
