import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FailureCode } from '../../../shared/result/failure.ts'
import { openReadable } from '../../db/open-database.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestApp, keysIn, memorySecrets, type TestApp } from '../../testing.ts'

const PASSWORD = 'correct horse battery'

let secrets: ReturnType<typeof memorySecrets>
let farthing: TestApp
beforeEach(() => {
  secrets = memorySecrets()
  farthing = createTestApp(secrets)
})
afterEach(() => farthing.close())

function code(reply: { ok: boolean; failure?: { code: FailureCode } }): FailureCode | 'ok' {
  return reply.ok ? 'ok' : (reply.failure as { code: FailureCode }).code
}

/** Windows has none of these. */
const rightsOf = (path: string): number =>
  process.platform === 'win32' ? 0o600 : statSync(path).mode & 0o777

async function create(): Promise<{ path: string }> {
  const reply = await farthing.call('workspace.create', {
    name: 'Our house',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 4,
  })
  if (!reply.ok) throw new Error(reply.failure.message)
  return { path: reply.value.status.path as string }
}

test('a duplicate opens by the same password, and by a keychain entry of its own', async () => {
  const { path } = await create()
  const copy = join(farthing.folder, 'copies', 'second')
  const reply = await farthing.call('workspace.duplicate', { path: copy })
  expect(reply).toMatchObject({ ok: true, value: { path: `${copy}.farthing` } })
  expect(readdirSync(join(farthing.folder, 'copies'))).toEqual(['second.farthing', 'second.farthing-keys'])
  expect(keysIn(secrets)).toBe(2)
  expect(rightsOf(`${copy}.farthing`)).toBe(0o600)
  // The copy gets a password; the original still opens by the keychain.
  expect(code(await farthing.call('workspace.open', { path: `${copy}.farthing` }))).toBe('ok')
  expect(code(await farthing.call('workspace.setPassword', { password: PASSWORD }))).toBe('ok')
  expect(code(await farthing.call('workspace.open', { path }))).toBe('ok')
  expect(code(await farthing.call('workspace.duplicate', { path: copy }))).toBe('bad-input')
})

test('a move takes the keys along and leaves nothing behind', async () => {
  const { path } = await create()
  const to = join(farthing.folder, 'elsewhere', 'house.farthing')
  const reply = await farthing.call('workspace.move', { path: to })
  expect(reply).toMatchObject({ ok: true, value: { open: true, path: to, role: 'admin' } })
  expect(readdirSync(farthing.folder)).toEqual(['elsewhere'])
  const recent = await farthing.call('workspace.recent', {})
  expect(recent).toMatchObject({ value: [{ path: to, name: 'Our house', exists: true }] })
  expect(existsSync(path)).toBe(false)
  await farthing.call('workspace.close', {})
  expect(code(await farthing.call('workspace.open', { path: to }))).toBe('ok')
})

test('compacting keeps what is there and gives the room back', async () => {
  const { path } = await create()
  const writer = farthing.app.workspace?.writer
  const rates = Array.from({ length: 20_000 }, (_, day) => ({
    currency: 'EUR',
    day,
    rate: '1.17',
    source: 'test',
  }))
  await writer?.call('setRates', { rates })
  const reply = await farthing.call('workspace.compact', {})
  if (!reply.ok) throw new Error(reply.failure.message)
  expect(reply.value.bytesAfter).toBeGreaterThan(0)
  expect(await farthing.call('workspace.status', {})).toMatchObject({ value: { open: true, revision: 1 } })
  expect(readdirSync(farthing.folder).filter(name => name.includes('.part'))).toEqual([])
  expect(rightsOf(path)).toBe(0o600)
})

test('who asks while the file is rewritten waits, and is never told that nothing is open', async () => {
  await create()
  let done = false
  const compacted = farthing.call('workspace.compact', {}).finally(() => (done = true))
  const heard = new Set<boolean | string>()
  while (!done) {
    const [status, rules] = await Promise.all([
      farthing.call('workspace.status', {}),
      farthing.call('rules.list', {}),
    ])
    heard.add(status.ok && status.value.open).add(code(rules))
  }
  expect([...heard]).toEqual([true, 'ok'])
  expect((await compacted).ok).toBe(true)
})

test('a move is refused while another program keeps the log of commits open, and nothing is lost', async () => {
  const { path } = await create()
  const { key } = farthing.app.workspace as OpenWorkspace
  // A reader in the middle of a read: the last writer cannot put the WAL back into the file.
  const reader = openReadable(path, key)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM entry').get()
  await farthing.call('workspace.update', { name: 'In the WAL' })
  const to = join(farthing.folder, 'moved.farthing')
  expect(code(await farthing.call('workspace.move', { path: to }))).toBe('file-busy')
  reader.close()
  expect(existsSync(to)).toBe(false)
  expect(await farthing.call('workspace.status', {})).toMatchObject({
    value: { path, settings: { name: 'In the WAL' } },
  })
  expect(code(await farthing.call('workspace.move', { path: to }))).toBe('ok')
  expect(await farthing.call('workspace.status', {})).toMatchObject({
    value: { settings: { name: 'In the WAL' } },
  })
})
