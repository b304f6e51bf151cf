import { expect, test } from 'vitest'
import { parseIsoDate } from '../../../../shared/calendar/day.ts'
import type { Expectation, TextField } from '../../../../shared/contract/quality.ts'
import { checkOf } from './index.ts'
import type { CheckColumns, Outcome } from './types.ts'

interface Row {
  day?: string
  amount?: number
  base?: number
  texts?: Partial<Record<TextField, string>>
  members?: Record<string, string>
}

const day = (text: string): number => parseIsoDate(text) as number

function columnsOf(rows: readonly Row[], dimensions: readonly string[]): CheckColumns {
  return {
    count: rows.length,
    days: Int32Array.from(rows, row => day(row.day ?? '2024-06-30')),
    amounts: Float64Array.from(rows, row => row.amount ?? 0),
    baseAmounts: Float64Array.from(rows, row => row.base ?? row.amount ?? 0),
    dimensions: Object.fromEntries(
      dimensions.map(id => {
        const keys = ['', ...new Set(rows.map(row => row.members?.[id] ?? '').filter(key => key !== ''))]
        return [id, { codes: Int32Array.from(rows, row => keys.indexOf(row.members?.[id] ?? '')), keys }]
      }),
    ),
    archivedCategories: new Set([2]),
    today: day('2024-07-31'),
    fiscal: 4,
  }
}

/** Runs a check in blocks of two, as the program does in larger ones. */
function run(expects: Expectation, rows: readonly Row[]): Outcome {
  const check = checkOf(expects)
  check.start(columnsOf(rows, check.dimensions))
  for (let pass = 1; pass <= check.passes; pass += 1) {
    if (pass > 1) check.again?.()
    for (let from = 0; from < rows.length; from += 2) {
      const block = rows.slice(from, from + 2)
      check.block(
        from,
        from + block.length,
        check.texts.map(field => block.map(row => row.texts?.[field] ?? '')),
      )
    }
  }
  return check.end()
}

test('not null: blanks are nothing, and an entry without a rate has no base amount', () => {
  const rows = [{ texts: { description: 'Rent' } }, { texts: { description: ' \t' } }, {}]
  expect(run({ kind: 'not-null', field: 'description' }, rows)).toMatchObject({ checked: 3, rows: [1, 2] })
  const accounts = [{ members: { account: '4711' } }, {}]
  expect(run({ kind: 'not-null', field: 'account' }, accounts)).toMatchObject({ checked: 2, rows: [1] })
  const rates = [{ amount: 0 }, { amount: 5, base: Number.NaN }]
  expect(run({ kind: 'not-null', field: 'base_amount' }, rates)).toMatchObject({ failed: 1, rows: [1] })
})

test('unique: all entries of a group of equals fail, and those with nothing to compare are not compared', () => {
  const rows: Row[] = [
    { amount: 5, texts: { reference: 'A1' } },
    { amount: 5, texts: { reference: 'A2' } },
    { amount: 5 },
    { amount: 5, texts: { reference: 'A1' } },
    { amount: 6, texts: { reference: 'A1' } },
    { amount: 5 },
    { amount: 5, texts: { reference: 'A1' } },
  ]
  expect(run({ kind: 'unique', fields: ['amount', 'reference'] }, rows)).toMatchObject({
    checked: 5,
    failed: 3,
    rows: [0, 3, 6],
  })
  // The values of the fields do not run into each other.
  const near: Row[] = [{ members: { account: '1', payee: '23' } }, { members: { account: '12', payee: '3' } }]
  expect(run({ kind: 'unique', fields: ['account', 'payee'] }, near).rows).toEqual([])
})

test('between: both bounds are good, by size where asked, and what has no rate is not checked', () => {
  const rows = [-500, -100, 0, 100, 101, Number.NaN].map(base => ({ base }))
  expect(run({ kind: 'between', min: -100, max: 100, absolute: false }, rows)).toMatchObject({
    checked: 5,
    rows: [0, 4],
  })
  expect(run({ kind: 'between', max: 100, absolute: true }, rows)).toMatchObject({ rows: [0, 4] })
  expect(run({ kind: 'between', min: 1, absolute: true }, rows)).toMatchObject({ rows: [2] })
})

test('pattern: what is there must match, capitals told apart; or must not', () => {
  const rows = ['CC100', 'cc100', '', 'CC1'].map(key => ({ members: { cost_centre: key } }))
  const pattern = { kind: 'pattern', field: 'cost_centre', pattern: '^CC\\d{3}$' } as const
  expect(run({ ...pattern, not: false }, rows)).toMatchObject({ checked: 3, rows: [1, 3] })
  expect(run({ ...pattern, not: true }, rows)).toMatchObject({ checked: 3, rows: [0] })
  expect(() => run({ ...pattern, pattern: '(', not: false }, rows)).toThrow('The pattern ( cannot be used.')
})

