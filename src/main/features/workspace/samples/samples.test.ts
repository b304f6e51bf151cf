import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from '../../../../shared/money/minor.ts'
import { companySample, COMPANY_LINES } from './company/index.ts'
import { DRIVERS } from './company/planted.ts'
import { householdSample } from './household/index.ts'

const rows = (csv: string): Record<string, string>[] => {
  const [header, ...records] = Papa.parse<string[]>(csv.trimEnd()).data as [string[], ...string[][]]
  return records.map(record => Object.fromEntries(record.map((cell, i) => [header[i] as string, cell])))
}
const value = (text: string): number => parseDecimal(text) as number

describe('the sample company', () => {
  const sample = companySample()
  const ledger = sample.files.filter(f => f.name.startsWith('general-ledger')).flatMap(f => rows(f.csv))
  const signed = (row: Record<string, string>): number =>
    value(row['value'] as string) * (row['debit_credit_ind'] === 'H' ? -1 : 1)

  test('has 120,000 general-ledger lines over three fiscal years', () => {
    expect(ledger).toHaveLength(COMPANY_LINES)
    expect(new Set(ledger.map(r => r['general_ledger_fiscal_year']))).toEqual(
      new Set(['2023', '2024', '2025']),
    )
  })

  test('balances, document by document', () => {
    const balances = new Map<string, number>()
    for (const row of ledger)
      balances.set(
        row['document_number'] as string,
        (balances.get(row['document_number'] as string) ?? 0) + signed(row),
      )
    expect([...balances].filter(([, balance]) => balance !== 0)).toEqual([])
  })

  test('is the same at every making', () => {
    expect(companySample().files.map(f => f.csv)).toEqual(sample.files.map(f => f.csv))
  })

  test('lists what was planted in resources/samples/company-planted.json', () => {
    const kept: unknown = JSON.parse(
      readFileSync(new URL('../../../../../resources/samples/company-planted.json', import.meta.url), 'utf8'),
    )
    expect(kept).toEqual(sample.planted)
  })

  test('holds each planted anomaly, duplicate and weekend posting in the document that is named', () => {
    const documents = Map.groupBy(ledger, r => r['document_number'] as string)
    for (const a of sample.planted.anomalies)
      expect(
        documents
          .get(a.document)
          ?.some(r => r['general_ledger_account_number'] === a.account && signed(r) === a.amount),
      ).toBe(true)
    for (const d of sample.planted.duplicates)
      for (const document of [d.original, d.copy])
        expect(
          documents.get(document)?.some(r => r['supplier'] === d.supplier && signed(r) === d.amount),
        ).toBe(true)
    for (const w of sample.planted.weekendPostings) {
      expect(documents.get(w.document)?.every(r => r['posting_date'] === w.date)).toBe(true)
      expect([0, 6]).toContain(new Date(w.date).getUTCDay())
    }
  })

  test('has a positive effect for each cost driver', () => {
    expect(sample.planted.drivers.map(d => d.id)).toEqual(DRIVERS.map(d => d.id))
    for (const driver of sample.planted.drivers) expect(driver.effect).toBeGreaterThan(0)
  })
})

describe('the sample household', () => {
  const sample = householdSample()
  const movements = sample.files.flatMap(f => rows(f.csv))

  test('covers three years, four accounts and two currencies', () => {
    expect(new Set(movements.map(r => r['Account']))).toEqual(
      new Set(['Current account', 'Credit card', 'Euro account', 'Savings']),
    )
    expect(new Set(movements.map(r => r['Currency']))).toEqual(new Set(['GBP', 'EUR']))
    expect(new Set(movements.map(r => r['Date']?.slice(0, 4)))).toEqual(new Set(['2023', '2024', '2025']))
  })

  test('has each transfer on both sides, and those in pounds cancel', () => {
    const pounds = movements.filter(
      r => r['Category'] === 'Transfer' && r['Account'] !== 'Euro account' && r['Payee'] !== 'Euro account',
    )
    expect(pounds.length).toBeGreaterThan(100)
    expect(pounds.reduce((sum, r) => sum + value(r['Amount'] as string), 0)).toBe(0)
  })

  test('carries a running balance that its movements explain', () => {
    for (const file of sample.files) {
      let balance = 0
      for (const row of rows(file.csv)) {
        balance += value(row['Amount'] as string)
        expect(value(row['Balance'] as string)).toBe(balance)
      }
    }
  })
})
