import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  mkdirSync(farthing.folder, { recursive: true })
  await call('workspace.create', { name: 'C', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 })
  const lines = [
    'posting_date,general_ledger_account_number,value,currency_key,cost_center_id,directorate',
    '2025-04-10,0000007010,10.00,GBP,1200,',
    '2025-04-11,0000007010,20.00,GBP,1300,Digital',
    '2025-04-12,9999,5.00,GBP,1200,',
  ]
  await call('import.commit', { token: file('gl.csv', `${lines.join('\n')}\n`), profile: 'ledger' })
})
afterAll(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

function file(name: string, content: string): string {
  const path = join(farthing.folder, name)
  writeFileSync(path, content)
  return farthing.app.files.add(path, name, content.length, false).token
}

const by = async (dimension: string) => {
  const { rows } = await call('explore.query', {
    query: { measures: [{ op: 'sum' }], groupBy: [{ dimension }] },
  })
  return Object.fromEntries(rows) as Record<string, number>
}

test('a chart gives accounts their type, levels and name, and says what did not match', async () => {
  const chart =
    'account,name,type,level_1,level_2\n7010,Salaries,expense,Result,Staff\n5010,Rent,revenue,Result,Turnover\n'
  const found = await call('reference.previewChart', { token: file('coa.csv', chart) })
  expect(found).toMatchObject({ about: 'account', rows: 2, matched: 1, unmatched: ['9999'], unused: 1 })
  expect(await by('account_type')).not.toHaveProperty('expense')
  const done = await call('reference.importChart', { token: file('coa.csv', chart) })
  expect(done).toMatchObject({ changedMembers: 1, changedEntries: 0 })
  expect((await by('account_type'))['expense']).toBe(30_00)
  expect((await by('account_level_2'))['Staff']).toBe(30_00)
  expect(await call('reference.importChart', { token: file('coa.csv', chart) })).toMatchObject({
    changedMembers: 0,
  })
})

test('places of cost centres fill what entries leave open, and the step can be taken back', async () => {
  const places = 'cost_center_id,directorate,region\n1200,Resources,North\n1300,Other,South\n'
  const done = await call('reference.importChart', { token: file('cc.csv', places) })
  expect(done).toMatchObject({ about: 'cost_centre', matched: 2, changedEntries: 3 })
  expect(await by('directorate')).toEqual({ Resources: 15_00, Digital: 20_00 })
  expect(await by('region')).toEqual({ North: 15_00, South: 20_00 })
  await call('ledger.undo', {})
  expect(await by('directorate')).toEqual({ '': 15_00, Digital: 20_00 })
})

test('accounts are listed with their type and levels, and what still lacks them is counted', async () => {
  const found = await call('reference.accounts', {})
  expect(found).toMatchObject({ total: 2, typed: 1, placed: 1 })
  expect(found.rows[0]).toMatchObject({ key: '0000007010', name: 'Salaries', type: 'expense', entries: 2 })
  expect(found.rows[0]?.levels.slice(0, 3)).toEqual(['Result', 'Staff', ''])
})

test('an index is kept, replaced by a later file, and tells sums at the prices of its last month', async () => {
  const cpi = file('cpi.csv', 'Date,CPI\n2025-03-01,100\n2025-04-01,102.5\n')
  expect(await call('reference.previewIndicators', { token: cpi })).toMatchObject({
    series: [{ name: 'CPI', values: 2, known: false }],
  })
  expect(await call('reference.importIndicators', { token: cpi })).toMatchObject({ added: 1, replaced: 0 })
  const later = file('cpi.csv', 'Date,CPI\n2025-04-01,102\n2025-06-01,103\n')
  expect(await call('reference.importIndicators', { token: later })).toMatchObject({ added: 0, replaced: 1 })
  const [one] = await call('reference.indicators', {})
  expect(one).toMatchObject({ name: 'CPI', values: 3, from: '2025-03-01', to: '2025-06-01', latest: '103' })
  const june = file(
    'june.csv',
    'posting_date,general_ledger_account_number,value,currency_key\n2025-06-02,9999,7.00,GBP\n',
  )
  await call('import.commit', { token: june, profile: 'ledger' })
  const id = one?.id ?? 0
  const found = await call('reference.prices', { indicator: id })
  // 35.00 × 103 ÷ 102
  expect(found).toMatchObject({
    month: '2025-06',
    without: 0,
    months: [
      { month: '2025-04', nominal: 35_00, real: 35_34, index: '102' },
      { month: '2025-06', nominal: 7_00, real: 7_00, index: '103' },
    ],
  })
  await call('reference.renameIndicator', { id, name: 'Prices' })
  expect((await call('reference.indicator', { id })).points).toHaveLength(3)
  await call('reference.removeIndicator', { id })
  expect(await call('reference.indicators', {})).toEqual([])
})
