import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { requireWorkspace } from '../../app.ts'
import { openWritable } from '../../db/open-database.ts'
import { createTestApp, type TestApp } from '../../testing.ts'

let farthing: TestApp
let folder: string
beforeEach(async () => {
  farthing = createTestApp()
  folder = farthing.app.paths.temp
  await call('workspace.create', { name: 'W', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1, password: 'correct horse battery' }) // prettier-ignore
})
afterEach(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

const CSV = `Date,Payee,Description,Amount
2024-03-01,Rewe,groceries,-12.50
2024-03-02,Landlord,rent of March,-900.00
2024-03-03,Employer,salary,2100.00
2024-03-04,Cinema,canaryword seats,-18.00
`

async function load(): Promise<Output<'import.commit'>> {
  return call('import.commit', { token: tokenOf('bank.csv', CSV) })
}
function tokenOf(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return farthing.app.files.add(path, name, statSync(path).size, false).token
}
const sum = async (): Promise<unknown> => (await call('ledger.page', {})).sum
const idOf = async (payee: string): Promise<number> => {
  const { rows } = await call('ledger.page', { filters: { members: { payee: [payee] } } })
  return rows[0]?.id as number
}
const remove = (...ids: number[]) => call('ledger.remove', { entries: { ids } })
const agrees = async (): Promise<void> => {
  const { checks } = await call('workspace.verify', {})
  expect(checks.filter(check => !check.ok)).toEqual([])
  expect((await call('quality.reconcile', {})).disagreements.filter(one => one.severity === 'error')).toEqual(
    [],
  )
}

test('what is purged is nowhere in the file any more, and does not come back with its file', async () => {
  const { id: batch } = await load()
  const cinema = await idOf('Cinema')
  await call('ledger.edit', { entries: { ids: [cinema] }, set: { note: 'canarynote' } })
  await call('ledger.attach', { entry: cinema, token: tokenOf('canaryfile.pdf', 'canaryreceipt') })
  expect((await call('ledger.page', { filters: { text: 'canaryword' } })).total).toBe(1)
  // A split that was taken back leaves parts with the same texts behind.
  await call('ledger.split', { id: cinema, parts: [{ amount: -1000, note: 'canarypart' }, { amount: -800 }] })
  await call('ledger.join', { id: cinema })
  expect((await load()).counts).toMatchObject({ loaded: 0, duplicate: 4 })
  const before = Number(await sum())
  await remove(cinema)
  expect(decrypted()).toContain('canary')
  expect(await call('ledger.purge', { entries: { olderThan: 30 } })).toEqual({ entries: 0, files: 0 })
  expect((await call('ledger.trash', { olderThan: 30 })).total).toBe(0)
  expect(await call('ledger.purge', { entries: { ids: [cinema, 1, 999] }, files: true })).toEqual({
    entries: 1,
    files: 1,
  })

  const file = decrypted()
  expect(file).toContain('landlord')
  expect(file).not.toContain('canary')
  expect((await call('ledger.trash', {})).total).toBe(0)
  expect(await sum()).toBe(before + 1800)
  await agrees()
  expect((await load()).counts).toMatchObject({ loaded: 0, duplicate: 4 })
  // Nor when its import is undone and the file comes anew: whoever purged it did so for good.
  await call('import.undo', { batch })
  await agrees()
  await call('import.restore', { batch })
  expect(await sum()).toBe(before + 1800)
  await agrees()
  await call('import.undo', { batch })
  expect((await load()).counts).toMatchObject({ loaded: 3, duplicate: 1 })
})

/** The whole file, free pages and all, with what its log held. */
function decrypted(): string {
  const { path, key } = requireWorkspace({ app: farthing.app } as never)
  const dump = join(folder, 'dump.farthing')
  copyFileSync(path, dump)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${dump}-wal`)
  const db = openWritable(dump, key)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('journal_mode = DELETE')
  db.pragma("rekey = ''")
  db.close()
  return readFileSync(dump).toString('latin1').toLowerCase()
}

test('undo takes back what is left of a step, and says of the others that it cannot', async () => {
  await load()
  const [rewe, cinema, landlord] = [await idOf('Rewe'), await idOf('Cinema'), await idOf('Landlord')]
  await call('ledger.edit', { entries: { ids: [rewe, cinema] }, set: { addTags: ['x'] } })
  await remove(rewe, cinema)
  await remove(landlord)
  await call('ledger.purge', { entries: { ids: [cinema, landlord] } })
  const { changes, undo } = await call('ledger.history', {})
  expect(changes.map(change => [change.kind, change.state, change.entries])).toEqual([
    ['purge', 'closed', 2],
    ['delete', 'closed', 1],
    ['delete', 'done', 1],
    ['edit', 'done', 1],
    ['import', 'done', 4],
  ])
  expect(undo).toMatchObject({ kind: 'delete', entries: 1 })
  await call('ledger.undo', {})
  expect((await call('ledger.page', {})).total).toBe(2)
  await call('ledger.undo', {})
  await call('ledger.redo', {})
  await call('ledger.redo', {})
  expect((await call('ledger.page', {})).total).toBe(1)
  await agrees()
  expect(await farthing.call('ledger.restoreEntries', { ids: [cinema] })).toMatchObject({
    value: { change: null },
  })
})

test('a purged part of a split stays away, whether the split is taken back or done again', async () => {
  await load()
  const landlord = await idOf('Landlord')
  const whole = Number(await sum())
  const { parts } = await call('ledger.split', {
    id: landlord,
    parts: [{ amount: -60_000 }, { amount: -30_000 }],
  })
  await remove(parts[1] as number)
  await call('ledger.purge', { entries: { olderThan: 0 } })
  expect(await sum()).toBe(whole + 30_000)
  await agrees()
  await call('ledger.undo', {})
  expect(await sum()).toBe(whole)
  await agrees()
  await call('ledger.redo', {})
  expect(await sum()).toBe(whole + 30_000)
  await agrees()
  await call('ledger.join', { id: landlord })
  expect(await sum()).toBe(whole)
  await agrees()
  await call('ledger.split', { id: landlord, parts: [{ amount: -1 }, { amount: -89_999 }] })
  expect(await sum()).toBe(whole)
  await agrees()
})
