import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  mkdirSync(farthing.folder, { recursive: true })
  await call('workspace.create', { name: 'B', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 })
  const extract = [
    'posting_date,general_ledger_account_number,general_ledger_account_name,account_type,value,debit_credit_ind,currency_key,cost_center_id,cost_center_name',
    '2025-04-10,7010,Salaries,expense,1200.00,S,GBP,1200,Finance',
    '2025-05-10,7010,Salaries,expense,900.00,S,GBP,1200,Finance',
    '2025-04-20,5010,Rent,revenue,5000.00,H,GBP,5150,Income',
    '2025-04-20,1010,Bank,asset,2900.00,S,GBP,,',
  ]
  await call('import.commit', { token: file('gl.csv', `${extract.join('\n')}\n`), profile: 'ledger' })
})
afterAll(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

function file(name: string, content: string | Uint8Array): string {
  const path = join(farthing.folder, name)
  writeFileSync(path, content)
  return farthing.app.files.add(path, name, content.length, false).token
}

test('a wide budget, accounts by code and by name: revenue is turned to a credit, and every entry leads back to its cell', async () => {
  const token = file(
    'wide.csv',
    'Account,Cost centre,Apr,May,Total\n7010 Salaries,1200,1000,1000.50,2000.50\nrent,5150,5500,0,5500\n9999,1200,7,,7\nTotal,,6507,1000.50,7507.50\n',
  )
  const found = await call('budget.importFile', { token, scenario: 'Budget 2025' })
  expect(found).toMatchObject({
    figures: 5,
    total: '7507.50',
    loaded: 4,
    rejected: 0,
    matched: 2,
    unmatched: ['9999'],
  })
  expect(found.controls.map(c => c.agrees)).toEqual([true, true])
  const variance = await call('budget.variance', { scenario: 'Budget 2025' })
  expect(variance.lines.map(l => [l.members[0]?.key, l.actual, l.budget, l.judgement])).toEqual([
    ['5010', -5000_00, -5500_00, 'adverse'],
    ['7010', 2100_00, 2000_50, 'adverse'],
    ['9999', 0, 7_00, 'favourable'],
  ])
  expect(variance.capital.actual).toBe(0)
  const { rows } = await call('ledger.page', {
    filters: { members: { scenario: ['Budget 2025'], account: ['5010'] } },
    offset: 0,
    limit: 10,
  })
  const entry = await call('ledger.entry', { id: rows[0]!.id })
  expect(entry.fields.filter(f => f.label.startsWith('Source')).map(f => f.value)).toEqual([
    'wide.csv',
    '3',
    'C',
  ])
})

test('the same file again brings nothing; as another scenario it does', async () => {
  const token = file('again.csv', 'Account,2025-06\n7010,10\n')
  expect(await call('budget.importFile', { token, scenario: 'Q1' })).toMatchObject({
    loaded: 1,
    duplicate: 0,
  })
  expect(await call('budget.importFile', { token, scenario: 'Q1' })).toMatchObject({
    loaded: 0,
    duplicate: 1,
  })
  expect(await call('budget.importFile', { token, scenario: 'Q2' })).toMatchObject({
    loaded: 1,
    duplicate: 0,
  })
})

test('a workbook: its sheets, its floats, a preview that loads nothing', async () => {
  const book = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['nothing here']] },
      {
        name: 'Plan',
        rows: [
          ['Account', 'Jan 2026', 'Feb 2026'],
          ['7010', 0.1 + 0.2, 12.5],
        ],
      },
    ],
  })
  const token = file('plan.xlsx', book)
  const before = await call('budget.scenarios', {})
  const found = await call('budget.previewFile', { token, scenario: 'X', sheet: 'Plan' })
  expect(found).toMatchObject({ sheets: ['Notes', 'Plan'], sheet: 'Plan', total: '12.80', figures: 2 })
  expect(await call('budget.scenarios', {})).toEqual(before)
  const reply = await farthing.call('budget.previewFile', { token, sheet: 'Plans' })
  expect(reply.ok || reply.failure.message).toContain('it has Notes, Plan')
})

test('months without a year, and what is no budget, are refused in words', async () => {
  const refused = async (text: string) => {
    const reply = await farthing.call('budget.previewFile', { token: file('r.csv', text) })
    return reply.ok ? '' : reply.failure.message
  }
  expect(await refused('Account,Jan,Feb\n1,2,3\n')).toContain('row 2, column B: No year')
  expect(await refused('a,b\n1,2\n')).toContain('no budget that could be read')
})

test('a table without a header is read by a column and a year', async () => {
  const token = file('plain.csv', '"7010 - Salaries","2400","2500"\n"6000 - Travel","12",""\n')
  const refused = await farthing.call('budget.previewFile', { token })
  expect(refused.ok || refused.failure.message).toContain('--amount B --year 2026')
  const found = await call('budget.previewFile', { token, scenario: 'Revised', amount: 'C', year: 2025 })
  expect(found).toMatchObject({ figures: 1, total: '2500.00', matched: 1, problems: [], from: '2025-04-01' })
})

const PHILADELPHIA = new URL(
  '../../../../../shared/data/budget/phl_obligation_history_fy15act_fy16est_fy17bud.xlsx',
  import.meta.url,
).pathname

test.skipIf(!existsSync(PHILADELPHIA))(
  'Philadelphia’s obligation history: blocks, headers of four rows; 4,167,755,000 as its own last line says',
  async () => {
    const { token } = farthing.app.files.add(PHILADELPHIA, 'phl.xlsx', statSync(PHILADELPHIA).size, false)
    const found = await call('budget.previewFile', { token })
    expect(found.total).toBe('4167755000.00')
    expect(found.controls.every(c => c.agrees)).toBe(true)
    expect(found.controls.length).toBeGreaterThan(50)
  },
)
