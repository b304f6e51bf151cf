import { expect, test } from 'vitest'
import { guessProfile, profileOfHead } from './guess-profile.ts'

test('extracts and lists of payments speak for a general ledger', () => {
  for (const head of [
    'Body,BodyName,ServiceLabel,ExpenditureCategory,DatePaid,TransactionNumber,NetAmount,SupplierName',
    'Report Date: 02/07/2012\n,,,\nBody,Department,Supplier Name,Invoice Creation Date,Invoice Nett Amount',
    'posting_date,posting_period,company_code,value,debit_credit_ind,cost_center_id,supplier',
    'Buchungsdatum;Belegnummer;Sachkonto;Kostenstelle;Betrag',
  ])
    expect(profileOfHead(head), head).toBe('ledger')
})

test('bank statements speak for a personal workspace', () => {
  for (const head of [
    'Date,Description,Money out,Money in,Balance',
    'Buchungstag;Wertstellung;Auftraggeber;Verwendungszweck;Betrag;Saldo',
    'Transaction Date,Post Date,Description,Category,Type,Amount\n01/02/2025,01/03/2025,INVOICE 12 PAID,Shopping,Sale,-12.00',
    '',
  ])
    expect(profileOfHead(head), head).toBe('personal')
})

test('one ledger among several files is enough', async () => {
  const statement = new File(['Date,Description,Amount\n'], 'bank.csv')
  const payments = new File(['Supplier Name,Directorate,Date,Amount\n'], 'payments.csv')
  expect(await guessProfile([statement, payments])).toBe('ledger')
  expect(await guessProfile([statement])).toBe('personal')
})
