import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSecretStore } from './index.ts'
import { keytarSecrets, type Keytar } from './secret-store.ts'

/** A keychain's worst behaviours, at keytar's own border. */
const broken = (answer: () => Promise<never>): (() => Promise<Keytar>) => {
  const keytar: Keytar = { getPassword: answer, setPassword: answer, deletePassword: answer }
  return async () => keytar
}

test.each([
  ['has no service to talk to', broken(async () => Promise.reject(new Error('Cannot autolaunch D-Bus')))],
  ['never answers', broken(() => new Promise<never>(() => {}))],
  [
    'cannot be loaded',
    async () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
  ],
])('a keychain that %s counts as none, in good time', async (_name, load) => {
  const store = keytarSecrets(load, 'Farthing test', 50)
  expect(await store.available()).toBe(false)
  expect(await store.get('account')).toBeUndefined()
  expect(await store.set('account', 'secret')).toBe(false)
  expect(await store.delete('account')).toBe(false)
})

test('a keychain that takes a secret and does not keep it has not taken it', async () => {
  const store = keytarSecrets(async () => ({
    getPassword: async () => null,
    setPassword: async () => {},
    deletePassword: async () => false,
  }))
  expect(await store.available()).toBe(true)
  expect(await store.set('account', 'secret')).toBe(false)
})

test('FARTHING_KEYCHAIN=none turns it off', async () => {
  expect(await openSecretStore({ FARTHING_KEYCHAIN: 'none' }).available()).toBe(false)
})

const missing = ['gnome-keyring-daemon', 'dbus-run-session'].filter(
  command => process.platform !== 'linux' || spawnSync('which', [command]).status !== 0,
)

const why = `needs ${missing.join(' and ')} (apt-get install gnome-keyring libsecret-1-0 dbus dbus-daemon)`
test.skipIf(missing.length > 0)(
  `a real keyring under dbus keeps, gives back and forgets a key${missing.length > 0 ? `: skipped, ${why}` : ''}`,
  () => {
    const home = mkdtempSync(join(tmpdir(), 'farthing-test-'))
    const unlock = 'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
    const run = spawnSync(
      'dbus-run-session',
      ['--', 'bash', '-c', `${unlock}; exec "$NODE" --input-type=module -e "$SCRIPT"`],
      {
        env: {
          ...process.env,
          HOME: home,
          XDG_RUNTIME_DIR: home,
          NODE: process.execPath,
          MODULE: new URL('index.ts', import.meta.url).href,
          SCRIPT: `
          const { openSecretStore } = await import(process.env.MODULE)
          const store = openSecretStore({})
          const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')
          const steps = [await store.available(), await store.get('k'), await store.set('k', secret),
            (await store.get('k')) === secret, await openSecretStore({}).get('k') === secret,
            await store.delete('k'), await store.get('k'), await store.delete('k')]
          console.log(JSON.stringify(steps.map(step => step ?? null)))
          process.exit(0)
        `,
        },
        encoding: 'utf8',
        timeout: 30_000,
      },
    )
    rmSync(home, { recursive: true, force: true })
    expect(run.stdout.trim()).toBe('[true,null,true,true,true,true,null,false]')
  },
)
