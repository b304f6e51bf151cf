import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
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

const CSV = `Date,Payee,Amount
2024-03-01,Rewe,-12.50
2024-03-02,Landlord,-900.00
2024-03-03,Employer,2100.00
2024-03-04,Cinema,-18.00
`

async function load(): Promise<Output<'import.commit'>> {
  const path = join(folder, 'bank.csv')
  writeFileSync(path, CSV)
  const { token } = farthing.app.files.add(path, 'bank.csv', statSync(path).size, false)
  return call('import.commit', { token })
}
const sum = async (): Promise<unknown> => (await call('ledger.page', {})).sum
const idOf = async (payee: string): Promise<number> => {
  const { rows } = await call('ledger.page', { filters: { members: { payee: [payee] } } })
  return rows[0]?.id as number
}

test('a file that comes again adds nothing, though its entries were edited, split and deleted since', async () => {
  await call('rules.save', { rule: { name: 'Food', conditions: [{ field: 'payee', op: 'contains', value: 'rewe' }], actions: [{ do: 'set', field: 'category', value: 'Food' }] } }) // prettier-ignore
  expect((await load()).counts).toMatchObject({ read: 4, loaded: 4 })
  expect((await call('ledger.entry', { id: await idOf('Rewe') })).members).toMatchObject({ category: 'Food' })
  await call('ledger.edit', { entries: { ids: [await idOf('Rewe')] }, set: { members: { payee: 'REWE City' }, note: 'x', addTags: ['t'] } }) // prettier-ignore
  await call('ledger.split', {
    id: await idOf('Landlord'),
    parts: [{ amount: -60_000 }, { amount: -30_000 }],
  })
  const before = await sum()
  await call('ledger.remove', { entries: { ids: [await idOf('Cinema')] } })

  expect((await load()).counts).toMatchObject({ read: 4, loaded: 0, duplicate: 4 })
  expect(await sum()).toBe(Number(before) + 1800)
  expect(await call('workspace.verify', {})).toMatchObject({ ok: true })

  // Whole again by undo, in order; the import with its rule last.
  for (let i = 0; i < 4; i += 1) await call('ledger.undo', {})
  expect((await call('ledger.page', {})).total).toBe(0)
  for (let i = 0; i < 4; i += 1) await call('ledger.redo', {})
  expect(await sum()).toBe(Number(before) + 1800)
  expect(await call('workspace.verify', {})).toMatchObject({ ok: true })
})

test('an import that is undone takes its parts and deleted entries along, and brings them back as they were', async () => {
  const { id: batch } = await load()
  await call('ledger.split', {
    id: await idOf('Landlord'),
    parts: [{ amount: -60_000 }, { amount: -30_000 }],
  })
  await call('ledger.remove', { entries: { ids: [await idOf('Cinema')] } })
  const before = await call('ledger.page', {})
  await call('import.undo', { batch })
  expect((await call('ledger.page', {})).total).toBe(0)
  expect(await call('workspace.verify', {})).toMatchObject({ ok: true })
  const { rows } = await call('ledger.trash', {})
  expect(rows).toMatchObject([{ batchUndone: true }])
  expect(await farthing.call('ledger.restoreEntries', { ids: rows.map(row => row.id) })).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/belongs to import \d+, which is undone/) },
  })
  await call('import.restore', { batch })
  expect(await call('ledger.page', {})).toEqual(before)
  expect(await call('workspace.verify', {})).toMatchObject({ ok: true })
})
