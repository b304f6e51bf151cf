import { expect, test } from 'vitest'
import { rangeOf, withoutEnd, within } from './sheet-range.ts'

const rows = [1, 2, 3, 4].map(row => ({ row, cells: ['a', 'b', 'c'].map(letter => `${letter}${row}`) }))

test('a range is a part of the sheet, open where it says nothing', () => {
  expect(within(rows, rangeOf('B2:C3'))).toEqual([
    { row: 2, cells: ['b2', 'c2'] },
    { row: 3, cells: ['b3', 'c3'] },
  ])
  expect(within(rows, rangeOf('$B:$B')).map(r => r.cells)).toEqual([['b1'], ['b2'], ['b3'], ['b4']])
  expect(within(rows, rangeOf('3:4')).map(r => r.row)).toEqual([3, 4])
  expect(within(rows, rangeOf('c4:')).map(r => r.cells)).toEqual([['c4']])
  expect(rangeOf('AA10:XFD1048576')).toEqual({ firstRow: 10, lastRow: 1_048_576, firstColumn: 27, lastColumn: 16_384 }) // prettier-ignore
})

test('what is no range is none, and all of the sheet is read', () => {
  for (const text of [undefined, '', 'B', 'B3', ':', ':F', 'F3:B9', 'B9:F3', '0:4', '1:2:3'])
    expect([text, rangeOf(text)]).toEqual([text, undefined])
  expect(within(rows, undefined)).toHaveLength(4)
})

test('the next file may have more rows', () => {
  expect(withoutEnd('B3:F200')).toBe('B3:F')
  expect(withoutEnd('B:F')).toBe('B:F')
  expect(withoutEnd(undefined)).toBeUndefined()
})
