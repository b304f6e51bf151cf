import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FailureCode } from '../../../shared/result/failure.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { createTestApp, keysIn, memorySecrets, type TestApp } from '../../testing.ts'

const HOUSE = { name: 'Our house', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const
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

async function create(input: { password?: string; path?: string } = {}, app = farthing) {
  const reply = await app.call('workspace.create', { ...HOUSE, ...input })
  if (!reply.ok) throw new Error(reply.failure.message)
  return { ...reply.value, path: reply.value.status.path as string }
}

describe('creating', () => {
  test('an individual starts without a password: the key goes to the keychain and the recovery key is shown', async () => {
    const { status, recoveryKey, path } = await create()
    expect(path).toBe(join(farthing.folder, 'Our house.farthing'))
    expect(status).toMatchObject({
      open: true,
      settings: HOUSE,
      role: 'admin',
      entries: 0,
      revision: 0,
      keyHolder: 'keychain',
      readOnly: false,
      syncedFolder: false,
    })
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(keysIn(secrets)).toBe(1)
  })

  test('without a keychain and without a password it fails and says to give one, and leaves no file', async () => {
    const bare = createTestApp()
    const reply = await bare.call('workspace.create', HOUSE)
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'unavailable', details: { needs: 'password' } },
    })
    expect(existsSync(bare.folder) ? readdirSync(bare.folder) : []).toEqual([])
    await bare.close()
  })

  test('nothing is written over: neither a file nor the keys of a workspace that was moved away', async () => {
    const path = join(farthing.folder, 'here.farthing')
    await create({ path })
    await farthing.call('workspace.close', {})
    const before = readFileSync(path)
    expect(code(await farthing.call('workspace.create', { ...HOUSE, path }))).toBe('bad-input')
    expect(readFileSync(path).equals(before)).toBe(true)
    const orphan = join(farthing.folder, 'orphan.farthing')
    writeFileSync(keyFilePath(orphan), 'somebody’s keys')
    expect(code(await farthing.call('workspace.create', { ...HOUSE, path: orphan }))).toBe('bad-input')
    expect(readFileSync(keyFilePath(orphan), 'utf8')).toBe('somebody’s keys')
    expect(readdirSync(farthing.folder).sort()).toEqual([
      'here.farthing',
      'here.farthing-keys',
      'here.farthing-lock',
      'here.farthing-witness',
      'orphan.farthing-keys',
    ])
    expect(keysIn(secrets)).toBe(1)
  })
})

