import { expect, test } from 'vitest'
import { headless } from './headless.ts'

const options = { exponent: 2, fiscal: 1, year: 2003, spread: 'first', profile: 'ledger' } as const
const read = (rows: string[][], amount = 'B', more: object = {}) =>
  headless(rows, { ...options, amount, ...more })

test('codes and names in one column; parents by their codes are held against their children and not counted twice', () => {
  const rows = [
    ['Table 3', '', ''],
    ['010201 - Income tax, employees', '100', '110'],
    ['010202 - Income tax, companies', '50.50', ' '],
    ['0102 - Income tax', '150.50', '110'],
    ['02 - Duties', '7', '8'],
    ['01 - Taxes', '150.50', '111'],
  ]
  const original = read(rows)
  expect(original?.figures.map(f => [f.row, f.dimensions, f.amounts])).toEqual([
    [2, { 'account.code': '010201', account: 'Income tax, employees' }, [100_00]],
    [3, { 'account.code': '010202', account: 'Income tax, companies' }, [50_50]],
    [5, { 'account.code': '02', account: 'Duties' }, [7_00]],
  ])
  expect(original?.controls.map(c => [c.row, c.agrees])).toEqual([[4, true], [6, true]]) // prettier-ignore
  // Of the other column one total is wrong: it is told first, and still no figure.
  const revised = read(rows, 'c', { spread: 'even', year: 2004 })
  expect(revised?.figures.map(f => [f.row, f.column, f.amounts.reduce((sum, amount) => sum + amount, 0)])).toEqual([[2, 'C', 110_00], [5, 'C', 8_00]]) // prettier-ignore
  expect(revised?.figures[0]?.days).toHaveLength(12)
  expect(revised?.controls.map(c => [c.row, c.file, c.farthing, c.agrees])).toEqual([
    [6, '111.00', '110.00', false],
    [4, '110.00', '110.00', true],
  ])
})

test('codes that only look like a hierarchy are figures, each of them', () => {
  const found = read([['1', 'Bread', '5'], ['10', 'Milk', '6'], ['100', 'Eggs', '7'], ['', '', '']], 'C') // prettier-ignore
  expect(
    found?.figures.map(f => [f.dimensions['account.code'], f.dimensions['account'], f.amounts[0]]),
  ).toEqual([
    ['1', 'Bread', 5_00],
    ['10', 'Milk', 6_00],
    ['100', 'Eggs', 7_00],
  ])
  expect(found?.controls).toEqual([])
  expect(read([['Bread', '5']], 'B', { profile: 'personal' })?.figures[0]?.dimensions).toEqual({
    category: 'Bread',
  })
})

test('what was not answered is asked for; what is no amount is said with its row', () => {
  expect(read([['a', 'b'], ['c', 'd']])).toBeUndefined() // prettier-ignore
  expect(read([['a', '1']], 'Amount')).toBeUndefined()
  expect(read([['a', '1']], 'B', { year: undefined })?.problems[0]?.message).toContain('--year')
  expect(read([['a', '1'], ['b', 'one']])?.problems).toEqual([{ row: 2, column: 'B', message: '“one” is not an amount.' }]) // prettier-ignore
})
