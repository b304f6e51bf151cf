import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { matchPayees } from './match.ts'
import { nameWords, sameName } from './names.ts'

test.each([
  ['Smith, John', 'Mr John Smith', true],
  ['Müller & Söhne GmbH', 'SOEHNE MULLER', true],
  ['Müller & Söhne GmbH', 'Sohne, Muller', true],
  ['Jon Smith', 'John Smith', false],
  ['Johnn Smith', 'John Smith', true],
  ['J Smith', 'John Smith', true],
  ['J S', 'John Smith', false],
  ['Jane Smith', 'John Smith', false],
  ['Johnn Smyth', 'John Smith', false],
  ['Acme Supplies', 'Acme Suplies Ltd', true],
  ['Ltd', 'GmbH', false],
])('“%s” and “%s”', (a, b, same) => {
  expect(sameName(nameWords(a), nameWords(b))).toBe(same)
  expect(sameName(nameWords(b), nameWords(a))).toBe(same)
})

const rows = populated([100, 200, 300, 400, 500], {
  payee: ['John Smith Consulting', 'Smith John', 'Bell & Sons', 'Bell and Sons Ltd', 'Crane Hire'],
  bank: ['GB29 NWBK 1', 'DE89-3704', 'FR76 11', 'FR 7611', ''],
})

test('employees by name and by bank account, shared accounts, and payees of nearly one name', () => {
  const employees = [
    { name: 'Smith, John', bank: '' },
    { name: 'Anna Bauer', bank: 'gb29nwbk1' },
  ]
  const found = matchPayees(rows, { employees, fuzzy: true }, noSteps)
  expect(found.exceptions.map(one => [one.code, [...one.rows], one.amount])).toEqual([
    ['shared-bank', [2, 3], 700],
    ['similar-payees', [2, 3], 700],
    ['employee-name', [1], 200],
    ['employee-bank', [0], 100],
  ])
  expect(found).toMatchObject({ payees: 5, employees: 2, names: 1, banks: 1, shared: 1, similar: 1 })
  expect(found.exceptions[0]?.values['bank']).toBe('…7611')
})

test('without fuzzy only equal names', () => {
  const employees = [{ name: 'Jon Smith', bank: '' }]
  const one = populated([1, 1], { payee: ['John Smith', 'Smith, Jon'] })
  const found = matchPayees(one, { employees, fuzzy: false }, noSteps)
  expect(found.exceptions.map(each => [...each.rows])).toEqual([[1]])
})