describe('opening', () => {
  test('a wrong password, a damaged file and something that is no workspace are told apart, and none is changed', async () => {
    const { path } = await create({ password: PASSWORD })
    await farthing.call('workspace.close', {})
    expect(await farthing.call('workspace.open', { path })).toMatchObject({
      failure: { code: 'wrong-password', details: { needs: 'password' } },
    })
    expect(code(await farthing.call('workspace.open', { path, password: 'wrong horse' }))).toBe(
      'wrong-password',
    )
    expect(code(await farthing.call('workspace.open', { path, password: PASSWORD }))).toBe('ok')
    await farthing.call('workspace.close', {})

    for (const [name, spoil] of [
      ['flipped', (file: string) => flipByte(file, 100)],
      ['cut', (file: string) => truncateSync(file, 5000)],
      ['emptied', (file: string) => truncateSync(file, 0)],
      ['foreign', (file: string) => writeFileSync(file, 'this is no database at all'.repeat(400))],
      ['clear text', (file: string) => writeFileSync(file, `SQLite format 3\0${'x'.repeat(9000)}`)],
    ] as const) {
      const copy = join(farthing.folder, `${name}.farthing`)
      copyFileSync(path, copy)
      copyFileSync(keyFilePath(path), keyFilePath(copy))
      spoil(copy)
      const before = readFileSync(copy)
      const reply = await farthing.call('workspace.open', { path: copy, password: PASSWORD })
      expect([name, code(reply)]).toEqual([name, 'file-damaged'])
      expect(code(await farthing.call('workspace.open', { path: copy, password: 'wrong horse' }))).toBe(
        'wrong-password',
      )
      expect(readFileSync(copy).equals(before)).toBe(true)
    }
    expect(farthing.app.workspace).toBeUndefined()
    expect(farthing.session.role).toBe('nobody')
    // Twelve derivations of a key and as many starts of workers: slow where other tests have the cores.
  }, 180_000)

  test('a failed opening leaves what is open as it is', async () => {
    const { path } = await create()
    const reply = await farthing.call('workspace.open', { path: join(farthing.folder, 'nowhere.farthing') })
    expect(code(reply)).toBe('not-found')
    expect(await farthing.call('workspace.status', {})).toMatchObject({ value: { open: true, path } })
    expect(existsSync(join(farthing.folder, 'nowhere.farthing'))).toBe(false)
  })

  test('the recovery key opens it on a machine whose keychain knows nothing, which then learns the key', async () => {
    const { path, recoveryKey } = await create()
    await farthing.call('workspace.close', {})
    secrets.kept.clear()
    expect(code(await farthing.call('workspace.open', { path }))).toBe('wrong-password')
    const slip = recoveryKey.replace(/.$/, last => (last === '0' ? '1' : '0'))
    expect(code(await farthing.call('workspace.open', { path, recoveryKey: slip }))).toBe('wrong-password')
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ')
    expect(code(await farthing.call('workspace.open', { path, recoveryKey: typed }))).toBe('ok')
    await farthing.call('workspace.close', {})
    expect(code(await farthing.call('workspace.open', { path }))).toBe('ok')
  })

  test('a keychain that holds another key counts as one that holds none, not as damage', async () => {
    const { path } = await create()
    await farthing.call('workspace.close', {})
    for (const account of secrets.kept.keys())
      secrets.kept.set(account, Buffer.alloc(32, 7).toString('base64'))
    expect(code(await farthing.call('workspace.open', { path }))).toBe('wrong-password')
  })

  test('missing and damaged key files say so in their own words', async () => {
    const { path } = await create()
    await farthing.call('workspace.close', {})
    const copy = join(farthing.folder, 'copy.farthing')
    copyFileSync(path, copy)
    expect(await farthing.call('workspace.open', { path: copy })).toMatchObject({
      failure: { code: 'not-found', message: expect.stringContaining('keys of this workspace are missing') },
    })
    writeFileSync(keyFilePath(copy), '{}')
    expect(await farthing.call('workspace.open', { path: copy })).toMatchObject({
      failure: { code: 'file-damaged', message: expect.stringContaining('key file') },
    })
  })

  test('opening the workspace that is open already opens it again', async () => {
    const { path } = await create()
    expect(code(await farthing.call('workspace.open', { path }))).toBe('ok')
  })
})

test('two clicks on the same workspace open it once after the other', async () => {
  const { path } = await create()
  await farthing.call('workspace.close', {})
  const replies = await Promise.all([1, 2, 3].map(() => farthing.call('workspace.open', { path })))
  expect(replies.map(code)).toEqual(['ok', 'ok', 'ok'])
  expect(await farthing.call('workspace.status', {})).toMatchObject({ value: { open: true, path } })
})

test('a second Farthing is refused while the first has the workspace open, and let in afterwards', async () => {
  const { path } = await create()
  const second = createTestApp(secrets)
  expect(code(await second.call('workspace.open', { path }))).toBe('file-busy')
  await farthing.call('workspace.close', {})
  expect(code(await second.call('workspace.open', { path }))).toBe('ok')
  await second.close()
})

