import { expect, test } from 'vitest'
import { testStyle } from '../testing.ts'
import { histogramModel } from './option.ts'

const bins = [
  { from: -2_000_000, to: 0, count: 3 },
  { from: 0, to: 2_000_000, count: 0 },
  { from: 2_000_000, to: 4_000_000, count: 1 },
]
const model = histogramModel(bins, 'GBP', testStyle, { count: 'Entries', full: String })

test('a bar a bin, none where there is nothing, and the axis in thousands', () => {
  const [bars] = model.option.series as { data: unknown[] }[]
  expect(bars?.data).toEqual([3, '-', 1])
  expect(model.unit.id).toBe('thousand')
})

test('a bin says its bounds and how many it holds', () => {
  expect(model.marks[0]?.[0]?.label).toBe('£-20000.00 – £0.00, Entries 3')
  expect(model.tooltip({ row: 0, column: 2, label: '' })).toMatchObject({
    title: '£20000.00 – £40000.00',
    rows: [{ label: 'Entries', value: '1' }],
  })
})
