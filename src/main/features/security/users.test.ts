import { copyFileSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { METHOD_NAMES, methodOf } from '../../../shared/contract/index.ts'
import { ROLES } from '../../../shared/contract/method.ts'
import { lockIfIdle } from '../../clock.ts'
import { keyFilePath, readKeyFile } from '../../secrets/key-file.ts'
import type { TestApp } from '../../testing.ts'
import { ADA, BEN, OWNER, code, makeTeam, value, type Team } from './testing.ts'

let team: Team
let farthing: TestApp
let path: string
let secrets: Team['secrets']
const open: Team['open'] = (password, user) => team.open(password, user)
const workspace: Team['workspace'] = () => team.workspace()
const idOf: Team['idOf'] = name => team.idOf(name)

beforeAll(async () => {
  team = await makeTeam()
  ;({ farthing, path, secrets } = team)
}, 60_000)
afterAll(() => farthing.close())

test('each user gets in by their own password, as themselves, with their own role', async () => {
  for (const [password, name, role] of [
    [ADA, 'Ada', 'viewer'],
    [BEN, 'Ben', 'analyst'],
    [OWNER, 'Owner', 'admin'],
  ] as const) {
    expect(await value(open(password))).toMatchObject({ user: { name }, role })
    expect(await value(open(password, ` ${name.toUpperCase()} `))).toMatchObject({ user: { name }, role })
  }
  expect(await code(open(ADA, 'Ben'))).toBe('wrong-password')
  expect(await code(open('nobody’s password'))).toBe('wrong-password')
})

test('no name of a user stands in the key file', () => {
  const text = readFileSync(keyFilePath(path), 'utf8')
  expect(['Ada', 'Ben', 'ada', 'ben'].filter(name => text.includes(name))).toEqual([])
})

describe('as each user, on a real workspace', () => {
  // Not an object: refused by every method, but only after the role was found good, so that nothing is ever done.
  const NO_INPUT = 'not an object' as never
  test.each([
    ['viewer', ADA],
    ['analyst', BEN],
    ['admin', OWNER],
  ] as const)('%s: every method of that role and below answers, and no other', async (role, password) => {
    await value(open(password))
    const unexpected: string[] = []
    for (const name of METHOD_NAMES) {
      const least = methodOf(name)?.role ?? 'admin'
      const expected = ROLES.indexOf(role) >= ROLES.indexOf(least) ? 'bad-input' : 'forbidden'
      const got = await code(farthing.call(name, NO_INPUT))
      if (got !== expected) unexpected.push(`${name}: ${got}, not ${expected}`)
    }
    expect(unexpected).toEqual([])
  })

  test('what a viewer may not do changes nothing, and the log has no row of it', async () => {
    await value(open(ADA))
    const head = await value(farthing.call('security.auditHead', {}))
    expect(await code(farthing.call('workspace.update', { name: 'Taken over' }))).toBe('forbidden')
    expect(await code(farthing.call('security.addUser', { name: 'Eve', role: 'admin', password: BEN }))).toBe(
      'forbidden',
    )
    expect(await code(farthing.call('security.users', {}))).toBe('forbidden')
    expect(await value(farthing.call('security.auditHead', {}))).toEqual(head)
  })
})

test('one’s own password is changed with the current one only; the data key and other slots stay', async () => {
  await value(open(ADA))
  const { key } = workspace()
  const before = await readKeyFile(path)
  expect(await code(farthing.call('security.changePassword', { current: BEN, next: 'something else' }))).toBe(
    'wrong-password',
  )
  expect(await readKeyFile(path)).toEqual(before)
  await value(farthing.call('security.changePassword', { current: ADA, next: 'ada’s next password' }))
  const after = await readKeyFile(path)
  expect(
    after.slots.filter((slot, i) => JSON.stringify(slot) !== JSON.stringify(before.slots[i])),
  ).toHaveLength(1)
  expect(await code(open(ADA))).toBe('wrong-password')
  expect(await value(open('ada’s next password'))).toMatchObject({ user: { name: 'Ada' } })
  expect(Buffer.from(workspace().key)).toEqual(Buffer.from(key))
  await value(farthing.call('security.changePassword', { current: 'ada’s next password', next: ADA }))
})

test('an administrator resets others’ passwords, and their own with the current one only', async () => {
  await value(open(OWNER))
  const reset = (current?: string) =>
    idOf('Owner').then(id => farthing.call('security.resetPassword', { id, password: OWNER, current }))
  expect([await code(reset()), await code(reset(BEN)), await code(reset(OWNER))]).toEqual([
    'wrong-password',
    'wrong-password',
    'ok',
  ])
})

test('a role and a name are changed without the user’s password; the last administrator stays one', async () => {
  await value(open(OWNER))
  const [ada, owner] = [await idOf('Ada'), await idOf('Owner')]
  await value(farthing.call('security.setRole', { id: ada, role: 'analyst' }))
  await value(farthing.call('security.renameUser', { id: ada, name: 'Ada Lovelace' }))
  expect(await value(open(ADA, 'ada lovelace'))).toMatchObject({
    user: { name: 'Ada Lovelace' },
    role: 'analyst',
  })
  await value(open(OWNER))
  expect(await code(farthing.call('security.setRole', { id: owner, role: 'viewer' }))).toBe('bad-input')
  expect(await code(farthing.call('security.renameUser', { id: ada, name: 'ben' }))).toBe('bad-input')
  await value(farthing.call('security.setRole', { id: ada, role: 'viewer' }))
  await value(farthing.call('security.renameUser', { id: ada, name: 'Ada' }))
})

test('a role that was given is not regained by putting an old key file back', async () => {
  await value(open(OWNER))
  copyFileSync(keyFilePath(path), `${path}.keys-of-an-analyst`)
  const ben = await idOf('Ben')
  await value(farthing.call('security.setRole', { id: ben, role: 'viewer' }))
  await value(farthing.call('workspace.close', {}))
  copyFileSync(`${path}.keys-of-an-analyst`, keyFilePath(path))
  expect(await value(open(BEN))).toMatchObject({ role: 'viewer' })
  await value(open(OWNER))
  await value(farthing.call('security.setRole', { id: ben, role: 'analyst' }))
})

test('two users with one password are asked who they are', async () => {
  await value(open(OWNER))
  await value(farthing.call('security.addUser', { name: 'Cem', role: 'viewer', password: BEN }))
  expect(await open(BEN)).toMatchObject({ ok: false, failure: { details: { needs: 'user' } } })
  expect(await value(open(BEN, 'Cem'))).toMatchObject({ user: { name: 'Cem' }, role: 'viewer' })
  await value(open(OWNER))
  await value(
    farthing.call('security.resetPassword', { id: await idOf('Cem'), password: 'cem’s new password' }),
  )
  expect(await value(open(BEN))).toMatchObject({ user: { name: 'Ben' } })
})

test('a keychain that is emptied or was never there loses nobody their workspace', async () => {
  const home = await value(
    farthing.call('workspace.create', {
      name: 'Home',
      profile: 'personal',
      baseCurrency: 'EUR',
      fiscalStartMonth: 1,
    }),
  )
  const homePath = workspace().path
  expect(await code(farthing.call('security.addUser', { name: 'Ada', role: 'viewer', password: ADA }))).toBe(
    'bad-input',
  )
  expect(await code(farthing.call('security.lock', {}))).toBe('bad-input')
  await value(farthing.call('workspace.close', {}))
  secrets.kept.clear()
  expect(await code(farthing.call('workspace.open', { path: homePath }))).toBe('wrong-password')
  const opened = farthing.call('workspace.open', { path: homePath, recoveryKey: home.recoveryKey })
  expect(await value(opened)).toMatchObject({ open: true, keyHolder: 'keychain' })
  await value(farthing.call('workspace.close', {}))
  expect(await code(farthing.call('workspace.open', { path: homePath }))).toBe('ok')
})

describe('the lock', () => {
  test('by hand: nothing is answered until somebody unlocks, and it says which workspace waits', async () => {
    await value(open(OWNER))
    await value(farthing.call('security.lock', {}))
    expect(farthing.app.workspace).toBeUndefined()
    expect(await value(farthing.call('workspace.status', {}))).toEqual({
      open: false,
      locked: { path, name: 'Team', users: true },
    })
    expect(await code(farthing.call('ledger.page', { filters: {}, offset: 0, limit: 1 } as never))).toBe(
      'logged-out',
    )
    expect((await value(open(BEN))).locked).toBeUndefined()
  })

  test('by the clock: after the time that is set without a call, not before, and never while one runs', async () => {
    const { app } = farthing
    await value(open(OWNER))
    const minutes = (count: number): number => app.activity.at + count * 60_000
    expect(await lockIfIdle(app, minutes(14.9))).toBe(false)
    app.activity.running += 1
    expect(await lockIfIdle(app, minutes(60))).toBe(false)
    app.activity.running -= 1
    await value(farthing.call('security.setAutoLock', { minutes: 0 }))
    expect(await lockIfIdle(app, minutes(10_000))).toBe(false)
    await value(farthing.call('security.setAutoLock', { minutes: 30 }))
    expect(await lockIfIdle(app, minutes(29))).toBe(false)
    // A page that asks by itself whether it is still open does not keep it open.
    const { at } = app.activity
    await value(farthing.call('workspace.status', {}))
    expect(app.activity.at).toBe(at)
    expect(await lockIfIdle(app, minutes(30))).toBe(true)
    expect(app.workspace).toBeUndefined()
    await value(open(OWNER))
    const { rows } = await value(farthing.call('security.log', { limit: 2 }))
    expect(rows.map(row => row.action)).toEqual(['workspace.open', 'workspace.lock'])
    await value(farthing.call('security.setAutoLock', { minutes: 15 }))
  })
})
