import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tryKind } from './kinds/try.ts'

const DATES = ['Date', 'Payment Date', 'Date Paid', 'Posting Date', 'Paid Date', 'Transaction Date', 'PAYMENT_DATE', 'Date of Payment', 'Pay Date', 'Effective Date', 'Invoice Payment Date'] // prettier-ignore
const PAYEES = ['Supplier', 'Supplier Name', 'SupplierName', 'Vendor', 'Vendor Name', 'Payee', 'Beneficiary', 'Creditor Name', 'Merchant Name', 'Beneficiary Name', 'Name of Supplier', 'Supplier/Payee Name'] // prettier-ignore
const AMOUNTS = ['Amount', 'Amount (£)', 'Amount £', 'Net Amount', 'Net Amount £', 'Amount excl VAT', 'Amount (excl. VAT)', 'Amount Excluding VAT', 'Line Amount', 'Payment Amount', 'Paid Amount', 'Total', 'Net', 'Value', 'Net Value (£)', 'Invoice Amount', 'Amount Net of VAT', 'Total Amount', 'Amount Paid', 'Total (ex VAT)', 'Spend', 'Payment Value', 'Nett Amt', 'Invoice Distribution Amount', 'Transaction Value', 'Amount in Sterling', 'Sum of Amount', 'Expenditure (£)', 'AP Amount (GBP)'] // prettier-ignore
// None of these is the date, the payee or the amount, whatever stands in it.
const DECOYS: Record<string, (i: number) => string> = {
  'VAT Amount': i => `${i}.20`,
  'Irrecoverable VAT': i => `${i % 3}.00`,
  'Gross Amount': i => `${i * 12}.00`,
  'Amount inc VAT': i => `${i * 12}.00`,
  'Invoice Number': i => `INV${1000 + i}`,
  'Transaction No': i => `${500100 + i}`,
  'Supplier Postcode': i => `AB${i % 9} 1CD`,
  'Company Number': i => `0123${i}567`,
  'VAT Registration Number': i => `${200000000 + i}`,
  Quantity: i => `${i}.00`,
  'Cost Centre Code': i => `${40000 + (i % 4)}`,
  'GL Code': i => `${41000 + (i % 4)}`,
  'Invoice Date': i => `${10 + (i % 15)}/01/2014`,
  'Created Date': i => `${10 + (i % 15)}/02/2015`,
  'Contract End Date': i => `${10 + (i % 15)}/02/2019`,
  'Expense Type': i => ['Agency', 'Hire'][i % 2] as string,
  'Payment Method': () => 'BACS',
  'Organisation URI': () => 'http://id.example/anytown',
  Balance: i => `${9000 - i}.50`,
}

