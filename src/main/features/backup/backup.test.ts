import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backup } from '../../../shared/contract/backup.ts'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'
import { verifyBackup } from './copy.ts'

const PASSWORD = 'correct horse battery'
const HOUSE = { name: 'House', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const

const secrets = memorySecrets()
let farthing: TestApp
let path: string
beforeAll(async () => {
  farthing = createTestApp(secrets)
  path = join(farthing.folder, 'house.farthing')
  await good('workspace.create', { ...HOUSE, path, password: PASSWORD })
  await load('january.csv', 'Date,Payee,Amount\n2026-01-05,Café Canary,-3.20\n2026-01-06,Shop,-8.00\n')
}, 120_000)
afterAll(() => farthing.close())

async function good<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}

async function load(name: string, text: string): Promise<void> {
  const file = join(farthing.folder, name)
  writeFileSync(file, text)
  const { token } = farthing.app.files.add(file, name, text.length, false)
  await good('import.commit', { token })
}

/** Sum and count of everything, as the page would show it. */
const sums = async (): Promise<unknown> => {
  const answer = await good('explore.query', { query: { measures: [{ op: 'sum' }, { op: 'count' }] } })
  return answer.rows
}
const make = async (): Promise<Backup> => (await good('backup.make', {})) as Backup

describe('a backup', () => {
  let sound: Backup
  test('is a folder with the database, its keys and a manifest, and tells what the ledger held', async () => {
    const made = await make()
    sound = made
    expect(readdirSync(made.path).toSorted()).toEqual([
      'house.farthing',
      'house.farthing-keys',
      'manifest.json',
    ])
    expect(made).toMatchObject({
      cause: 'by-hand',
      readable: true,
      problem: null,
      auditHead: { sequence: expect.any(Number), head: expect.any(String) },
      contents: {
        name: 'House',
        entries: 2,
        firstDay: '2026-01-05',
        lastDay: '2026-01-06',
        totals: [{ currency: 'GBP', entries: 2, sum: '-11.20' }],
      },
    })
    const { backups, folder, synced } = await good('backup.list', {})
    expect(backups[0]).toEqual(made)
    expect([folder, synced]).toEqual([`${path}-backups`, false])
    const check = await good('backup.verify', { path: made.path })
    expect(check).toMatchObject({ ok: true })
    expect(check.checks.map(one => one.check)).toEqual([
      'manifest',
      'house.farthing',
      'house.farthing-keys',
      'seal',
      'contents',
    ])
  })

  test('says nothing of the ledger in clear text, neither in its manifest nor in its names', async () => {
    const { path: folder } = sound
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      for (const canary of ['Canary', 'Shop', '-11.20', '1120', 'House', 'january', 'SQLite format'])
        expect([name, canary, bytes.includes(canary)]).toEqual([name, canary, false])
    }
  })

  test.each<[string, string, (folder: string) => void]>([
    ['one bit of the database', 'house.farthing', folder => flip(join(folder, 'house.farthing'), 9000)],
    [
      'the end of the database',
      'house.farthing',
      folder => appendFileSync(join(folder, 'house.farthing'), 'x'),
    ],
    ['the keys', 'house.farthing-keys', folder => rmSync(join(folder, 'house.farthing-keys'))],
    [
      'the sealed part',
      'seal',
      folder => alter(folder, text => text.replace(/"sealed": "..../, '"sealed": "AAAA')),
    ],
    ['the open part', 'seal', folder => alter(folder, text => text.replace('"by-hand"', '"daily"'))],
    ['the manifest', 'manifest', folder => writeFileSync(join(folder, 'manifest.json'), '{')],
  ])('with %s changed is found out', (_what, check, spoil) => {
    const folder = join(farthing.folder, 'spoilt')
    rmSync(folder, { recursive: true, force: true })
    cpSync(sound.path, folder, { recursive: true })
    spoil(folder)
    // In this process: starting one for each says no more.
    const { ok, checks } = verifyBackup(
      { work: 'verify', path: folder, key: farthing.app.workspace?.key },
      () => {},
    )
    expect(ok).toBe(false)
    expect(checks.find(one => !one.ok)?.check).toBe(check)
  })

  test('made by hand to another folder is a backup there and outside of the rotation', async () => {
    const to = join(farthing.folder, 'stick')
    const made = (await good('backup.make', { to })) as Backup
    expect(made.path.startsWith(to)).toBe(true)
    expect((await good('backup.list', { folder: to })).backups).toEqual([made])
    expect((await good('backup.list', {})).backups.map(one => one.path)).not.toContain(made.path)
    // Where the program was started says nothing to whoever types "stick".
    expect(await farthing.call('backup.make', { to: 'stick' })).toMatchObject({
      failure: { code: 'bad-input' },
    })
  })

  test('that is cancelled leaves nothing, at once', async () => {
    const stop = new AbortController()
    const asked = farthing.call('backup.make', {}, { signal: stop.signal })
    setTimeout(() => stop.abort(), 60)
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(readdirSync(`${path}-backups`).filter(name => name.startsWith('.part'))).toEqual([])
  })
})

describe('backups by themselves', () => {
  test('come once a day, and before an import that finds entries the newest backup does not have', async () => {
    expect(await good('backup.make', { cause: 'daily' })).toBeNull()
    expect(await good('backup.make', { cause: 'before-import' })).toBeNull()
    const { folder } = await good('backup.list', {})
    rmSync(folder, { recursive: true })
    await load('february.csv', 'Date,Payee,Amount\n2026-02-05,Shop,-1.00\n')
    const { backups } = await good('backup.list', {})
    expect(backups.map(one => [one.cause, one.contents?.entries])).toEqual([['before-import', 2]])
    await load('march.csv', 'Date,Payee,Amount\n2026-03-05,Shop,-2.00\n')
    expect((await good('backup.list', {})).backups).toHaveLength(1)
    await good('backup.configure', { automatic: false })
    rmSync(folder, { recursive: true })
    expect(await good('backup.make', { cause: 'daily' })).toBeNull()
    await good('backup.configure', { automatic: true })
    expect(await good('backup.make', { cause: 'daily' })).toMatchObject({ cause: 'daily' })
  })

  test('that fail are told of until one succeeds', async () => {
    const blocked = join(farthing.folder, 'blocked')
    mkdirSync(blocked)
    await good('backup.configure', { folder: blocked })
    rmSync(blocked, { recursive: true })
    writeFileSync(blocked, 'a file where the folder was')
    expect(await farthing.call('backup.make', { cause: 'daily' })).toMatchObject({ ok: false })
    expect((await good('backup.list', {})).lastProblem).not.toBeNull()
    await good('backup.configure', { folder: null })
    await make()
    expect((await good('backup.list', {})).lastProblem).toBeNull()
  })

  test('are pruned by manifest alone: what is no backup of this workspace stays', async () => {
    const { folder } = await good('backup.list', {})
    const stranger = join(folder, '2020-01-01_00-00-00_daily')
    mkdirSync(stranger)
    writeFileSync(join(stranger, 'house.farthing'), 'somebody’s')
    mkdirSync(join(folder, '.part-999999999-0badcafe'))
    await make()
    expect(existsSync(join(stranger, 'house.farthing'))).toBe(true)
    expect(existsSync(join(folder, '.part-999999999-0badcafe'))).toBe(false)
  })
})

describe('the restore drill', () => {
  test('a backup opens at a new place with the password of its time, and holds the ledger to the penny', async () => {
    const before = await sums()
    const made = await make()
    await load('april.csv', 'Date,Payee,Amount\n2026-04-05,Shop,-99.00\n')
    const to = join(farthing.folder, 'moved', 'restored.farthing')
    const { quarantine } = await good('backup.restore', { path: made.path, to })
    expect(quarantine).toBeNull()
    expect(await farthing.call('backup.restore', { path: made.path, to })).toMatchObject({
      failure: { code: 'bad-input' },
    })
    await good('workspace.open', { path: to, password: PASSWORD })
    expect(await sums()).toEqual(before)
    expect(await good('workspace.verify', {})).toMatchObject({ ok: true })
    expect((await good('diagnostics.losses', {})).losses).toEqual([])
  })

  test('over the workspace it was made of: what was there rests in quarantine, also what it had in its WAL', async () => {
    await good('workspace.open', { path, password: PASSWORD })
    const [newest] = (await good('backup.list', {})).backups
    const size = statSync(path).size
    const { quarantine } = await good('backup.restore', { path: newest?.path ?? '', to: path, over: true })
    expect(farthing.app.workspace).toBeUndefined()
    expect(quarantine).toContain(`${path}-quarantine`)
    const kept = readdirSync(quarantine ?? '').toSorted()
    expect(kept).toEqual(expect.arrayContaining(['house.farthing', 'house.farthing-keys']))
    expect(statSync(join(quarantine ?? '', 'house.farthing')).size).toBe(size)
    await good('workspace.open', { path, password: PASSWORD })
    expect(await sums()).toEqual([[-1420, 4]])
    // Older on purpose: nothing is reported as lost, and the log raises no alarm but says what happened.
    expect((await good('diagnostics.losses', {})).losses).toEqual([])
    expect(await good('security.verifyLog', {})).toMatchObject({ ok: true, alarms: [], problems: [] })
    const { rows } = await good('security.log', { limit: 3 })
    const row = rows.find(one => one.action === 'backup.restored')
    expect(row).toMatchObject({
      detail: { madeAt: newest?.madeAt, sequence: expect.any(Number) },
    })
    expect(Number(row?.detail['sequence'])).toBeGreaterThan(row?.sequence ?? 0)
  })

  test('another file that is put where a backup was restored is an alarm all the same', async () => {
    const [newest, older] = (await good('backup.list', {})).backups
    await good('backup.restore', { path: newest?.path ?? '', to: path, over: true })
    cpSync(join(older?.path ?? '', 'house.farthing'), path)
    await good('workspace.open', { path, password: PASSWORD })
    expect(await good('security.verifyLog', {})).toMatchObject({ ok: false, alarms: [{}] })
    // And a second opening is no restore either.
    await good('backup.restore', { path: newest?.path ?? '', to: path, over: true })
    await good('workspace.open', { path, password: PASSWORD })
    await good('workspace.close', {})
    await good('workspace.open', { path, password: PASSWORD })
    const actions = (await good('security.log', { limit: 1000 })).rows.map(one => one.action)
    expect(actions.filter(action => action === 'backup.restored')).toHaveLength(1)
  })

  test('a damaged workspace is not opened; its newest backup is offered with date and totals, and brings it back', async () => {
    const before = await sums()
    await make()
    await good('workspace.close', {})
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0, 0, bytes.length / 2))
    expect(await farthing.call('workspace.open', { path, password: PASSWORD })).toMatchObject({
      failure: { code: 'file-damaged' },
    })
    expect(farthing.app.workspace).toBeUndefined()
    const { backups } = await good('backup.list', { workspace: path })
    expect(backups[0]).toMatchObject({
      contents: { totals: [{ currency: 'GBP', entries: 4, sum: '-14.20' }] },
    })
    await good('backup.restore', { path: backups[0]?.path ?? '', to: path, over: true })
    await good('workspace.open', { path, password: PASSWORD })
    expect(await sums()).toEqual(before)
  })

  test('a password set since the backup still opens the restored workspace', async () => {
    const made = await make()
    await good('workspace.setPassword', { password: 'another horse battery', current: PASSWORD })
    await good('backup.restore', { path: made.path, to: path, over: true })
    expect(await farthing.call('workspace.open', { path, password: PASSWORD })).toMatchObject({
      failure: { code: 'wrong-password' },
    })
    await good('workspace.open', { path, password: 'another horse battery' })
  })

  test('a backup that is not as it was replaces nothing', async () => {
    const made = await make()
    const before = readFileSync(path)
    flip(join(made.path, 'house.farthing'), 5000)
    await good('workspace.close', {})
    const over = { path: made.path, to: path, over: true, password: 'another horse battery' }
    expect(await farthing.call('backup.restore', over)).toMatchObject({ failure: { code: 'file-damaged' } })
    expect(readFileSync(path).length).toBeGreaterThanOrEqual(before.length)
    await good('workspace.open', { path, password: 'another horse battery' })
  })
})

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] as number) ^ 1
  writeFileSync(file, bytes)
}

function alter(folder: string, change: (text: string) => string): void {
  const file = join(folder, 'manifest.json')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
