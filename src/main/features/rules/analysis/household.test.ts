import { expect, test } from 'vitest'
import Papa from 'papaparse'
import { parseIsoDate } from '../../../../shared/calendar/day.ts'
import { exponentOf, parseDecimal } from '../../../../shared/money/minor.ts'
import { BILLS, SALARIES } from '../../workspace/samples/household/patterns.ts'
import { householdSample } from '../../workspace/samples/household/index.ts'
import { findRecurring, type Item } from './recurring.ts'
import { pairTransfers, type Side } from './transfers.ts'

/** The generator's entries, with what it knows of them: the truth that both methods are held against. */
const rows = householdSample()
  .files.flatMap(
    file => Papa.parse<Record<string, string>>(file.csv, { header: true, skipEmptyLines: true }).data,
  )
  .map((row, id) => ({
    id,
    day: parseIsoDate(row['Date'] ?? '') as number,
    amount: parseDecimal(row['Amount'] ?? '', exponentOf(row['Currency'] ?? '')) as number,
    currency: row['Currency'] as string,
    account: row['Account'] as string,
    payee: row['Payee'] as string,
    category: row['Category'] as string,
    description: row['Description'] as string,
  }))

const sides = (texts: boolean): Side[] =>
  rows.map(row => ({
    ...row,
    // Euros at the sample's rate, near enough: 1.155 for one pound.
    base: row.currency === 'EUR' ? Math.round(row.amount / 1.1625) : row.amount,
    category: texts ? row.category : '',
    text: texts ? `${row.payee} ${row.description}` : '',
    flow: texts && row.category === 'Transfer' ? 'transfer' : row.amount > 0 ? 'income' : 'expense',
  }))

const isTransfer = (id: number): boolean => rows[id]?.category === 'Transfer'

test('every transfer of the sample is paired with its other side, and nothing else is', () => {
  const pairs = pairTransfers(sides(true), 4, () => false)
  const truth = rows.filter(row => row.category === 'Transfer')
  const sure = pairs.filter(pair => pair.sure)
  expect(sure.length * 2).toBe(truth.length)
  for (const pair of sure) {
    const [out, other] = [rows[pair.out], rows[pair.in]] as [(typeof rows)[0], (typeof rows)[0]]
    expect(isTransfer(pair.out) && isTransfer(pair.in)).toBe(true)
    expect(out.description).toBe(`Transfer to ${other.account}`)
    expect(other.day).toBe(out.day)
  }
  expect(new Set(pairs.flatMap(pair => [pair.out, pair.in])).size).toBe(pairs.length * 2)
})

test('without any word that speaks for them, pairs are asked, never taken', () => {
  const pairs = pairTransfers(sides(false), 4, () => false)
  expect(pairs.length).toBeGreaterThan(60)
  expect(pairs.filter(pair => pair.sure)).toEqual([])
  expect(pairs.every(pair => pair.why.includes('only-amount'))).toBe(true)
})

test('a pair that was refused is not proposed again', () => {
  const [first] = pairTransfers(sides(true), 4, () => false)
  const again = pairTransfers(sides(true), 4, (a, b) => a === first?.out && b === first.in)
  expect(again.find(pair => pair.out === first?.out && pair.in === first?.in)).toBeUndefined()
})

const items: Item[] = rows.filter(row => row.category !== 'Transfer')
const until = Math.max(...rows.map(row => row.day))

test('the sample’s bills and salaries are found as monthly, its shopping is not', () => {
  const found = findRecurring(items, until)
  const monthly = new Set(found.filter(one => one.every === 'month').map(one => one.payee))
  const truth = [...BILLS, ...SALARIES].map(one => one.payee)
  expect(truth.filter(payee => !monthly.has(payee))).toEqual([])
  const others = found.filter(one => !truth.includes(one.payee))
  expect(others).toEqual([])
})

test('a price that rose is told with its day, and the next payment with the new price', () => {
  const broadband = findRecurring(items, until).find(one => one.payee === 'Fellview Broadband')
  expect(broadband).toMatchObject({
    every: 'month',
    fixed: true,
    amount: -3565,
    last: '2025-12-15',
    next: '2026-01-15',
    status: 'active',
    missed: [],
    changes: [{ date: '2024-03-15', from: -3200, to: -3565 }],
  })
})

test('months in which nothing is taken are missed; a series that ended has ended', () => {
  const tax = findRecurring(items, until).find(one => one.payee === 'Wharfedale Council')
  expect(tax?.missed).toEqual([
    '2023-02-03',
    '2023-03-03',
    '2024-02-03',
    '2024-03-03',
    '2025-02-03',
    '2025-03-03',
  ])
  const cut = items.filter(
    item => item.payee !== 'Talkfree Mobile' || item.day < (parseIsoDate('2025-06-01') as number),
  )
  const mobile = findRecurring(cut, until).find(one => one.payee === 'Talkfree Mobile')
  expect(mobile).toMatchObject({ last: '2025-05-17', next: '2025-06-17', status: 'ended' })
})

test('steps of a week, a quarter and a year are told apart, at the month’s end too', () => {
  const series = (payee: string, days: string[], amount = -1000): Item[] =>
    days.map((day, i) => ({ id: i, day: parseIsoDate(day) as number, amount, currency: 'EUR', payee, account: 'Giro', category: '' })) // prettier-ignore
  const found = findRecurring(
    [
      ...series('Cleaner', [
        '2024-01-05',
        '2024-01-12',
        '2024-01-19',
        '2024-01-26',
        '2024-02-02',
        '2024-02-09',
      ]),
      ...series('Broadcast fee', ['2023-05-15', '2023-08-15', '2023-11-15', '2024-02-15']),
      ...series('Motor club', ['2021-02-01', '2022-02-01', '2023-02-03', '2024-02-01']),
      ...series('Landlord', ['2023-10-31', '2023-11-30', '2023-12-31', '2024-01-31', '2024-02-29']),
      ...series('Baker', ['2024-01-02', '2024-01-03', '2024-01-09', '2024-01-20', '2024-02-11']),
    ],
    parseIsoDate('2024-02-29') as number,
  )
  expect(
    found
      .map(one => [one.payee, one.every, one.next])
      .toSorted((a, b) => (a[0] as string).localeCompare(b[0] as string)),
  ).toEqual([
    ['Broadcast fee', 'quarter', '2024-05-15'],
    ['Cleaner', 'week', '2024-02-16'],
    ['Landlord', 'month', '2024-03-31'],
    ['Motor club', 'year', '2025-02-01'],
  ])
})
