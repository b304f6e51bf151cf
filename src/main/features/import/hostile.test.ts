import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { WorkerClient } from '../../compute/client.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestApp } from '../../testing.ts'
import { createImportBench, type ImportBench } from './testing.ts'
import type { ImportOps } from './worker-ops.ts'

let bench: ImportBench
let folder: string
beforeEach(() => {
  bench = createImportBench()
  folder = mkdtempSync(join(tmpdir(), 'farthing-import-'))
})
afterEach(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const one = (sql: string): unknown => bench.workspace.db.prepare(sql).pluck().get()

/** The code of the failure with which a call ends: the service throws what its workers refuse, dispatch makes replies of it. */
async function refusal(call: Promise<Result<unknown>>): Promise<string> {
  try {
    const result = await call
    return result.ok ? 'accepted' : result.failure.code
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

test('a file that is no table is refused at once, by the preview as by the import', async () => {
  const files = {
    'empty.csv': '',
    'nought.csv': 'date,text,amount\n2024-01-01,a\u0000b,1.00\n',
    'cut.csv.gz': Buffer.from('1f8b080000000000', 'hex'),
  }
  for (const [name, content] of Object.entries(files)) {
    const path = file(name, content)
    expect([name, await refusal(bench.preview(path))]).toEqual([name, 'import-refused'])
    expect([name, await refusal(bench.commit(path))]).toEqual([name, 'import-refused'])
  }
  expect(one('SELECT count(*) FROM batch')).toBe(0)
}, 60_000)

test('UTF-16 with half a character or a nought in it is refused, not replaced', async () => {
  const wide = (text: string): Buffer => Buffer.from(`\ufeffdate,text,amount\n${text}`, 'utf16le')
  const good = '2024-01-01,Größe 🙂,1.00\n2024-01-02,b,2.00\n'
  const broken = {
    'half.csv': wide(`${good}2024-01-03,a\ud800b,3.00\n`),
    'cut.csv': wide(good).subarray(0, -1),
    'nought.csv': wide(`${good}2024-01-03,a\u0000b,3.00\n`),
    'other.csv': wide(`${good}2024-01-03,a\udc00b,3.00\n`).swap16(),
  }
  for (const [name, content] of Object.entries(broken))
    expect([name, await refusal(bench.commit(file(name, content)))]).toEqual([name, 'import-refused'])
  expect(await refusal(bench.commit(file('good.csv', wide(good))))).toBe('accepted')
  expect(one('SELECT group_concat(description) FROM entry_text')).toBe('Größe 🙂,b')
}, 60_000)

test('a file that changes between being examined and being loaded leaves nothing', async () => {
  const path = file('growing.csv', 'date,text,amount\n2024-01-01,a,1.00\n2024-01-02,b,2.00\n')
  const settings = {
    known: [],
    workspaceProfile: 'personal',
    baseCurrency: 'GBP',
    fiscal: 1,
  } as const
  const input = { ...settings, known: [], source: { path }, name: 'growing.csv', size: 60, answers: {} }
  const parser = new WorkerClient<ImportOps>('import')
  try {
    await parser.call('importInspect', input)
    appendFileSync(path, '2024-01-03,c,4.00\n')
    const { port1, port2 } = new MessageChannel()
    const bell = new SharedArrayBuffer(8)
    const { writer } = bench.context.app.workspace as OpenWorkspace
    const kept = { loadDuplicates: [], skipRows: [], duplicates: 'certain' as const, keepRaw: true }
    const rows = { ...input, port: port1, bell, ...kept }
    const [read, written] = await Promise.allSettled([
      parser.call('importRows', rows, { transfer: [port1] }),
      writer.call('importWrite', { port: port2, bell }, { transfer: [port2] }),
    ])
    expect(read).toMatchObject({ reason: { failure: { code: 'import-refused' } } })
    expect(written.status).toBe('rejected')
  } finally {
    await parser.close()
  }
  expect(one('SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM batch)')).toBe(0)
  expect(await refusal(bench.commit(path))).toBe('accepted')
  expect(one('SELECT sum(amount) FROM entry')).toBe(700)
}, 60_000)

test('an import that was under way when the workspace was closed tells what it came to', async () => {
  const farthing = createTestApp()
  try {
    const password = 'correct horse battery'
    const settings = { name: 'House', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1 } as const
    const made = await farthing.call('workspace.create', { ...settings, password })
    if (!made.ok) throw new Error(made.failure.message)
    const lines = Array.from({ length: 30_000 }, (_, i) => `2024-01-0${(i % 9) + 1},text ${i},${i}.00\n`)
    const path = file('long.csv', `date,text,amount\n${lines.join('')}`)
    const { token } = farthing.app.files.add(path, 'long.csv', statSync(path).size, false)
    let loading: () => void = () => {}
    const begun = new Promise<void>(resolve => (loading = resolve))
    const onProgress = ({ stage }: Progress): void => (stage === 'loading' ? loading() : undefined)
    const importing = farthing.call('import.commit', { token }, { onProgress })
    await Promise.race([begun, importing])
    await farthing.call('workspace.close', {})
    const reply = await importing
    const opened = await farthing.call('workspace.open', { path: made.value.status.path as string, password })
    if (!opened.ok) throw new Error(opened.failure.message)
    expect(opened.value.entries).toBe(reply.ok ? reply.value.counts.loaded : 0)
  } finally {
    await farthing.close()
  }
}, 30_000)
