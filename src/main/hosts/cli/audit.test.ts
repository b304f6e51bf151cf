import { existsSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import { inFolder } from './testing.ts'

vi.setConfig({ testTimeout: 180_000 })

const { farthing, path: inside, table, answer } = inFolder()
const audit = async (...args: string[]): Promise<AuditResult> =>
  (await answer('audit', ...args)) as AuditResult

const payments = () =>
  table(
    'vendor,day,invoice,paid',
    'Acme,2024-03-05,INV-1,4800.00',
    '"Bell,',
    'Sons",2024-03-06,INV-2,6e+03',
    'Acme,2024-03-05,INV-1,4800.00',
    'Acme,2024-03-30,INV-5,12.5',
  )

test('duplicates: rows from 1, lines as the file has them, amounts as exact decimals, parameters with the columns', async () => {
  const found = await audit(
    'duplicates',
    '--table',
    payments(),
    '--column',
    'paid',
    '--payee',
    'vendor',
    '--date',
    'day',
  )
  expect(found.exceptions).toEqual([
    {
      rows: [1, 3],
      lines: [2, 5],
      code: 'duplicate-exact',
      values: { payee: 'Acme', times: 2, kinds: 'exact, near' },
      amount: '4800.0',
      statement: '2 payments of Acme look like one (exact, near): 4,800.0 beyond the first.',
    },
  ])
  expect(found.population).toEqual({ rows: 4, sum: '15612.5' })
  expect(found.parameters).toMatchObject({
    days: 7,
    reversalDays: 90,
    'column.amount': 'paid',
    'column.payee': 'vendor',
  })
})

test('gaps, limit, split and round on the same table', async () => {
  const path = payments()
  const gaps = await audit('gaps', '--table', path, '--column', 'invoice', '--date', 'day')
  expect(gaps.gaps?.series).toEqual([
    {
      series: 'INV-#',
      first: 1,
      last: 5,
      rows: 4,
      present: 3,
      missing: 2,
      gaps: 1,
      repeats: 1,
      outOfOrder: 0,
      dense: true,
    },
  ])
  expect(gaps.population.sum).toBeNull()
  const limit = await audit('limit', '--table', path, '--column', 'paid', '--limits', '5000,6100.25')
  expect(limit.limits?.map(one => [one.limit, one.below])).toEqual([
    ['5000.00', 2],
    ['6100.25', 1],
  ])
  const split = await audit(
    ...[
      'split',
      '--table',
      path,
      '--column',
      'paid',
      '--payee',
      'vendor',
      '--date',
      'day',
      '--limit',
      '5000',
    ],
  )
  expect(split.exceptions.map(one => [one.rows, one.amount])).toEqual([[[1, 3], '9600.0']])
  const round = await audit('round', '--table', path, '--column', 'paid', '--multiple-of', '1000')
  expect(round.exceptions.map(one => one.rows)).toEqual([[2]])
})

test('a sample is drawn by its seed, and evaluated once its audit values are there', async () => {
  const lines = Array.from({ length: 200 }, (_, i) => `${(i * 37) % 900}.${10 + (i % 90)}`)
  const plain = table('book,found', ...lines.map(book => `${book},`))
  const asked = ['--table', plain, '--column', 'book', '--materiality', '9000', '--seed', '5']
  const drawn = (await audit('sample', ...asked)).sample
  expect(drawn?.interval).toBe('3004.27')
  expect((await audit('sample', ...asked)).sample).toEqual(drawn)
  const rows = new Set(drawn?.items.map(one => one.row))
  table('book,found', ...lines.map((book, i) => `${book},${rows.has(i + 1) ? book : ''}`))
  const { evaluation } = (await audit('sample', ...asked, '--audit', 'found')).sample ?? {}
  expect(evaluation).toMatchObject({
    missing: 0,
    examined: rows.size,
    projected: 0,
    conclusion: 'acceptable',
  })
  // Nothing found: the factor for none × interval is the materiality, but for the part of a cent that the interval lost.
  expect(evaluation?.upper).toBeCloseTo(9000, 1)
})

test('benford says too few of a handful, digit by digit and sign by sign', async () => {
  const found = await audit('benford', '--table', payments(), '--column', 'paid', '--digits', 'first,second')
  expect(found.benford?.map(one => [one.digits, one.sign, one.n, one.verdict])).toEqual([
    ['first', 'positive', 4, 'too-few'],
    ['second', 'positive', 4, 'too-few'],
    ['first', 'negative', 0, 'too-few'],
    ['second', 'negative', 0, 'too-few'],
  ])
})

test.each([
  [['split', '--column', 'paid', '--limit', '5'], 1, 'needs to know which column is the payee and the date'],
  [['benford', '--column', 'vendor'], 1, 'line 2, column “vendor”: “Acme” is not an amount'],
  [['gaps', '--column', 'invoice', '--date', 'paid'], 1, 'is not a date'],
  [['limit', '--column', 'paid'], 2, '--limits of audit limit'],
  [['round', '--column', 'paid', '--days', '3'], 2, '--days does not go with audit round'],
  [['magic', '--column', 'paid'], 2, 'audit takes one of benford'],
  [['benford', '--column', 'nothing'], 1, 'has no column “nothing”'],
])('audit %j fails with a sentence', async (args, code, sentence) => {
  const failed = await farthing('audit', ...args, '--table', payments())
  expect(failed.code).toBe(code)
  expect(failed.err).toContain(sentence)
})

test('places: amounts are rounded half away from nought and counted; without them the cell that is to blame is named', async () => {
  const path = table('paid', '100.005', '-2.0049', '1.1234567890123', '7')
  const found = await audit('stratify', '--table', path, '--column', 'paid', '--places', '2')
  expect(found.population).toEqual({ rows: 4, sum: '106.13', rounded: 3 })
  const failed = await farthing('audit', 'stratify', '--table', path, '--column', 'paid')
  expect(failed.code).toBe(1)
  expect(failed.err).toContain('line 4, column “paid”: “1.1234567890123”')
  expect(failed.err).toContain('3 cells of the column have more than 2')
})

const ALLOWANCES = '../shared/data/ledger/jfa_allowances.csv'

// Oracle: Python's decimal, the sum of the book values rounded half up of jfa's allowances, whose cells have up to 13 decimals.
test.skipIf(!existsSync(ALLOWANCES))('jfa’s allowances are sampled and evaluated at two places', async () => {
  const asked = [
    'sample',
    '--table',
    ALLOWANCES,
    '--column',
    'bookValue',
    '--audit',
    'auditValue',
    '--places',
    '2',
  ]
  const found = await audit(...asked, '--materiality', '1000000')
  expect(found.population).toMatchObject({ rows: 4076, sum: '16772248.95' })
  expect(found.sample?.evaluation?.examined).toBeGreaterThan(0)
})

test('weekend: holidays of a country, and an address book of employees for match', async () => {
  const path = table(
    'payee,day,paid',
    'Bell,2024-12-25,10.00',
    'Anna Bauer,2024-12-24,20.00',
    'Bell,2024-12-28,30.00',
  )
  const found = await audit(
    'weekend',
    '--table',
    path,
    '--column',
    'paid',
    '--date',
    'day',
    '--country',
    'GB',
  )
  expect(found.exceptions.map(one => [one.lines, one.code, one.amount])).toEqual([
    [[4], 'weekend', '30'],
    [[2], 'holiday', '10'],
  ])
  const people = inside('people.csv')
  writeFileSync(people, 'name,bank\nBauer Anna,\n')
  const matched = await audit(
    'match',
    '--table',
    path,
    '--column',
    'paid',
    '--payee',
    'payee',
    '--employees',
    people,
  )
  expect(matched.exceptions.map(one => [one.lines, one.code])).toEqual([[[3], 'employee-name']])
  expect(matched.parameters).toMatchObject({ employees: 1, fuzzy: true })
})

test('a workspace’s workpaper from the first run to the sign-off', async () => {
  const books = inside('books.farthing')
  const on = (...args: string[]) => farthing(...args, '--workspace', books)
  const rows = ['2024-03-02,Acme,Manual adjustment,10.00', '2024-03-05,Bell,Invoice,20.00']
  const file = table('Date,Payee,Description,Amount', ...rows)
  expect((await on('create', '--profile', 'ledger', '--currency', 'EUR')).err).toBe('')
  expect((await on('import', file, '--profile', 'ledger')).err).toBe('')
  const found = await audit('weekend', '--workspace', books)
  expect(found.exceptions.map(one => [one.code, one.amount, one.entries?.length])).toEqual([
    ['weekend', '10.00', 1],
  ])
  const kept = await on('audit', 'keywords', '--record', '--title', 'Words', '--by', 'Ann')
  expect(kept.out).toContain('Workpaper 1: 1 exceptions, 1 kept.')
  const judged = ['--run', '1', '--exceptions', 'all', '--verdict', 'cleared', '--by', 'Ann']
  expect((await on('audit', 'verdict', ...judged)).out).toContain('1 judged; 0 open.')
  await on('audit', 'conclude', '--run', '1', '--conclusion', 'Nothing to report', '--by', 'Ann')
  expect((await on('audit', 'sign', '--run', '1', '--by', 'Eve')).out).toContain('Signed by Eve')
  const shown = await on('audit', 'show', '--run', '1')
  expect(shown.out).toContain('Conclusion: Nothing to report.')
  expect(shown.out).toMatch(/1 +cleared +“Manual adjustment” has/)
  expect((await on('audit', 'runs', '--json')).out).toContain('"signedBy":"Eve (Owner)"')
})

test('credits are sampled as debits are, with the signs that they are booked with', async () => {
  const drawn = async (sign: string, rows: string[]) =>
    audit(
      'sample',
      '--table',
      table('booked,seen', ...rows),
      '--column',
      'booked',
      '--audit',
      'seen',
      '--materiality',
      '90',
      '--sign',
      sign,
    )
  const rows = ['100,80', '40,40', '30,30', '-7,-7']
  const debits = await drawn('positive', rows)
  const credits = await drawn(
    'negative',
    rows.map(row =>
      row.replace(
        /(^|,)(-?)(\d)/g,
        (_, comma: string, minus: string, digit: string) => `${comma}${minus ? '' : '-'}${digit}`,
      ),
    ),
  )
  expect(credits.sample?.items.map(one => one.book)).toEqual(debits.sample?.items.map(one => `-${one.book}`))
  expect(credits.sample?.top).toEqual({ ...debits.sample?.top, sum: `-${debits.sample?.top.sum}` })
  const { misstatements: of, ...figures } = debits.sample?.evaluation ?? { misstatements: [] }
  expect(credits.sample?.evaluation).toMatchObject(figures)
  expect(credits.sample?.evaluation?.misstatements).toMatchObject([
    { book: '-100', audit: '-80', taint: of[0]?.taint },
  ])
})

test('a table as people export it: other styles, a blank amount, columns called like the fields', async () => {
  const path = table(
    'Payee,Amount,Date',
    'Acme,"1,200.50",31/12/2024',
    'Beta,,05/01/2025',
    'Acme,"1,200.50",31/12/2024',
    'Gamma,(3.00),06/01/2025',
  )
  const found = await audit('duplicates', '--table', path)
  expect(found.population).toEqual({ rows: 3, sum: '2398.0', blank: 1 })
  // Rows keep their own numbers beside the one that is left out.
  expect(found.exceptions.map(one => [one.rows, one.lines, one.amount])).toEqual([[[1, 3], [2, 4], '1200.5']])
})
