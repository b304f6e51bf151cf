import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
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

test.skipIf(missing.length > 0)(
  `a workspace outlives its keychain item and a change of keyring, by its recovery key and its password${missing.length > 0 ? `: skipped, ${why}` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
    const session = (keyring: string, script: string): unknown => {
      const home = join(folder, keyring)
      mkdirSync(home, { mode: 0o700 })
      const unlock = 'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
      const run = spawnSync(
        'dbus-run-session',
        ['--', 'bash', '-c', `${unlock}; exec "$NODE" -e "$SCRIPT"`],
        {
          env: {
            ...process.env,
            HOME: home,
            XDG_RUNTIME_DIR: home,
            // The whole suite runs under a keyring of its own, whose places must not be found.
            XDG_DATA_HOME: join(home, 'data'),
            XDG_CONFIG_HOME: join(home, 'config'),
            NODE: process.execPath,
            NODE_COMPILE_CACHE: join(process.cwd(), '.cache', 'compile'),
            FOLDER: folder,
            APP: new URL('../create-app.ts', import.meta.url).href,
            DISPATCH: new URL('../dispatch.ts', import.meta.url).href,
            STORE: new URL('index.ts', import.meta.url).href,
            SCRIPT: BEGIN + script,
          },
          encoding: 'utf8',
          timeout: 60_000,
        },
      )
      if (run.status !== 0) throw new Error(run.stderr)
      return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')
    }
    const first = session(
      'first',
      `
      const made = await call('workspace.create', { path, name: 'House', profile: 'personal', baseCurrency: 'EUR', fiscalStartMonth: 1 })
      if (!made.ok) throw new Error(JSON.stringify(made))
      const { recoveryKey } = made.value
      await call('workspace.close', {})
      const byKeychain = await open({})
      await store.delete(keychainOf())
      const withoutItem = await open({})
      const recovered = await open({ recoveryKey })
      const learnt = await open({})
      say({ recoveryKey, steps: [byKeychain, withoutItem, recovered, learnt] })
    `,
    ) as { recoveryKey: string; steps: string[] }
    expect(first.steps).toEqual(['keychain', 'wrong-password', 'keychain', 'keychain'])
    // Another keyring, as after a new installation of the system: it knows nothing, and nothing is lost.
    const second = session(
      'second',
      `
      const recoveryKey = ${JSON.stringify(first.recoveryKey)}
      const bare = await open({})
      const recovered = await open({ recoveryKey })
      await call('workspace.open', { path })
      await call('workspace.setPassword', { password: 'a long enough password' })
      await call('workspace.close', {})
      const kept = await store.get(keychainOf())
      say([bare, recovered, await open({}), await open({ password: 'a long enough password' }), kept ?? null])
    `,
    )
    expect(second).toEqual(['wrong-password', 'keychain', 'wrong-password', 'password', null])
    rmSync(folder, { recursive: true, force: true })
  },
  120_000,
)

const BEGIN = `
  const { createApp } = await import(process.env.APP)
  const { dispatch } = await import(process.env.DISPATCH)
  const { openSecretStore } = await import(process.env.STORE)
  const { mkdtempSync, readFileSync } = await import('node:fs')
  const config = mkdtempSync(process.env.FOLDER + '/config-')
  const path = process.env.FOLDER + '/house.farthing'
  const store = openSecretStore({})
  const app = createApp('cli', store, { config, workspaces: config, temp: config })
  const session = { role: 'nobody' }
  const call = (name, input) => dispatch(app, session, name, input)
  const keychainOf = () => JSON.parse(readFileSync(path + '-keys', 'utf8')).keychain
  const open = async given => {
    const reply = await call('workspace.open', { path, ...given })
    const told = reply.ok ? reply.value.keyHolder : reply.failure.code
    await call('workspace.close', {})
    return told
  }
  const say = told => { console.log(JSON.stringify(told)); process.exit(0) }
`
