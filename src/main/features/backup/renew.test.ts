import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs' // prettier-ignore
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

const PASSWORD = 'correct horse battery'

let farthing: TestApp
let recoveryKey: string
let path: string
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  const made = await good('workspace.create', {
    name: 'House',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 4,
    password: PASSWORD,
  })
  recoveryKey = made.recoveryKey
  path = made.status.path ?? ''
}, 120_000)
afterAll(() => farthing.close())

async function good<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}

test('a new backup takes the place of all older ones of this workspace, and of nothing else', async () => {
  for (let n = 0; n < 2; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await good('backup.make', {})
  const { backups, folder } = await good('backup.list', {})
  expect(backups).toHaveLength(2)
  const foreign = join(folder, 'mine')
  mkdirSync(foreign)
  const { made, removed } = await good('backup.renew', {})
  expect(removed).toBe(2)
  expect((await good('backup.list', {})).backups).toEqual([made])
  expect(existsSync(foreign)).toBe(true)
})

test('a manifest that names a file outside of its folder is none', async () => {
  const { made } = await good('backup.renew', {})
  const file = join(made.path, 'manifest.json')
  const text = readFileSync(file, 'utf8')
  const manifest = JSON.parse(text) as { open: { database: { name: string }; keys: { name: string } } }
  for (const part of ['database', 'keys'] as const)
    for (const name of ['..', '.', '../house.farthing', '/etc/passwd', 'a/b', 'a\\b', 'a\0b', '']) {
      const { open } = manifest
      writeFileSync(file, JSON.stringify({ ...manifest, open: { ...open, [part]: { ...open[part], name } } }))
      expect([name, (await good('backup.list', {})).backups]).toEqual([name, []])
    }
  const to = join(farthing.folder, 'elsewhere.farthing')
  expect(await farthing.call('backup.restore', { path: made.path, to })).toMatchObject({
    failure: { code: 'not-found' },
  })
  expect(existsSync(to)).toBe(false)
  writeFileSync(file, text)
  expect((await good('backup.list', {})).backups).toHaveLength(1)
  // Nor is a link, which may lead to a pipe or a device, nor are keys that are none though the manifest has their hash.
  renameSync(file, `${file}.kept`)
  symlinkSync(`${file}.kept`, file)
  expect((await good('backup.list', {})).backups).toEqual([])
  rmSync(file)
  const { open } = manifest
  const keys = 'no keys'
  writeFileSync(join(made.path, open.keys.name), keys)
  const sha256 = createHash('sha256').update(keys).digest('hex')
  writeFileSync(file, JSON.stringify({ ...manifest, open: { ...open, keys: { ...open.keys, sha256 } } }))
  expect(await farthing.call('backup.restore', { path: made.path, to })).toMatchObject({
    failure: { code: 'file-damaged' },
  })
})

test('a workspace that is not open gives way only to an administrator’s password or the recovery key', async () => {
  const { made } = await good('backup.renew', {})
  await good('security.addUser', { name: 'Ada', role: 'viewer', password: 'ada’s own password' })
  const foreign = join(farthing.folder, 'notes.txt')
  writeFileSync(foreign, 'not a workspace')
  await good('workspace.close', {})
  const before = readFileSync(path)
  const restore = (password?: string, to = path) =>
    farthing.call('backup.restore', { path: made.path, to, over: true, password })
  for (const password of [undefined, 'a guess', 'ada’s own password'])
    expect(await restore(password)).toMatchObject({
      failure: { code: 'wrong-password', details: { needs: 'password' } },
    })
  expect(await restore(PASSWORD, foreign)).toMatchObject({ failure: { code: 'bad-input' } })
  expect(readFileSync(foreign, 'utf8')).toBe('not a workspace')
  expect(readFileSync(path).equals(before)).toBe(true)
  // Without its own keys, by those of the backup.
  const keys = `${path}-keys`
  renameSync(keys, `${keys}.away`)
  expect(await restore()).toMatchObject({ failure: { code: 'wrong-password' } })
  renameSync(`${keys}.away`, keys)
  expect(await restore(recoveryKey.toLowerCase())).toMatchObject({ ok: true })
  // On the way a stick or an archive may have let everybody read it.
  chmodSync(join(made.path, basename(path)), 0o644)
  expect(await restore(PASSWORD)).toMatchObject({ ok: true })
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  // Where there is nothing, nothing gives way.
  rmSync(path)
  expect(await restore()).toMatchObject({ ok: true, value: { path } })
  await good('workspace.open', { path, password: PASSWORD })
})
