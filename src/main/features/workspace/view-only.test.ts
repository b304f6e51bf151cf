import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { keyFilePath } from '../../secrets/key-file.ts'
import { createTestApp, type TestApp } from '../../testing.ts'

const PASSWORD = 'correct horse battery'

const compiled = mkdtempSync(join(tmpdir(), 'farthing-test-'))
afterAll(() => rmSync(compiled, { recursive: true, force: true }))

let farthing: TestApp
beforeEach(() => {
  farthing = createTestApp()
})
afterEach(() => farthing.close())

// Root may write everywhere: the whole run as somebody who may not.
const view = (
  path: string,
  folder: string,
  rights: { file: number; folder: number },
  calls: readonly (readonly (readonly [string, object])[])[],
): unknown => {
  const config = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const root = process.getuid?.() === 0
  if (root) for (const own of [path, keyFilePath(path), folder, config]) chownSync(own, NOBODY, NOBODY)
  // Node keeps what it compiled by user: nobody has nothing kept, and would compile every source each time.
  if (root) chownSync(compiled, NOBODY, NOBODY)
  chmodSync(path, rights.file)
  chmodSync(folder, rights.folder)
  const run = spawnSync(process.execPath, ['-e', VIEW], {
    env: {
      ...process.env,
      CREATE: new URL('../../create-app.ts', import.meta.url).href,
      DISPATCH: new URL('../../dispatch.ts', import.meta.url).href,
      SECRETS: new URL('../../secrets/secret-store.ts', import.meta.url).href,
      CONFIG: config,
      FILE: path,
      PASSWORD,
      CALLS: JSON.stringify(calls),
      NODE_COMPILE_CACHE: compiled,
    },
    encoding: 'utf8',
    ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  chmodSync(folder, 0o700)
  rmSync(config, { recursive: true })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

test.skipIf(process.platform === 'win32').each([
  ['only the folder', { file: 0o400, folder: 0o700 }],
  ['only the file', { file: 0o600, folder: 0o500 }],
  ['neither', { file: 0o400, folder: 0o500 }],
])(
  'a workspace is opened view-only of which %s may be written, and left as it is',
  async (_which, rights) => {
    const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
    const path = join(folder, 'house.farthing')
    const made = await farthing.call('workspace.create', {
      name: 'House',
      profile: 'personal',
      baseCurrency: 'GBP',
      fiscalStartMonth: 1,
      path,
      password: PASSWORD,
    })
    expect(made.ok).toBe(true)
    await farthing.call('workspace.close', {})
    rmSync(`${path}-lock`)
    const before = readFileSync(path)
    // Each call is a start of a worker or a process: once is enough.
    const [reads, writes] = rights.folder === 0o700 ? [READ_CALLS, WRITE_CALLS] : [[], []]
    expect(view(path, folder, rights, [reads, writes])).toEqual({
      open: 'ok',
      readOnly: true,
      entries: 0,
      update: 'read-only',
      setPassword: 'read-only',
      // What pages offer there works there: the list of the contract, with least inputs.
      reads: reads.map(([name]) => [name, 'ok']),
      writes: writes.map(([name]) => [name, 'read-only']),
      verify: true,
      // Nothing of the copy stays in the temp folder.
      temp: [],
    })
    expect(readFileSync(path).equals(before)).toBe(true)
    rmSync(folder, { recursive: true })
  },
  180_000,
)

/** Least inputs of what the contract lists as reading (`READS`); $CONFIG is a folder that may be written. */
const READ_CALLS: readonly (readonly [string, object])[] = [
  ['explore.schema', {}],
  ['explore.sql', { text: 'SELECT count(*) FROM entry' }],
  ['privacy.report', {}],
  ['privacy.retention', {}],
  ['security.users', {}],
  ['security.log', {}],
  ['backup.make', { to: '$CONFIG/backups' }],
  ['workspace.duplicate', { path: '$CONFIG/copy.farthing' }],
]
const WRITE_CALLS: readonly (readonly [string, object])[] = [
  ['rules.save', { rule: { name: 'R', conditions: [{ field: 'text', op: 'contains', value: 'x' }], actions: [{ do: 'set', field: 'category', value: 'C' }] } }], // prettier-ignore
  ['privacy.setMasking', { who: 'everybody' }],
  ['security.addUser', { name: 'Eva', role: 'viewer', password: 'long enough' }],
  ['security.changePassword', { current: PASSWORD, next: 'long enough' }],
  ['security.newRecoveryKey', {}],
  ['chat.createRoom', { name: 'Room' }],
  ['dashboard.saveView', { name: 'View', filters: {} }],
]

const NOBODY = 65_534

const VIEW = `
  const { createApp } = await import(process.env.CREATE)
  const { dispatch } = await import(process.env.DISPATCH)
  const { noSecrets } = await import(process.env.SECRETS)
  const { mkdirSync, readdirSync } = await import('node:fs')
  const config = process.env.CONFIG
  mkdirSync(config + '/temp')
  const app = createApp('cli', noSecrets(), { config, workspaces: config, temp: config + '/temp' })
  // What is tried next must not hang on the words of a failure.
  app.language = 'de'
  const session = { role: 'nobody' }
  const call = (name, input) => dispatch(app, session, name, input)
  const code = reply => reply.ok ? 'ok' : reply.failure.code
  const open = await call('workspace.open', { path: process.env.FILE, password: process.env.PASSWORD })
  const answer = {
    open: open.ok ? 'ok' : open.failure,
    readOnly: open.value?.readOnly,
    entries: open.value?.entries,
    update: code(await call('workspace.update', { name: 'Mine' })),
    setPassword: code(await call('workspace.setPassword', { password: 'long enough' })),
    verify: (await call('workspace.verify', {})).value?.ok,
  }
  const told = ['reads', 'writes']
  for (const [i, calls] of JSON.parse(process.env.CALLS.replaceAll('$CONFIG', config)).entries()) {
    answer[told[i]] = []
    for (const [name, input] of calls) answer[told[i]].push([name, code(await call(name, input))])
  }
  await call('workspace.close', {})
  console.log(JSON.stringify({ ...answer, temp: readdirSync(config + '/temp') }))
`
