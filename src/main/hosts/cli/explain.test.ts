import { expect, test, vi } from 'vitest'
import type { TableExplanation } from '../../../shared/contract/root-cause.ts'
import { readSpan } from './commands/explain.ts'
import { inFolder } from './testing.ts'

vi.setConfig({ testTimeout: 180_000 })

const { farthing, path: inside, table: tableOf } = inFolder()
const table = (lines: string[]): string => tableOf(...lines)

const asked = ['--measure', 'amount', '--by', 'product,region', '--period', 'day']

test('a table: amounts as exact decimals with the places of the file, residual nil, rows of other periods ignored', async () => {
  const path = table([
    'day,region,product,qty,amount',
    '2024-01-03,N,a,10,100.00',
    '2024-01-31,S,b,5,0.1',
    '2024-02-01,N,a,10,120.005',
    '2024-02-29,S,c,5,0.2',
    '2024-03-01,S,c,5,999.00',
  ])
  const run = await farthing(
    'explain',
    '--table',
    path,
    ...asked,
    '--from',
    '2024-01',
    '--to',
    '2024-02',
    '--quantity',
    'qty',
    '--json',
  )
  expect([run.code, run.err]).toEqual([0, ''])
  const answer = JSON.parse(run.out) as TableExplanation
  expect(answer).toMatchObject({
    from: '2024-01',
    to: '2024-02',
    before: '100.100',
    after: '120.205',
    delta: '20.105',
    residual: '0',
    rows: { before: 2, after: 2, ignored: 1 },
  })
  expect(answer.dimensions[0]?.members.map(m => [m.key, m.delta, m.kind])).toEqual([
    ['a', '20.005', 'changed'],
    ['c', '0.200', 'new'],
    ['b', '-0.100', 'lost'],
  ])
  expect(answer.priceVolumeMix).toMatchObject({ dimension: 'product', price: '20.005', volume: '0.000' })
  expect(
    (await farthing('explain', '--table', path, ...asked, '--from', '2024-01', '--to', '2024-02')).out,
  ).toContain('change: 20.105')
})

test('a period may be any text, and one that is not there is named with those that are', async () => {
  const path = table(['day,region,product,amount', 'Budget,N,a,10', 'Actual,N,a,12'])
  const run = await farthing(
    'explain',
    '--table',
    path,
    ...asked,
    '--from',
    'Budget',
    '--to',
    'Actual',
    '--json',
  )
  expect(JSON.parse(run.out)).toMatchObject({ before: '10', after: '12', delta: '2', residual: '0' })
  const wrong = await farthing(
    'explain',
    '--table',
    path,
    ...asked,
    '--from',
    'Plan',
    '--to',
    'Actual',
    '--json',
  )
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('Actual, Budget')
})

test('a cell that is no amount is named by line and column, a column that is not there by its name', async () => {
  const path = table(['day,region,product,amount', 'A,N,a,10', 'B,N,a,"1,2"'])
  const run = await farthing('explain', '--table', path, ...asked, '--from', 'A', '--to', 'B')
  expect(run).toMatchObject({ code: 1, out: '' })
  expect(run.err).toContain('line 3, column “amount”')
  const unknown = await farthing(
    'explain',
    '--table',
    path,
    '--measure',
    'sum',
    '--by',
    'product',
    '--period',
    'day',
    '--from',
    'A',
    '--to',
    'B',
  )
  expect(unknown.err).toContain('no column “sum”')
  expect(
    (await farthing('explain', '--table', inside('none.csv'), ...asked, '--from', 'A', '--to', 'B')).code,
  ).toBe(1)
  expect((await farthing('explain', ...asked, '--from', 'A', '--to', 'B')).code).toBe(2)
})

test('on a workspace: two periods, by its own dimensions, in its currency', async () => {
  const workspace = inside('books.farthing')
  await farthing('create', '--workspace', workspace, '--profile', 'personal', '--currency', 'GBP')
  const path = table([
    'Date,Payee,Category,Amount',
    '2025-01-03,Rail,Travel,-120.50',
    '2025-01-20,Bakery,Food,-80.00',
    '2025-02-03,Rail,Travel,-220.50',
    '2025-02-05,Bakery,Food,-80.00',
  ])
  await farthing('import', path, '--workspace', workspace)
  const on = ['explain', '--workspace', workspace, '--json']
  const run = await farthing(...on, '--from-period', '2025-01', '--to-period', '2025-02', '--by', 'category')
  expect([run.code, run.err]).toEqual([0, ''])
  expect(JSON.parse(run.out)).toMatchObject({
    from: '2025-01-01..2025-01-31',
    to: '2025-02-01..2025-02-28',
    currency: 'GBP',
    before: '200.50',
    after: '300.50',
    delta: '100.00',
    residual: '0',
    dimensions: [
      {
        dimension: 'category',
        members: [
          { key: 'Travel', delta: '100.00', kind: 'changed' },
          { key: 'Food', delta: '0.00' },
        ],
      },
    ],
  })
  const filtered = await farthing(
    ...on,
    '--from',
    '2025-01-01..2025-01-10',
    '--to',
    '2025-02',
    '--where',
    'category=Travel',
  )
  expect(JSON.parse(filtered.out)).toMatchObject({ before: '120.50', after: '220.50' })
})

test('profile and breakdown of a workspace: exact decimals, rows and rest sum to the total', async () => {
  const workspace = inside('books.farthing')
  await farthing('create', '--workspace', workspace, '--profile', 'personal', '--currency', 'GBP')
  const path = table([
    'Date,Payee,Category,Amount',
    '2025-01-03,Rail,Travel,-120.50',
    '2025-01-20,Bakery,Food,-80.00',
    '2025-02-05,,Food,-0.10',
  ])
  await farthing('import', path, '--workspace', workspace)
  const profile = await farthing('profile', '--workspace', workspace, '--json')
  expect([profile.code, profile.err]).toEqual([0, ''])
  const found = JSON.parse(profile.out) as { numbers: object; columns: { id: string; missing: number }[] }
  expect(found.numbers).toMatchObject({ count: 3, total: '-200.60', median: '-80.00', min: '-120.50' })
  expect(found.columns.find(c => c.id === 'payee')?.missing).toBe(1)
  const breakdown = await farthing(
    'breakdown',
    '--workspace',
    workspace,
    '--by',
    'category',
    '--top',
    '1',
    '--json',
  )
  expect(JSON.parse(breakdown.out)).toMatchObject({
    rows: [{ key: 'Travel', sum: '-120.50', count: 1 }],
    rest: { members: 1, sum: '-80.10', count: 2 },
    total: { sum: '-200.60', count: 3 },
  })
  expect((await farthing('breakdown', '--workspace', workspace)).code).toBe(2)
})

test('spans are read as people write them', () => {
  expect(readSpan('2024')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  expect(readSpan('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(readSpan('2024-02-29')).toEqual({ from: '2024-02-29', to: '2024-02-29' })
  expect(readSpan('2024-01-01..2024-03-31')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  for (const wrong of ['2024-13', '2023-02-29', '24', '2024-03-31..2024-01-01', ''])
    expect(readSpan(wrong)).toBeUndefined()
})
