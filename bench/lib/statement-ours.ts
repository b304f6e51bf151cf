// A bank's CSV into a fresh encrypted workspace, and its sums by month: node statement-ours.ts FILE. Prints "2015-01 123.45" lines.
import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createTestApp } from '../../src/main/testing.ts'

process.env['NODE_ENV'] = 'production'
const [file = ''] = process.argv.slice(2)
const farthing = createTestApp()
const must = <T>(reply: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value
}
must(
  await farthing.call('workspace.create', {
    path: join(farthing.folder, 'bench.farthing'),
    name: 'Bench',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 1,
    password: 'correct horse battery',
  }),
)
const started = performance.now()
const { token } = farthing.app.files.add(file, basename(file), statSync(file).size, false)
const batch = must(await farthing.call('import.commit', { token }))
const told = must(
  await farthing.call('explore.query', {
    query: { measures: [{ op: 'sum' }], groupBy: [{ grain: 'month' }] },
  }),
)
const ms = performance.now() - started
const lines = told.rows.map(row => `${String(row[0])} ${String(row[1])}`)
process.stdout.write(`${lines.join('\n')}\n${JSON.stringify({ ms, loaded: batch.counts.loaded })}\n`)
await farthing.close()
process.exit(0)