const cents = (n: number): string => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}` // prettier-ignore
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+\.)/g, ',')
const WRITINGS: Record<string, (n: number) => string> = {
  plain: cents,
  grouped: n => `"${grouped(cents(n))}"`,
  pounds: n => `"${n < 0 ? '-' : ''}£${grouped(cents(Math.abs(n)))}"`,
  accounting: n => (n < 0 ? `"(${grouped(cents(-n))})"` : `" ${grouped(cents(n))} "`),
  trailing: n => `"${grouped(cents(Math.abs(n)))}${n < 0 ? '-' : ''}"`,
}

describe('a council’s table', () => {
  it('is read right whatever its columns are called, in whatever order they stand, and however its amounts are written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...DATES),
        fc.constantFrom(...PAYEES),
        fc.constantFrom(...AMOUNTS),
        fc.uniqueArray(fc.constantFrom(...Object.keys(DECOYS)), { maxLength: 6 }),
        fc.array(fc.integer({ min: -9_999_999, max: 99_999_999 }), { minLength: 3, maxLength: 12 }),
        fc.constantFrom(...Object.keys(WRITINGS)),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (date, payee, amount, decoys, values, writing, order) => {
          const columns: Record<string, (i: number) => string> = Object.fromEntries(
            decoys.map(d => [d, DECOYS[d] as (i: number) => string]),
          )
          columns[date] = i => `${13 + (i % 15)}/04/2013`
          columns[payee] = i => `Paper ${i} Ltd`
          columns[amount] = i => (WRITINGS[writing] as (n: number) => string)(values[i] as number)
          const names = Object.keys(columns)
            .map(name => [order.next().value as number, name] as const)
            .toSorted((a, b) => a[0] - b[0])
            .map(([, name]) => name)
          const rows = values.map((_, i) =>
            names.map(n => (columns[n] as (i: number) => string)(i)).join(','),
          )
          const reading = await tryKind({ kind: '', csv: [names.join(','), ...rows].join('\n') })
          expect(reading.asks).toEqual([])
          expect(reading.entries).toEqual(values.map((v, i) => `2013-04-${13 + (i % 15)} ${cents(v)}`))
          expect(reading.first['payee']).toBe('Paper 0 Ltd')
        },
      ),
      { numRuns: 250 },
    )
  })
})

describe('a report in sections', () => {
  const names = ['5010 Rent', 'Sales', 'Light & heat', '8400', 'Bürobedarf', 'Travel (UK)']
  const labels: ((name: string) => string)[] = [n => `Total ${n}`, n => `Total for ${n}`, n => `${n} total`, n => `Summe ${n}`] // prettier-ignore
  const units = fc.integer({ min: -9_999_999, max: 9_999_999 })
  const section = fc.record({ before: fc.array(units, { maxLength: 3 }), inner: fc.array(units, { maxLength: 3 }), after: fc.array(units, { minLength: 1, maxLength: 3 }) }) // prettier-ignore

  it('gives each line the heading next above it that its total closes, adds each section up, and loads what it would without', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(section),
        fc.constantFrom(...labels),
        fc.boolean(),
        async (accounts, sections, label, hasBlanks) => {
          const lines: string[] = ['Date,Reference,Details,Amount']
          const [entries, expected, claims]: [string[], string[], string[]] = [[], [], []]
          const put = (values: readonly number[], account: string): void => {
            for (const value of values) {
              lines.push(`${13 + (entries.length % 15)}/04/2013,R${entries.length},Alpha,${cents(value)}`)
              entries.push(`2013-04-${13 + (entries.length % 15)} ${cents(value)}`)
              expected.push(account)
            }
          }
          const end = (name: string, values: readonly number[]): void => {
            const total = cents(values.reduce((a, b) => a + b, 0))
            lines.push(`${label(name)},,,${total}`)
            claims.push(`${label(name)} ${total} = ${total}`)
          }
          for (const name of accounts) {
            const { before, inner, after } = sections.next().value as { before: number[]; inner: number[]; after: number[] } // prettier-ignore
            const within = `Part of ${name}`
            lines.push(`${name},,,`)
            put(before, name)
            lines.push(`${within},,,`)
            put(inner, within)
            end(within, inner)
            put(after, name)
            end(name, [...before, ...inner, ...after])
            if (hasBlanks) lines.push(',,,')
          }
          const csv = lines.join('\n')
          const reading = await tryKind({ kind: '', csv })
          expect(reading.entries).toEqual(entries)
          expect(reading.accounts).toEqual(expected)
          expect(reading.claims).toEqual(claims)
          const without = await tryKind({ kind: '', csv, answers: { sections: 'none' } })
          expect(without.accounts.every(account => account === '')).toBe(true)
          expect(without.entries).toEqual(reading.entries)
          // A heading that begins with a figure was a date that cannot be read.
          expect(without.counts).toMatchObject({ read: reading.counts.read, loaded: entries.length })
          expect(reading.counts).toMatchObject({ loaded: entries.length, rejected: 0 })
        },
      ),
      { numRuns: 60 },
    )
  })
})
