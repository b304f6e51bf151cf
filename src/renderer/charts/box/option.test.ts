import { expect, test } from 'vitest'
import { testStyle } from '../testing.ts'
import { boxModel } from './option.ts'

const names = {
  low: 'Low',
  q1: 'Q1',
  median: 'Median',
  q3: 'Q3',
  high: 'High',
  count: 'Entries',
  full: String,
}
const boxes = [
  { key: 'a', label: 'Rent', count: 5, low: 100, q1: 200, median: 300, q3: 400, high: 500 },
  { key: 'b', label: 'Food', count: 1, low: -50, q1: -50, median: -50, q3: -50, high: -50 },
]
const model = boxModel(boxes, 'GBP', testStyle, names)

test('five figures a member in their order, in major units', () => {
  const [drawn] = model.option.series as { data: unknown[] }[]
  expect(drawn?.data).toEqual([
    [1, 2, 3, 4, 5],
    [-0.5, -0.5, -0.5, -0.5, -0.5],
  ])
})

test('keys go from member to member, and say all figures', () => {
  expect(model.marks.map(row => row[0]?.label)).toEqual([
    'Rent, Low £1.00, Q1 £2.00, Median £3.00, Q3 £4.00, High £5.00, Entries 5',
    'Food, Low £-0.50, Q1 £-0.50, Median £-0.50, Q3 £-0.50, High £-0.50, Entries 1',
  ])
  expect(model.place(model.marks[1]![0]!)).toEqual({ seriesIndex: 0, dataIndex: 1 })
})