test('pattern: one that would run for ever elsewhere is done at once', () => {
  const rows = Array.from({ length: 50 }, () => ({ texts: { description: `${'a'.repeat(1500)}!` } }))
  expect(run({ kind: 'pattern', field: 'description', pattern: '^(a+)+$', not: false }, rows)).toMatchObject({
    checked: 50,
    failed: 50,
  })
})

test('date: a range, a fiscal year that begins in April, days ahead of today', () => {
  const rows = ['2024-03-31', '2024-04-01', '2025-03-31', '2025-04-01'].map(one => ({ day: one }))
  expect(run({ kind: 'date', from: '2024-04-01', to: '2025-03-31' }, rows).rows).toEqual([0, 3])
  expect(run({ kind: 'date', fiscalYear: 2024 }, rows).rows).toEqual([0, 3])
  const near = ['2024-07-31', '2024-08-01', '2024-08-02'].map(one => ({ day: one }))
  expect(run({ kind: 'date', ahead: 1 }, near).rows).toEqual([2])
})

test('in list: spelt exactly, and nothing is not a value', () => {
  const rows = ['Food', 'food', ''].map(category => ({ members: { category } }))
  expect(run({ kind: 'in-list', field: 'category', values: ['Food'] }, rows)).toMatchObject({
    checked: 2,
    rows: [1],
  })
})

test('refers: accounts without a type, categories that are offered no longer', () => {
  const rows: Row[] = [
    { members: { account: '1', account_type: 'asset' } },
    { members: { account: '2' } },
    { members: {} },
  ]
  expect(run({ kind: 'refers', field: 'account', to: 'account-type' }, rows)).toMatchObject({
    checked: 2,
    rows: [1],
  })
  const categories = ['Food', 'Old', ''].map(category => ({ members: { category } }))
  expect(run({ kind: 'refers', field: 'category', to: 'category-in-use' }, categories)).toMatchObject({
    checked: 2,
    rows: [1],
  })
})

test('fresh: of all, or of each account, by its newest entry', () => {
  const rows: Row[] = [
    { day: '2024-07-30', members: { account: 'current' } },
    { day: '2024-05-01', members: { account: 'savings' } },
    { day: '2024-06-01', members: { account: 'savings' } },
    { day: '2020-01-01' },
  ]
  expect(run({ kind: 'fresh', days: 1 }, rows)).toMatchObject({ checked: 1, failed: 0 })
  expect(run({ kind: 'fresh', days: 0 }, rows)).toMatchObject({ checked: 1, rows: [0] })
  expect(run({ kind: 'fresh', days: 30, by: 'account' }, rows)).toMatchObject({
    unit: 'members',
    checked: 2,
    failed: 1,
    rows: [2],
  })
  expect(run({ kind: 'fresh', days: 1 }, [])).toMatchObject({ checked: 0, failed: 0 })
})

const line = (document: string, amount: number, more: Partial<Row> = {}, company = 'DE'): Row => ({
  amount,
  texts: { document },
  members: { company, currency: 'EUR' },
  ...more,
})

test('balanced: by number, company and currency; each failing document’s difference is said', () => {
  const rows = [
    line('1', 500),
    line('1', -500),
    line('2', 300),
    line('2', -301),
    line('2', 1, {}, 'FR'),
    line('2', -1, {}, 'FR'),
    line('', 7),
    line('3', 10, { members: { company: 'DE', currency: 'USD' } }),
    line('3', -10, { members: { company: 'DE', currency: 'USD' } }),
  ]
  const outcome = run({ kind: 'balanced' }, rows)
  expect(outcome).toMatchObject({ unit: 'documents', checked: 4, failed: 1, rows: [2, 3], unusual: false })
  expect(outcome.foundAt?.(2)).toBe('-1')
})

test('balanced: a number used again in the next fiscal year is another document, one across the year’s end is one', () => {
  const again = [
    line('1', 500, { day: '2024-03-01' }),
    line('1', -500, { day: '2024-03-01' }),
    line('1', 80, { day: '2024-05-01' }),
    line('1', -70, { day: '2024-05-01' }),
  ]
  expect(run({ kind: 'balanced' }, again)).toMatchObject({ checked: 2, failed: 1, rows: [2, 3] })
  const across = [line('9', 500, { day: '2024-03-31' }), line('9', -500, { day: '2024-04-01' })]
  expect(run({ kind: 'balanced' }, across)).toMatchObject({ failed: 0 })
})

test('balanced: where most documents do not, the data hold one side of the books and the rule does not fit', () => {
  const rows = [line('1', 5), line('2', 6), line('3', 7), line('4', 1), line('4', -1)]
  expect(run({ kind: 'balanced' }, rows)).toMatchObject({ checked: 4, failed: 3, unusual: true })
})

test('balanced: sums beyond what a float holds are exact', () => {
  const most = Number.MAX_SAFE_INTEGER
  const rows = [line('1', most), line('1', most), line('1', 1), line('1', -most), line('1', -most)]
  const outcome = run({ kind: 'balanced' }, rows)
  expect(outcome.failed).toBe(1)
  expect(outcome.foundAt?.(0)).toBe('1')
})
