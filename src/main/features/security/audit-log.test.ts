import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LogRow } from '../../../shared/contract/security.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { openWritable } from '../../db/open-database.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

const PASSWORD = 'a long enough password'
let secrets = memorySecrets()
let farthing: TestApp
beforeEach(() => {
  secrets = memorySecrets()
  farthing = createTestApp(secrets)
})
afterEach(() => farthing.close())

async function value<T>(
  reply: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>,
): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

const create = () =>
  value(
    farthing.call('workspace.create', {
      name: 'Log',
      profile: 'personal',
      baseCurrency: 'GBP',
      fiscalStartMonth: 1,
      password: PASSWORD,
    }),
  )
const openAgain = (path: string, password = PASSWORD) => farthing.call('workspace.open', { path, password })
const rows = async (): Promise<LogRow[]> =>
  (await value(farthing.call('security.log', { limit: 1000 }))).rows.toReversed()
const verify = () => value(farthing.call('security.verifyLog', {}))
const file = () => (farthing.app.workspace as OpenWorkspace).path

test('every change has a row of its own in its own transaction, with who and what was called', async () => {
  await create()
  await value(farthing.call('workspace.update', { name: 'Another' }))
  const all = await rows()
  expect(all.map(row => [row.user, row.action])).toEqual([
    ['program', 'workspace.create'],
    // The owner's public key, by which a new data key would be given.
    ['program', 'workspace.create'],
    ['owner', 'workspace.open'],
    ['owner', 'workspace.update'],
  ])
  expect(all[3]).toMatchObject({ sequence: 4, name: 'Owner', detail: { op: 'updateSettings' }, revision: 1 })
})

test('a change that fails leaves no row, and the head moves with every row', async () => {
  await create()
  const before = await value(farthing.call('security.auditHead', {}))
  const { writer } = farthing.app.workspace as OpenWorkspace
  await expect(writer.call('importUndo', { batch: 99 })).rejects.toThrow('no batch')
  expect(await value(farthing.call('security.auditHead', {}))).toEqual(before)
  await value(farthing.call('workspace.update', { name: 'Another' }))
  const after = await value(farthing.call('security.auditHead', {}))
  expect([after.sequence - before.sequence, after.head === before.head]).toEqual([1, false])
})

test('opening, closing, wrong passwords and exports are in the log', async () => {
  await create()
  const path = file()
  await value(farthing.call('ledger.exportCsv', { filters: {} }))
  await value(farthing.call('workspace.close', {}))
  expect((await openAgain(path, 'a wrong password')).ok).toBe(false)
  expect((await openAgain(path, 'another wrong one')).ok).toBe(false)
  await value(openAgain(path))
  const all = await rows()
  expect(all.map(row => row.action)).toEqual([
    'workspace.create',
    'workspace.create',
    'workspace.open',
    'ledger.exportCsv',
    'workspace.close',
    'unlock.failed',
    'workspace.open',
  ])
  expect(all[5]?.detail).toMatchObject({ count: 2 })
  expect(await verify()).toMatchObject({ ok: true, problems: [], alarms: [] })
})

test('the database itself refuses to change or delete a row', async () => {
  await create()
  const { path, key } = farthing.app.workspace as OpenWorkspace
  await farthing.call('workspace.close', {})
  const db = openWritable(path, key)
  expect(() => db.prepare("UPDATE audit_log SET user = 'x'").run()).toThrow('append-only')
  expect(() => db.prepare('DELETE FROM audit_log').run()).toThrow('append-only')
  db.close()
})

test('rows changed behind its back are named', async () => {
  await create()
  for (const name of ['A', 'B', 'C']) await value(farthing.call('workspace.update', { name }))
  const { path, key } = farthing.app.workspace as OpenWorkspace
  await farthing.call('workspace.close', {})
  const db = openWritable(path, key)
  db.exec('DROP TRIGGER audit_log_updated; DROP TRIGGER audit_log_deleted')
  db.exec(
    "UPDATE audit_log SET user = 'somebody' WHERE sequence = 5; DELETE FROM audit_log WHERE sequence = 2",
  )
  db.close()
  await value(openAgain(path))
  expect(await verify()).toMatchObject({
    ok: false,
    problems: [
      { kind: 'missing', from: 2, to: 2 },
      { kind: 'changed', from: 5, to: 5 },
    ],
  })
})

test('a file of yesterday in place of today’s is noticed when it is opened, and until somebody says why', async () => {
  await create()
  const path = file()
  await value(farthing.call('workspace.close', {}))
  copyFileSync(path, `${path}.old`)
  await value(openAgain(path))
  for (const name of ['A', 'B', 'C']) await value(farthing.call('workspace.update', { name }))
  const { sequence } = await value(farthing.call('security.auditHead', {}))
  await value(farthing.call('workspace.close', {}))
  copyFileSync(`${path}.old`, path)
  for (const left of [`${path}-wal`, `${path}-shm`]) if (existsSync(left)) rmSync(left)
  const opened = await openAgain(path)
  expect(opened).toMatchObject({ ok: true })
  const found = await verify()
  expect(found).toMatchObject({ ok: false, problems: [], alarms: [{ sequence: sequence + 1 }] })
  expect(await value(farthing.call('security.acceptAlarms', {}))).toEqual({ accepted: 1 })
  expect(await verify()).toMatchObject({ ok: true, alarms: [] })
})

test('a head that was printed on a report is held against the log', async () => {
  await create()
  const { sequence, head } = await value(farthing.call('security.auditHead', {}))
  const heads = [{ sequence, head: head.slice(0, 16) }]
  expect(await value(farthing.call('security.verifyLog', { heads }))).toMatchObject({ ok: true })
  const wrong = [{ sequence: sequence + 7, head: 'ffffffffffffffff' }]
  expect(await value(farthing.call('security.verifyLog', { heads: wrong }))).toMatchObject({
    ok: false,
    problems: [{ kind: 'rolled-back', from: sequence + 1, to: sequence + 7 }],
  })
})

test('a copy of a workspace has its log, and is not held against the original’s head', async () => {
  await create()
  const copy = `${file()}.copy.farthing`
  await value(farthing.call('workspace.duplicate', { path: copy }))
  for (const name of ['A', 'B']) await value(farthing.call('workspace.update', { name }))
  await value(openAgain(copy))
  expect(await verify()).toMatchObject({ ok: true })
})
