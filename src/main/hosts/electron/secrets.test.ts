import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noSecrets } from '../../secrets/secret-store.ts'
import { firstAvailable, safeStorageSecrets, type AsyncSafeStorage } from './secrets.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'secrets-'))))
afterEach(() => rmSync(folder, { recursive: true }))

// Electron's own is not here under Node; this turns the text about, so that clear text in the file is seen.
function sealing(backend: ReturnType<AsyncSafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret') {
  const flip = (text: string): string => [...text].toReversed().join('')
  const safe = {
    stale: false,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text: string) => Buffer.from(`v1${flip(text)}`),
    decryptStringAsync: async (sealed: Buffer) => {
      const text = sealed.toString()
      if (!text.startsWith('v1')) throw new Error('not ours')
      return { result: flip(text.slice(2)), shouldReEncrypt: safe.stale }
    },
    getSelectedStorageBackend: () => backend,
  }
  return safe
}

test('a secret is kept sealed, found again after a restart, and deleted', async () => {
  const file = join(folder, 'config', 'secrets.json')
  const store = safeStorageSecrets(sealing(), file, 'linux')
  expect(await store.get('workspace:1')).toBeUndefined()
  expect(await store.set('workspace:1', 'the key')).toBe(true)
  expect(readFileSync(file, 'utf8')).not.toContain('the key')
  expect(await safeStorageSecrets(sealing(), file, 'linux').get('workspace:1')).toBe('the key')
  expect(await store.delete('workspace:1')).toBe(true)
  expect(await store.delete('workspace:1')).toBe(false)
  expect(await store.get('workspace:1')).toBeUndefined()
})

test('secrets set at the same moment are all kept', async () => {
  const store = safeStorageSecrets(sealing(), join(folder, 'secrets.json'), 'linux')
  const accounts = Array.from({ length: 20 }, (_, i) => `account ${i}`)
  await Promise.all(accounts.map(account => store.set(account, `secret of ${account}`)))
  for (const account of accounts) expect(await store.get(account)).toBe(`secret of ${account}`)
})

test.each([
  ['basic_text', 'linux', false],
  ['unknown', 'linux', false],
  ['gnome_libsecret', 'linux', true],
  ['kwallet6', 'linux', true],
  ['unknown', 'win32', true],
  ['unknown', 'darwin', true],
] as const)('the back end %s on %s counts as a store: %j', async (backend, platform, counts) => {
  const store = safeStorageSecrets(sealing(backend), join(folder, 'secrets.json'), platform)
  expect(await store.available()).toBe(counts)
  expect(await store.set('a', 'b')).toBe(counts)
})

test('a file sealed elsewhere gives no secret and is left as it is', async () => {
  const file = join(folder, 'secrets.json')
  const foreign = JSON.stringify({ a: Buffer.from('another machine').toString('base64') })
  writeFileSync(file, foreign)
  expect(await safeStorageSecrets(sealing(), file, 'linux').get('a')).toBeUndefined()
  expect(readFileSync(file, 'utf8')).toBe(foreign)
})

test('a damaged file is never written over', async () => {
  const file = join(folder, 'secrets.json')
  writeFileSync(file, '{"a":')
  const store = safeStorageSecrets(sealing(), file, 'linux')
  await expect(store.set('b', 'secret')).rejects.toThrow()
  expect(readFileSync(file, 'utf8')).toBe('{"a":')
})

test('a secret under an old key is sealed again', async () => {
  const file = join(folder, 'secrets.json')
  const safe = sealing()
  const store = safeStorageSecrets(safe, file, 'linux')
  await store.set('a', 'secret')
  writeFileSync(file, readFileSync(file, 'utf8').replace('{', '{ '))
  safe.stale = true
  expect(await store.get('a')).toBe('secret')
  expect(readFileSync(file, 'utf8')).not.toContain('{ ')
})

test('the first store that works is the one; with none, nothing is kept and nothing fails', async () => {
  const safe = safeStorageSecrets(sealing(), join(folder, 'secrets.json'), 'linux')
  const store = firstAvailable([noSecrets(), safe])
  expect(await store.set('a', 'b')).toBe(true)
  expect(await safe.get('a')).toBe('b')
  const none = firstAvailable([noSecrets()])
  expect([
    await none.available(),
    await none.set('a', 'b'),
    await none.get('a'),
    await none.delete('a'),
  ]).toEqual([false, false, undefined, false])
})
