import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Progress } from '../../src/shared/contract/progress.ts'
import {
  farthing,
  makeFolder,
  overMessageChannel,
  overWebSocket,
  PASSWORD,
  type Transport,
} from './transports.ts'

const ROWS = 60_000
const folder = makeFolder()
const file = join(folder.folder, 'long.csv')
let transports: Transport[]

beforeAll(async () => {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = new Date(Date.UTC(2023, 0, 1 + (i % 900))).toISOString().slice(0, 10)
    return `${day},Payee ${i % 500},Category ${i % 20},${-(i % 10_000) - 1}.${String(i % 100).padStart(2, '0')}`
  })
  writeFileSync(file, `Date,Payee,Category,Amount\n${rows.join('\n')}\n`)
  transports = [await overMessageChannel(folder.paths()), await overWebSocket(folder.paths())]
  for (const [i, transport] of transports.entries()) {
    const made = await transport.call('workspace.create', {
      path: join(folder.folder, `progress-${i}.farthing`),
      name: 'Progress',
      profile: 'personal',
      baseCurrency: 'GBP',
      fiscalStartMonth: 1,
      password: PASSWORD,
    })
    expect(made).toMatchObject({ ok: true })
  }
})
afterAll(async () => {
  for (const transport of transports) await transport.close()
  folder.remove()
})

const request = (transport: Transport) => ({
  token: transport.app.files.add(file, 'long.csv', 1, false).token,
})
const entries = async (transport: Transport): Promise<unknown> => {
  const reply = await transport.call('workspace.status', {})
  return reply.ok && (reply.value as { entries: number }).entries
}

test('an abort during an import ends it within half a second and leaves not one entry', async () => {
  for (const transport of transports) {
    const abort = new AbortController()
    let abortedAt = 0
    const cancelled = transport.call('import.commit', request(transport), {
      signal: abort.signal,
      onProgress: () => {
        abortedAt ||= performance.now()
        abort.abort()
      },
    })
    await expect(cancelled).rejects.toThrow()
    expect(abortedAt).toBeGreaterThan(0)
    expect(performance.now() - abortedAt).toBeLessThan(500)
    expect(await entries(transport)).toBe(0)
    expect(await transport.call('import.batches', {})).toMatchObject({ ok: true, value: [] })
  }
})

test('a long method tells how far it is, never backwards within a stage, and then replies', async () => {
  for (const transport of transports) {
    const seen: Progress[] = []
    const reply = await transport.call('import.commit', request(transport), {
      onProgress: progress => seen.push(progress),
    })
    expect(reply).toMatchObject({ ok: true, value: { counts: { loaded: ROWS } } })
    expect(seen.length).toBeGreaterThan(1)
    for (const [i, progress] of seen.entries()) {
      const before = seen[i - 1]
      if (before?.stage === progress.stage) expect(progress.done).toBeGreaterThanOrEqual(before.done)
    }
    expect(await entries(transport)).toBe(ROWS)
  }
})

test('Ctrl-C on the command line cancels its import too: exit code 1, a sentence, nothing loaded', async () => {
  const paths = folder.paths()
  const path = join(folder.folder, 'cli.farthing')
  await farthing(paths, ['create', '--workspace', path, '--profile', 'personal', '--currency', 'GBP'])
  const abort = new AbortController()
  setTimeout(() => abort.abort(), 300)
  const run = await farthing(paths, ['import', file, '--workspace', path, '--json'], abort.signal)
  expect(run.code).toBe(1)
  expect(JSON.parse(run.out || '{"batches":[]}')).toEqual({ batches: [] })
  expect(run.err).toMatch(/cancelled/i)
  const after = await farthing(paths, ['batches', '--workspace', path, '--json'])
  expect(JSON.parse(after.out)).toEqual({ batches: [] })
})
