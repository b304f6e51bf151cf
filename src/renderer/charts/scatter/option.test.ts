import { expect, test } from 'vitest'
import { testStyle } from '../testing.ts'
import { scatterModel, type ScatterPoint } from './option.ts'

const points: ScatterPoint[] = [
  { id: 1, date: '2025-10-03', amount: 1250, unusual: false },
  { id: 2, date: '2025-10-30', amount: -18_420_000, unusual: true, high: true, label: 'Brightwell' },
  { id: 3, date: '2025-10-05', amount: 0, unusual: true, label: 'Nobody', note: 'A Sunday' },
]
const model = scatterModel(points, 'GBP', testStyle, { amount: 'Amount' }, 3)

test('unusual entries are marks in the order of their dates; ordinary ones are only drawn', () => {
  expect(model.marks).toEqual([
    [
      { row: 0, column: 0, label: 'step 2025-10-05, Nobody, £0.00' },
      { row: 0, column: 1, label: 'step 2025-10-30, Brightwell, £-184200.00' },
    ],
  ])
  expect(model.locate(0, 0)).toEqual({ row: -1, column: -1 })
  expect(model.locate(1, 1)).toEqual({ row: 0, column: 1 })
  expect(model.place(model.marks[0]![1]!)).toEqual({ seriesIndex: 1, dataIndex: 1 })
})

test('an outflow is drawn by its size, and nil as the smallest amount that a logarithm can show', () => {
  const [usual, unusual] = model.option.series as { data: unknown[] }[]
  expect(usual?.data).toEqual([[Date.parse('2025-10-03'), 12.5]])
  expect(unusual?.data.map(d => (d as { value: number[] }).value[1])).toEqual([0.01, 184_200])
})

test('the tooltip says the day, the name, the full amount and the note', () => {
  expect(model.tooltip(model.marks[0]![0]!)).toEqual({
    title: 'step 2025-10-05, Nobody',
    rows: [
      { swatch: '#8B2A9B', shape: 'square', label: 'Amount', value: '£0.00' },
      { label: 'A Sunday', value: '' },
    ],
  })
})

test('the chosen one is ringed in the accent colour', () => {
  const [, unusual] = model.option.series as { data: { itemStyle: { borderColor: string } }[] }[]
  expect(unusual?.data.map(d => d.itemStyle.borderColor)).toEqual(['#2B45A3', '#8B2A9B'])
})

test('what the legend hides is neither drawn nor reached by keys', () => {
  const without = (hidden: string) =>
    scatterModel(points, 'GBP', testStyle, { amount: 'Amount' }, undefined, new Set([hidden]))
  const drawn = (hidden: string): number[] =>
    (without(hidden).option.series as { data: unknown[] }[]).map(one => one.data.length)
  expect([drawn('usual'), drawn('unusual')]).toEqual([
    [0, 2],
    [1, 0],
  ])
  expect(without('unusual').marks).toEqual([[]])
})

test('without any point there is a picture all the same', () => {
  expect(scatterModel([], 'GBP', testStyle, { amount: 'Amount' }).marks).toEqual([[]])
})

test('names lie neither over one another nor over the left edge, and each is there once', () => {
  const high = (id: number, date: string, amount: number, label: string): ScatterPoint => ({
    id,
    date,
    amount,
    unusual: true,
    high: true,
    label,
  })
  const { option } = scatterModel(
    [
      high(1, '2025-01-01', 900_000, 'First'),
      high(2, '2025-06-10', 800_000, 'Largest here'),
      high(3, '2025-06-12', 790_000, 'Beneath it'),
      high(4, '2025-12-30', 700_000, 'Largest here'),
      high(5, '2025-12-31', 100, 'Last'),
    ],
    'GBP',
    testStyle,
    { amount: 'Amount' },
  )
  const [, unusual] = option.series as { data: { label: Record<string, unknown> }[] }[]
  const shown = unusual?.data.map(d => d.label).filter(label => label.show)
  expect(shown?.map(label => [label.formatter, label.position])).toEqual([
    ['First', 'right'],
    ['Largest here', 'left'],
    ['Last', 'left'],
  ])
})
