import { expect, test } from 'vitest'
import { noSteps, rows } from '../testing.ts'
import { splitInvoices } from './split-invoices.ts'

const settings = { limit: 500_000, days: 7, least: 10 }

test('two invoices that keep to the limit and together pass it, within the days', () => {
  const found = splitInvoices(
    rows(
      '2024-03-01  Acme  3000.00',
      '2024-03-08  ACME  2500.00',
      '2024-03-20  Acme  2600.00',
      '2024-03-01  Bell  2500.00',
      '2024-03-02  Bell  2500.00',
    ),
    settings,
    noSteps,
  )
  expect(found).toEqual([
    {
      rows: [0, 1],
      code: 'split',
      values: { payee: 'Acme', parts: 2, days: 7, limit: 500_000 },
      amount: 550_000,
    },
  ])
})

test('an invoice above the limit is none of the parts, nor are small ones, credits, or rows without payee or date', () => {
  expect(
    splitInvoices(
      rows(
        '2024-03-01  Acme  6000.00',
        '2024-03-01  Acme  4900.00',
        '2024-03-02  Acme  499.99',
        '2024-03-02  Acme  -4000.00',
        '2024-03-02  -  4000.00',
        '-  Acme  4000.00',
      ),
      settings,
      noSteps,
    ),
  ).toEqual([])
})

test('a long run of invoices falls into groups, each row in one', () => {
  const lines = Array.from(
    { length: 9 },
    (_, i) => `2024-03-${String(1 + i * 3).padStart(2, '0')}  Acme  2000.00`,
  )
  const groups = splitInvoices(rows(...lines), settings, noSteps).map(one => one.rows)
  expect(groups).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ])
})
