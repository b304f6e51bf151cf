import { expect, test } from 'vitest'
import { columnNames, columnWord } from './headers.ts'

test('a column without a name is not called a column twice', () => {
  expect(columnNames(['Date', ' '], 3).map(columnWord)).toEqual(['Column Date', 'Column 2', 'Column 3'])
})
