import { expect, test } from 'vitest'
import { DEFINES, explainsNothing, outsideOf } from './outside.ts'

const nobody = (): boolean => false

test.each([
  ['what do other families spend on food', 'others'],
  ['what does my brother earn', 'others'],
  ['was zahlen andere leute fur strom', 'others'],
  ['what did the smiths spend', 'others'],
  ['how many tenants are in arrears', 'not-kept'],
  ['what is the interest rate', 'not-kept'],
  ['wo liegt die mitarbeiterzahl', 'not-kept'],
  ['what is the cheapest shop near me', 'not-kept'],
  ['how much did we spend on rent', undefined],
  ['how many invoices were paid', undefined],
] as const)('%s: %s', (text, wanted) => expect(outsideOf(text, nobody)).toBe(wanted))

test('a word of a name is a name, also where it could be somebody else', () => {
  expect(outsideOf('what does the king spend', nobody)).toBe('others')
  expect(outsideOf('what does the king spend', word => word === 'king')).toBeUndefined()
  expect(outsideOf('how many roofers', word => word === 'roofers')).toBeUndefined()
})

test('a word is explained by a dictionary, a change by the entries', () => {
  expect(DEFINES.test('define depreciation')).toBe(true)
  expect(DEFINES.test('what is a normal month')).toBe(false)
  expect(explainsNothing('explain accruals', false)).toBe(true)
  expect(explainsNothing('explain accruals', true)).toBe(false)
  expect(explainsNothing('explain the rise in accruals', false)).toBe(false)
})
