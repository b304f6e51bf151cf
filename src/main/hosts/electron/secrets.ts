import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SafeStorage } from 'electron'
import { z } from 'zod'
import type { SecretStore } from '../../app.ts'

/** What of Electron's safeStorage is used: the asynchronous calls, the others being deprecated. */
export type AsyncSafeStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

const SealedSchema = z.record(z.string(), z.string())
const TIME_OUT_MS = 3000

/**
 * Secrets sealed by the operating system in one file of ours. On Linux the back end `basic_text` seals with a key that is in
 * every copy of Chromium: that is no secret, so it counts as no store at all.
 */
export function safeStorageSecrets(
  safe: AsyncSafeStorage,
  file: string,
  platform: NodeJS.Platform = process.platform,
): SecretStore {
  let found: Promise<boolean> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const available = (): Promise<boolean> => (found ??= probe(safe, platform))
  // One change at a time, or two would each write the file they had read.
  const change = (apply: (sealed: Map<string, string>) => Promise<void>): Promise<void> => {
    const next = queue.then(async () => {
      const sealed = await read(file)
      await apply(sealed)
      await write(file, sealed)
    })
    queue = next.catch(() => undefined)
    return next
  }
  return {
    available,
    async get(account) {
      if (!(await available())) return undefined
      const sealed = (await read(file)).get(account)
      if (sealed === undefined) return undefined
      try {
        const opened = await safe.decryptStringAsync(Buffer.from(sealed, 'base64'))
        if (opened.shouldReEncrypt) await this.set(account, opened.result)
        return opened.result
      } catch (error) {
        // Another user's or machine's file: what is sealed stays as it is, and the password is asked for.
        console.error(
          'A stored secret could not be unsealed:',
          error instanceof Error ? error.message : error,
        )
        return undefined
      }
    },
    async set(account, secret) {
      if (!(await available())) return false
      const sealed = (await safe.encryptStringAsync(secret)).toString('base64')
      await change(async all => void all.set(account, sealed))
      return true
    },
    async delete(account) {
      if (!(await available())) return false
      let had = false
      await change(async all => void (had = all.delete(account)))
      return had
    },
  }
}

async function probe(safe: AsyncSafeStorage, platform: NodeJS.Platform): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => (timer = setTimeout(() => resolve(false), TIME_OUT_MS)))
  try {
    if (!(await Promise.race([safe.isAsyncEncryptionAvailable(), late]))) return false
    if (platform !== 'linux') return true
    const backend = safe.getSelectedStorageBackend()
    return backend !== 'basic_text' && backend !== 'unknown'
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

async function read(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return new Map(Object.entries(SealedSchema.parse(JSON.parse(text))))
}

async function write(file: string, sealed: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(sealed)), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** The first of the stores that is available, found out on first use: the keychain before safeStorage. */
export function firstAvailable(stores: readonly SecretStore[]): SecretStore {
  let chosen: Promise<SecretStore | undefined> | undefined
  const choose = (): Promise<SecretStore | undefined> => (chosen ??= find(stores))
  return {
    available: async () => (await choose()) !== undefined,
    get: async account => (await choose())?.get(account),
    set: async (account, secret) => (await (await choose())?.set(account, secret)) ?? false,
    delete: async account => (await (await choose())?.delete(account)) ?? false,
  }
}

async function find(stores: readonly SecretStore[]): Promise<SecretStore | undefined> {
  for (const store of stores) if (await store.available()) return store
  return undefined
}
