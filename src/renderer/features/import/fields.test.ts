import { describe, expect, test } from 'vitest'
import { fieldGroups, fieldName, styleChange, styleOf } from './fields.ts'

const words = { field: { date: 'Date' }, code: (d: string) => `${d}: code` }
const dimension = (id: string): string => (id === 'cost_centre' ? 'Cost centre' : id)

describe('what a column can become', () => {
  test('a household is not asked about cost centres, a general ledger is', () => {
    const personal = fieldGroups('personal', []).flatMap(g => g.fields)
    const ledger = fieldGroups('ledger', []).flatMap(g => g.fields)
    expect(personal).not.toContain('cost_centre')
    expect(personal).toContain('payee')
    expect(ledger).toContain('cost_centre')
    expect(ledger).toContain('cost_centre.code')
    expect(new Set(ledger).size).toBe(ledger.length)
  })

  test('a field that the mapping has is offered whatever the profile', () => {
    expect(fieldGroups('personal', ['cost_centre', 'account.code']).flatMap(g => g.fields)).toEqual(
      expect.arrayContaining(['cost_centre', 'account.code']),
    )
  })

  test('fields have the names that people use', () => {
    expect(fieldName('date', words, dimension)).toBe('Date')
    expect(fieldName('cost_centre.code', words, dimension)).toBe('Cost centre: code')
    expect(fieldName('constructor', words, dimension)).toBe('constructor')
  })
})

describe('how a column is written', () => {
  test('a pattern that is not in the list is offered first', () => {
    expect(styleOf({ column: 0, field: 'date', datePattern: 'd.M.yy' })?.options[0]).toBe('d.M.yy')
  })
  test('a number style is shown by an example and read back from it', () => {
    const style = { decimal: ',', grouping: '.' } as const
    expect(styleOf({ column: 0, field: 'amount', numberStyle: style })?.value).toBe('1.234,50')
    expect(styleChange('number', '1.234,50')).toEqual({ numberStyle: style })
  })
  test('a text has no style', () => {
    expect(styleOf({ column: 0, field: 'payee' })).toBeUndefined()
  })
})
