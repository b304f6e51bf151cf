import { expect, it } from 'vitest'
import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { originsOf } from './origins.ts'

const read = (field: string, column: string) => ({ field, column, transformation: 'as it stands' })
const entry: EntryDetail = {
  id: 7,
  date: '2026-03-31',
  amount: -1250,
  currency: 'GBP',
  baseAmount: -1250,
  description: 'Invoice 9',
  reference: 'R1',
  document: '4900000001',
  members: {},
  codes: { account: '5103' },
  postingPeriod: 'FY2025-P12',
  fields: [
    { field: 'account', label: 'Account', value: 'Repairs' },
    { field: 'custom_1', label: 'remapping_directorate', value: 'Works' },
    { field: 'text', label: 'PO', value: 'Lamps' },
    { field: 'flow', label: 'Kind', value: 'Expense' },
  ],
  keys: {},
  origin: {
    batch: 1,
    file: 'gl.csv',
    sha256: '',
    place: 'line',
    line: 2,
    header: [],
    cells: [],
    mapping: '',
    mappingVersion: 1,
    loadedAt: '',
    lineage: [
      read('date', 'posted'),
      read('description', 'header_text'),
      read('amount', 'value'),
      read('credit', 'cr'),
      read('debit', 'dr'),
      read('period', 'posting_period'),
      read('account.code', 'gl_number'),
      read('account', 'gl_name'),
      read('custom', 'remapping_directorate'),
      read('text', 'PO'),
      read('ignore', 'page'),
    ],
  },
  siblings: [],
  changes: [],
  documentBalance: null,
}

it('gives every field its value, by the column that it came from', () => {
  const shown = originsOf(entry).map(o => [o.field, o.figure ?? o.value, o.column])
  expect(shown).toEqual([
    ['date', 'date', 'posted'],
    ['description', 'Invoice 9', 'header_text'],
    ['amount', 'amount', 'value'],
    ['credit', 'amount', 'cr'],
    ['debit', '', 'dr'],
    ['period', 'period', 'posting_period'],
    ['account.code', '5103', 'gl_number'],
    ['account', 'Repairs', 'gl_name'],
    ['custom', 'Works', 'remapping_directorate'],
    ['text', 'Lamps', 'PO'],
    ['ignore', '', 'page'],
    ['flow', 'Expense', ''],
  ])
})

it('names what has no name of ours by its header, and tells apart what was given', () => {
  const origins = originsOf(entry)
  expect(origins.find(o => o.field === 'custom')?.header).toBe('remapping_directorate')
  expect(origins.find(o => o.field === 'account')?.header).toBe('')
  expect(origins.filter(o => o.transformation === undefined).map(o => o.field)).toEqual(['flow'])
})
