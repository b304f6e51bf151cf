import { expect, test } from 'vitest'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import { columnOf } from './columns.ts'
import { editOf, nextEditable } from './inline.ts'

const row: EntryRow = {
  id: 1,
  date: '2025-10-31',
  amount: -100,
  currency: 'GBP',
  baseAmount: -100,
  description: '',
  reference: '',
  document: '',
  members: { category: 'Food', tags: 'May, work' },
}

test('an edit says only what differs; an emptied cell takes the member away', () => {
  expect(editOf(row, 'category', ' Food ')).toBeUndefined()
  expect(editOf(row, 'category', 'Travel')).toEqual({ members: { category: 'Travel' } })
  expect(editOf(row, 'category', '')).toEqual({ members: { category: '' } })
  expect(editOf(row, 'payee', 'Aldi')).toEqual({ members: { payee: 'Aldi' } })
  expect(editOf(row, 'note', 'ask')).toEqual({ note: 'ask' })
  expect(editOf(row, 'tags', 'work, May')).toBeUndefined()
  expect(editOf(row, 'tags', 'work, June')).toEqual({ addTags: ['June'], removeTags: ['May'] })
})

test('Tab goes to the next cell that can be written in, then to the next row; Shift Tab back', () => {
  const columns = ['date', 'payee', 'amount', 'category', 'description'].map(columnOf)
  expect(nextEditable(columns, -1, 1)).toEqual({ column: 1, rows: 0 })
  expect(nextEditable(columns, 1, 1)).toEqual({ column: 3, rows: 0 })
  expect(nextEditable(columns, 3, 1)).toEqual({ column: 1, rows: 1 })
  expect(nextEditable(columns, 1, -1)).toEqual({ column: 3, rows: -1 })
  expect(nextEditable([columnOf('amount')], 0, 1)).toBeUndefined()
})
