import { copyFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitsKey } from '../../db/open-database.ts'
import { keyFilePath, readKeyFile, writeKeyFile } from '../../secrets/key-file.ts'
import type { TestApp } from '../../testing.ts'
import { ADA, BEN, OWNER, code, makeTeam, value, type Team } from './testing.ts'

let team: Team
let farthing: TestApp
let path: string
let recoveryKey: string
const open: Team['open'] = (password, user) => team.open(password, user)
const workspace: Team['workspace'] = () => team.workspace()
const idOf: Team['idOf'] = name => team.idOf(name)

beforeAll(async () => {
  team = await makeTeam()
  ;({ farthing, path, recoveryKey } = team)
  await value(
    farthing.call('security.addUser', { name: 'Cem', role: 'viewer', password: 'cem’s new password' }),
  )
}, 60_000)
afterAll(() => farthing.close())

test('who is removed has no key to the workspace any more; everybody else keeps their password', async () => {
  await value(open(OWNER))
  const { key: oldKey } = workspace()
  copyFileSync(keyFilePath(path), `${path}.old-keys`)
  const rows = (await value(farthing.call('security.auditHead', {}))).sequence
  const removed = await value(farthing.call('security.removeUser', { id: await idOf('Cem') }))
  expect(removed.users.map(user => user.name)).toEqual(['Owner', 'Ada', 'Ben'])
  expect(Buffer.from(workspace().key)).not.toEqual(Buffer.from(oldKey))
  expect([fitsKey(path, oldKey), fitsKey(path, workspace().key)]).toEqual([false, true])
  expect(await code(open('cem’s new password', 'Cem'))).toBe('wrong-password')
  expect(await value(open(ADA))).toMatchObject({ user: { name: 'Ada' }, role: 'viewer' })
  expect(await value(open(BEN))).toMatchObject({ user: { name: 'Ben' }, role: 'analyst' })
  expect(await code(farthing.call('workspace.open', { path, recoveryKey }))).toBe('wrong-password')
  expect(
    await value(farthing.call('workspace.open', { path, recoveryKey: removed.recoveryKey })),
  ).toMatchObject({
    role: 'admin',
    user: { name: 'Recovery key' },
  })
  // The old key file beside the new file: its key opens nothing.
  const keys = await readKeyFile(path)
  copyFileSync(`${path}.old-keys`, keyFilePath(path))
  expect(await code(open('cem’s new password', 'Cem'))).toBe('file-damaged')
  await writeKeyFile(path, keys)
  await value(open(OWNER))
  const checked = await value(farthing.call('security.verifyLog', {}))
  expect(checked).toMatchObject({ ok: true, problems: [] })
  expect(checked.rows).toBeGreaterThan(rows)
})

test('a kill while file and keys change places leaves a workspace that opens, whichever came first', async () => {
  await value(open(OWNER))
  const before = await readKeyFile(path)
  await value(farthing.call('workspace.close', {}))
  copyFileSync(path, `${path}.before`)
  await value(open(OWNER))
  await value(farthing.call('workspace.newDataKey', {}))
  const after = await readKeyFile(path)
  await value(farthing.call('workspace.close', {}))
  copyFileSync(path, `${path}.after`)
  for (const [database, keys] of [
    [`${path}.before`, before],
    [`${path}.after`, after],
  ] as const) {
    copyFileSync(database, path)
    await writeKeyFile(path, { ...after, previous: before })
    expect(await code(open('a wrong password'))).toBe('wrong-password')
    expect((await readKeyFile(path)).previous).toBeDefined()
    expect(await value(open(BEN))).toMatchObject({ user: { name: 'Ben' } })
    expect(await readKeyFile(path)).toEqual(keys)
    await value(farthing.call('workspace.close', {}))
  }
}, 180_000)

test('a public key that was put into the key file gets no new data key', async () => {
  await value(open(OWNER))
  const keys = await readKeyFile(path)
  const swapped = keys.slots.map(slot =>
    slot.version === 2 && slot.kind === 'password' && slot.user !== 'owner'
      ? { ...slot, publicKey: Buffer.alloc(32, 9).toString('base64') }
      : slot,
  )
  writeFileSync(keyFilePath(path), JSON.stringify({ ...keys, slots: swapped }))
  expect(await farthing.call('workspace.newDataKey', {})).toMatchObject({
    ok: false,
    failure: { code: 'bad-input' },
  })
  await writeKeyFile(path, keys)
})

test('a new recovery key ends the old one', async () => {
  await value(open(OWNER))
  for (const current of [undefined, BEN])
    expect(await code(farthing.call('security.newRecoveryKey', { current }))).toBe('wrong-password')
  const first = await value(farthing.call('security.newRecoveryKey', { current: OWNER }))
  const second = await value(farthing.call('security.newRecoveryKey', { current: OWNER }))
  expect(await code(farthing.call('workspace.open', { path, recoveryKey: first.recoveryKey }))).toBe(
    'wrong-password',
  )
  expect(
    await value(farthing.call('workspace.open', { path, recoveryKey: second.recoveryKey })),
  ).toMatchObject({
    role: 'admin',
  })
})
