import { describe, expect, test } from 'vitest'
import {
  columnOf,
  columnsFromParam,
  columnsToParam,
  defaultColumns,
  nextOrder,
  offeredColumns,
  splitCode,
} from './columns.ts'

describe('columns of the ledger', () => {
  test('a general ledger starts as in the picture', () => {
    const used = new Set(['account', 'cost_centre', 'payee', 'region'])
    expect(defaultColumns('ledger', used)).toEqual([
      'date',
      'document',
      'account',
      'cost_centre',
      'payee',
      'description',
      'amount',
    ])
  })

  test('a payments extract without accounts shows the category there, and no empty cost centre', () => {
    expect(defaultColumns('ledger', new Set(['category', 'payee']))).toEqual([
      'date',
      'document',
      'category',
      'payee',
      'description',
      'amount',
    ])
  })

  test('the choice survives the URL, and nonsense in the URL means no choice', () => {
    expect(columnsFromParam(columnsToParam(['date', 'custom_3', 'amount']))).toEqual([
      'date',
      'custom_3',
      'amount',
    ])
    expect(columnsFromParam('<script>..')).toBeUndefined()
    expect(columnsFromParam('date.date')).toEqual(['date'])
    expect(columnsFromParam(undefined)).toBeUndefined()
  })

  test('dimensions are offered between the document and the text', () => {
    expect(offeredColumns(['account', 'custom_1'])).toEqual([
      'date',
      'document',
      'account',
      'custom_1',
      'category',
      'tags',
      'description',
      'reference',
      'note',
      'amount',
      'original',
    ])
    expect(columnOf('custom_1')).toEqual({ id: 'custom_1', kind: 'text', width: 100, grow: 1 })
    expect(columnOf('constructor').kind).toBe('text')
  })
})

test('the columns of a general ledger fit beside the inspector in a window of 1440 px', () => {
  const used = new Set(['account', 'cost_centre', 'payee'])
  const least = defaultColumns('ledger', used).reduce((sum, id) => sum + columnOf(id).width, 0)
  // Window less navigation (204) and inspector (376), less the page's insets.
  expect(least).toBeLessThanOrEqual(1440 - 204 - 376 - 36)
})

describe('codes and names', () => {
  test.each([
    ['7200 Repairs contractors', '7200', 'Repairs contractors'],
    ['CC-4100 Responsive repairs', '', 'CC-4100 Responsive repairs'],
    ['K4100/2 Housing', 'K4100/2', 'Housing'],
    ['4100', '4100', ''],
    ['Groceries', '', 'Groceries'],
    ['', '', ''],
  ])('%s', (label, code, name) => {
    expect(splitCode(label)).toEqual({ code, name })
  })
})

test('a code that the ledger keeps is not said twice', () => {
  expect(splitCode('Repairs contractors', '7200')).toEqual({ code: '7200', name: 'Repairs contractors' })
  expect(splitCode('7200 Repairs contractors', '7200')).toEqual({ code: '7200', name: 'Repairs contractors' })
})

describe('the order', () => {
  test('a second press turns it round; another column starts at its useful end', () => {
    const byDate = { order: 'date', descending: true } as const
    expect(nextOrder('date', byDate)).toEqual({ order: 'date', descending: false })
    expect(nextOrder('amount', byDate)).toEqual({ order: 'amount', descending: true })
    expect(nextOrder('payee', byDate)).toEqual({ order: 'payee', descending: false })
  })
})
