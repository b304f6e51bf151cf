import type { SecretStore } from '../app.ts'

/** What a keychain must answer within; one that waits for an unlock dialog nobody sees would hold the program for ever. */
const TIME_OUT_MS = 4000

/** Nowhere: FARTHING_KEYCHAIN=none, or a machine without a keychain. */
export function noSecrets(): SecretStore {
  return {
    available: async () => false,
    get: async () => undefined,
    set: async () => false,
    delete: async () => false,
  }
}

/** The part of keytar that is used; its errors are plain `Error`s without a code. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

/**
 * The OS keychain through keytar. Any error or time-out counts as "not there": a key is never only in the keychain, so the caller
 * asks for a password or the recovery key instead. `load` fails where the addon or its libsecret is missing.
 */
export function keytarSecrets(
  load: () => Promise<Keytar> = loadKeytar,
  service = 'Farthing',
  timeOutMs = TIME_OUT_MS,
): SecretStore {
  let loaded: Promise<Keytar | undefined> | undefined
  const keytar = (): Promise<Keytar | undefined> =>
    (loaded ??= load().then(
      found => found,
      () => undefined,
    ))

  async function ask<T>(use: (keytar: Keytar) => Promise<T>): Promise<T | undefined> {
    const found = await keytar()
    if (!found) return undefined
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>(resolve => (timer = setTimeout(resolve, timeOutMs, undefined)))
    try {
      return await Promise.race([use(found), late])
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  let usable: Promise<boolean> | undefined
  const available = (): Promise<boolean> =>
    // Reading an account that is not there answers null where a keychain works, and fails where none does.
    (usable ??= ask(found => found.getPassword(service, 'probe')).then(answer => answer !== undefined))

  return {
    available,
    get: async account =>
      (await available())
        ? ((await ask(found => found.getPassword(service, account))) ?? undefined)
        : undefined,
    async set(account, secret) {
      if (!(await available())) return false
      await ask(found => found.setPassword(service, account, secret))
      // Some keychains accept and forget (a locked collection): only what can be read back counts.
      return (await ask(found => found.getPassword(service, account))) === secret
    },
    delete: async account =>
      (await available()) && (await ask(found => found.deletePassword(service, account))) === true,
  }
}

async function loadKeytar(): Promise<Keytar> {
  const module = (await import('keytar')) as unknown as { default?: Keytar } & Keytar
  return module.default ?? module
}
