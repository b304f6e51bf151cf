import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../../../shared/contract/import.ts'
import { namesEntries, mayNameEntries, OtherTables } from './other-tables.ts'
import { compilePlan } from './plan.ts'

describe('a row of names that heads a table of entries', () => {
  it.each([
    ['Date;Description;Amount', true],
    ['Buchungstag;Verwendungszweck;Soll;Haben', true],
    ['Date;Payee;Paid out;Paid in;Balance', true],
    // No amount, no date, too few, a figure among them.
    ['Date;Description;Payee', false],
    ['Account;Sort code;Amount', false],
    ['Date;Amount', false],
    ['Date;Description;12.50', false],
    ['31/01/2024;SHOP;-45.10', false],
  ])('%s', (line, expected) => {
    const cells = line.split(';')
    expect(namesEntries(cells)).toBe(expected)
    // The cheap glance must let every header through.
    if (expected) expect(mayNameEntries(cells)).toBe(true)
  })
})

describe('rows under another table’s header', () => {
  const names = ['Date', 'Description', 'Amount']
  const mapping: Mapping = {
    version: 1,
    name: 'test',
    profile: 'personal',
    shape: [],
    encoding: 'utf-8',
    delimiter: ',',
    skipLines: 0,
    hasHeader: true,
    fields: [
      { column: 0, field: 'date', datePattern: 'dd/MM/yyyy' },
      { column: 1, field: 'description' },
      { column: 2, field: 'amount', numberStyle: { decimal: '.', grouping: '' } },
    ],
    currency: 'GBP',
  }
  const codes = (lines: readonly string[]): string[] => {
    const tables = new OtherTables(compilePlan(mapping, names))
    return lines.map(line => {
      const found = tables.read(line.split(','))
      return found === undefined || found.kind === 'load' ? 'own' : `${found.kind} ${found.code}`
    })
  }

  it('are rejected, not read by the first table’s columns, until its own header comes again', () => {
    expect(
      codes([
        '31/01/2024,SHOP,-45.10',
        'Description,Date,Value',
        'TAXI,28/01/2024,-20.00',
        ',,',
        'Closing balance,,12.00',
        'printed by the bank,,',
        'Date,Description,Amount',
        '27/01/2024,CAFE,-3.20',
      ]),
    ).toEqual([
      'own',
      'ignored other-table',
      'rejected other-table',
      'ignored blank',
      'ignored balance',
      'ignored note',
      'ignored repeated-header',
      'own',
    ])
  })

  it('a header that is only mostly repeated is a header, too; a blank row is the table’s own', () => {
    expect(codes(['Date,Description,page 2', ',,'])).toEqual(['ignored repeated-header', 'own'])
  })
})