test('a password added later is asked for from then on; the recovery key stays good', async () => {
  const { path, recoveryKey } = await create()
  const reply = await farthing.call('workspace.setPassword', { password: PASSWORD })
  expect(reply).toMatchObject({ ok: true, value: { keyHolder: 'password' } })
  expect(keysIn(secrets)).toBe(0)
  // A program that was left open changes no password by itself.
  for (const current of [undefined, 'a guess'])
    expect(code(await farthing.call('workspace.setPassword', { password: 'another horse', current }))).toBe(
      'wrong-password',
    )
  const change = { password: 'another horse', current: PASSWORD }
  expect((await farthing.call('workspace.setPassword', change)).ok).toBe(true)
  await farthing.call('workspace.close', {})
  expect(code(await farthing.call('workspace.open', { path }))).toBe('wrong-password')
  expect(code(await farthing.call('workspace.open', { path, password: PASSWORD }))).toBe('wrong-password')
  expect(code(await farthing.call('workspace.open', { path, recoveryKey }))).toBe('ok')
  await farthing.call('workspace.close', {})
  expect(await farthing.call('workspace.open', { path, password: 'another horse' })).toMatchObject({
    value: { keyHolder: 'password' },
  })
})

test('settings change; profile and currency only while there are no entries', async () => {
  await create()
  const reply = await farthing.call('workspace.update', { name: 'Flat 3', baseCurrency: 'EUR' })
  expect(reply).toMatchObject({
    revision: 1,
    value: { settings: { ...HOUSE, name: 'Flat 3', baseCurrency: 'EUR' } },
  })
})

test('a fiscal calendar of weeks is kept, decides what a period is, and is taken back', async () => {
  await create()
  const path = join(farthing.folder, 'january.csv')
  writeFileSync(path, 'Date,Payee,Amount\n2024-02-03,Shop,-1.00\n2024-02-04,Shop,-2.00\n')
  const { token } = farthing.app.files.add(path, 'january.csv', 60, false)
  expect(code(await farthing.call('import.commit', { token }))).toBe('ok')
  const steps = async (): Promise<unknown> => {
    const query = { measures: [{ op: 'sum' as const }], groupBy: [{ grain: 'period' as const }] }
    const reply = await farthing.call('explore.query', { query })
    return reply.ok && reply.value.rows
  }
  const fiscalWeeks = { pattern: '4-5-4', endsOn: 5, ends: 'nearest' } as const
  const weekly = await farthing.call('workspace.update', { fiscalStartMonth: 2, fiscalWeeks })
  expect(weekly).toMatchObject({ ok: true, value: { settings: { fiscalStartMonth: 2, fiscalWeeks } } })
  // The 53rd week of 2023 ends on that Saturday.
  expect(await steps()).toEqual([
    ['FY2023-P12', -100],
    ['FY2024-P01', -200],
  ])
  expect(code(await farthing.call('workspace.update', { fiscalWeeks: null }))).toBe('ok')
  expect(await steps()).toEqual([['FY2024-P01', -300]])
})

test('the list of recent workspaces has the latest first, and says which are gone', async () => {
  const first = await create({ path: join(farthing.folder, 'a') })
  const second = await create({ path: join(farthing.folder, 'b') })
  await farthing.call('workspace.open', { path: first.path })
  await farthing.call('workspace.move', { path: join(farthing.folder, 'c') })
  writeFileSync(join(farthing.app.paths.config, 'keep'), '')
  const reply = await farthing.call('workspace.recent', {})
  expect(reply).toMatchObject({
    value: [
      { path: join(farthing.folder, 'c.farthing'), exists: true },
      { path: second.path, exists: true },
    ],
  })
  writeFileSync(join(farthing.app.paths.config, 'recent.json'), 'not json')
  expect(await farthing.call('workspace.recent', {})).toMatchObject({ value: [] })
})

test('before a workspace is open, nobody gets further than the door', async () => {
  expect(await farthing.call('workspace.status', {})).toMatchObject({
    ok: true,
    value: { open: false },
    revision: 0,
  })
  expect(code(await farthing.call('workspace.verify', {}))).toBe('logged-out')
})

test('a new workspace passes its own verification', async () => {
  await create()
  const reply = await farthing.call('workspace.verify', {})
  expect(reply).toMatchObject({ value: { ok: true } })
  if (reply.ok) expect(reply.value.checks.map(check => check.check)).toContain('segments')
})

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] as number) ^ 1
  writeFileSync(file, bytes)
}
