import { expect, test } from 'vitest'
import { noSteps, rows } from '../testing.ts'
import { gaps as withSettings, splitNumber, type GapSettings } from './gaps.ts'
import type { Population } from '../population.ts'

const gaps = ({ payee: _none, ...population }: Population, settings: Partial<GapSettings> = {}) =>
  withSettings(population, { least: 4, density: 50, jump: 100, repeats: true, ...settings }, noSteps)
const numbered = (...numbers: string[]) =>
  rows(...numbers.map((number, i) => `2024-01-${String(i + 1).padStart(2, '0')}  Acme  10.00  ${number}`))

test.each([
  ['INV-0012', 'INV-#', 12],
  ['2024/0012', '2024/#', 12],
  ['0496J10', '#J10', 496],
  ['77', '#', 77],
  ['12345678901234567890', '12345#', 678_901_234_567_890],
])('“%s” is of series “%s”', (text, series, number) => {
  expect(splitNumber(text)).toEqual({ series, number })
})

test('what is missing between the first and the last, each gap once, with the rows beside it', () => {
  const found = gaps(numbered('INV-1', 'INV-2', 'INV-5', 'INV-7', 'X-9', 'cash'))
  expect(found.exceptions).toEqual([
    { rows: [1, 2], code: 'gap', values: { series: 'INV-#', from: 3, to: 4, missing: 2 }, amount: 0 },
    { rows: [2, 3], code: 'gap', values: { series: 'INV-#', from: 6, to: 6, missing: 1 }, amount: 0 },
  ])
  expect(found.series[0]).toMatchObject({ first: 1, last: 7, rows: 4, present: 4, missing: 3, gaps: 2 })
  expect(found.unnumbered).toBe(1)
})

test('a number twice is a repeat, and no gap', () => {
  const found = gaps(numbered('A1', 'A2', 'A2', 'A3'))
  expect(found.exceptions).toEqual([
    { rows: [1, 2], code: 'repeat', values: { series: 'A#', number: 2, times: 2 }, amount: 2000 },
  ])
})

test('one number out of order is one exception, not all that come after it', () => {
  const found = gaps(numbered('9', '1', '2', '3', '4', '5', '6', '7', '8'))
  expect(found.exceptions).toEqual([
    { rows: [0], code: 'out-of-order', values: { series: '#', number: 9 }, amount: 1000 },
  ])
})

test('on one day numbers may come in any order; without dates the order of the rows counts', () => {
  const day = rows(...['4', '3', '2', '1'].map(number => `2024-01-01  A  1.00  ${number}`))
  expect(gaps(day).exceptions).toEqual([])
  const { date: _none, ...undated } = day
  expect(gaps(undated).series[0]?.outOfOrder).toBe(3)
})

test('a supplier’s own numbers have no gaps for its customer: too few of them are there', () => {
  const sparse = gaps(numbered('INV-100', 'INV-117', 'INV-131', 'INV-150', 'INV-171'))
  expect(sparse.exceptions).toEqual([])
  expect(sparse.series[0]).toMatchObject({ dense: false, rows: 5, missing: 0, gaps: 0 })
})

test('a new year’s numbers begin a new run, and both years’ gaps are found', () => {
  const found = gaps(
    numbered('20230001', '20230002', '20230004', '20230005', '20240001', '20240003', '20240004', '20240005'),
  )
  expect(found.exceptions.map(one => one.values['from'])).toEqual([20230003, 20240002])
})

test('each payee has its own numbers, and repeats can be left out', () => {
  const two = rows(
    ...['1', '2', '3', '4'].map(number => `2024-01-01  Acme  1.00  ${number}`),
    ...['1', '2', '4', '5'].map(number => `2024-01-01  Bell  1.00  ${number}`),
  )
  const found = withSettings(two, { least: 4, density: 50, jump: 100, repeats: true }, noSteps)
  expect(found.exceptions).toEqual([
    {
      rows: [5, 6],
      code: 'gap',
      values: { series: '#', payee: 'Bell', from: 3, to: 3, missing: 1 },
      amount: 0,
    },
  ])
  expect(gaps(two, { repeats: false }).exceptions).toEqual([])
})
