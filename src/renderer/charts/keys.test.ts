import { expect, it } from 'vitest'
import { moveCursor } from './keys.ts'
import type { Mark } from './model.ts'

const mark = (row: number, column: number): Mark => ({ row, column, label: '' })
const marks = [
  [mark(0, 0), null, mark(0, 2)],
  [null, mark(1, 1), mark(1, 2)],
]

it('begins at the latest known mark', () => {
  expect(moveCursor(marks, null, 'ArrowRight')).toEqual({ row: 0, column: 2 })
  expect(moveCursor([[null], [mark(1, 0)]], null, 'Home')).toEqual({ row: 1, column: 0 })
  expect(moveCursor([[null]], null, 'ArrowLeft')).toBeNull()
})

it('steps over gaps and stays at the edge', () => {
  expect(moveCursor(marks, { row: 0, column: 2 }, 'ArrowLeft')).toEqual({ row: 0, column: 0 })
  expect(moveCursor(marks, { row: 0, column: 0 }, 'ArrowLeft')).toEqual({ row: 0, column: 0 })
  expect(moveCursor(marks, { row: 0, column: 2 }, 'ArrowDown')).toEqual({ row: 1, column: 2 })
  expect(moveCursor(marks, { row: 1, column: 2 }, 'Home')).toEqual({ row: 1, column: 1 })
  expect(moveCursor(marks, { row: 0, column: 0 }, 'End')).toEqual({ row: 0, column: 2 })
})

it('begins again where the mark is gone after a change of filter', () => {
  expect(moveCursor(marks, { row: 5, column: 9 }, 'ArrowLeft')).toEqual({ row: 0, column: 2 })
})
