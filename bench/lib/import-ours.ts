// One import of a CSV file into a fresh workspace, in a process of its own: node import-ours.ts FILE encrypted|plain
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { writeFileSync } from 'node:fs'
import type { App } from '../../src/main/app.ts'
import { WorkerClient } from '../../src/main/compute/client.ts'
import { createApp } from '../../src/main/create-app.ts'
import { createDatabase } from '../../src/main/db/open-database.ts'
import { dispatch } from '../../src/main/dispatch.ts'
import type { OpenWorkspace } from '../../src/main/db/open-workspace.ts'

process.env['NODE_ENV'] = 'production'
const [file, mode] = process.argv.slice(2) as [string, 'encrypted' | 'plain']
const folder = mkdtempSync(join(tmpdir(), 'farthing-bench-'))
const path = join(folder, 'bench.farthing')
const key = mode === 'encrypted' ? new Uint8Array(32).fill(7) : undefined
if (key) createDatabase(path, key).close()
else writeFileSync(path, '')

const store = new URL('./store.worker.ts', import.meta.url)
const writer: OpenWorkspace['writer'] = new WorkerClient(store, { path, key, role: 'writer' })
await writer.call('setUpWorkspace', {
  settings: { name: 'Bench', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 },
  id: 'bench',
  createdAt: new Date().toISOString(),
})
const reader: OpenWorkspace['reader'] = new WorkerClient(store, { path, key, role: 'reader' })
// As when a workspace is opened: its workers are up before anybody imports.
await reader.call('workspaceReady', {})
const app: App = createApp('cli', {
  available: async () => false,
  get: async () => undefined,
  set: async () => false,
  delete: async () => false,
})
app.workspace = {
  path,
  id: 'bench',
  keyHolder: 'password',
  readOnly: false,
  writer,
  reader,
  revision: 0,
  key: key ?? new Uint8Array(32),
} as unknown as OpenWorkspace

const { token } = app.files.add(file, basename(file), statSync(file).size, false)
const started = performance.now()
const reply = await dispatch(app, { role: 'admin' }, 'import.commit', { token, profile: 'ledger' })
const ms = performance.now() - started
// Of the import: the question below is there to check its figures, and loads the engine.
const rssKib = process.resourceUsage().maxRSS
if (!reply.ok) throw new Error(reply.failure.message)
const query = {
  measures: [{ op: 'sum' as const }, { op: 'count' as const }],
  groupBy: [{ dimension: 'scenario' }],
}
const told = await dispatch(app, { role: 'admin' }, 'explore.query', { query })
if (!told.ok) throw new Error(told.failure.message)
const [sum, count] = ['sum(amount)', 'count'].map(k => String(told.value.totals[k]))
const bytes = statSync(path).size
await writer.close()
await reader.close()
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${JSON.stringify({ ms, rssKib, sum, count, counts: reply.value.counts, bytes })}\n`)
process.exit(0)
