import { expect, test } from 'vitest'
import { atPrices } from './prices.ts'

const yearly = [
  { date: '2023-01-01', value: '100.0' },
  { date: '2024-01-01', value: '110.00' },
]

test('a yearly index serves its year; a month beyond has no value, and says so', () => {
  const found = atPrices(yearly, [
    ['2022-12', 100_00],
    ['2023-07', 100_00],
    ['2024-12', -50_01],
    ['2025-01', 1_00],
  ])
  expect(found).toEqual({
    month: '2024-12',
    without: 2,
    months: [
      { month: '2022-12', nominal: 100_00, index: null, real: null },
      { month: '2023-07', nominal: 100_00, index: '100.0', real: 110_00 },
      { month: '2024-12', nominal: -50_01, index: '110.00', real: -50_01 },
      { month: '2025-01', nominal: 1_00, index: null, real: null },
    ],
  })
})

test('sums beyond what a float holds stay exact, and no prices are told by a rate below nought', () => {
  const huge = 9_007_199_254_740_993n
  expect(
    atPrices(yearly, [
      ['2023-01', huge],
      ['2024-01', 0],
    ])?.months[0]?.real,
  ).toBe(9_907_919_180_215_092n)
  expect(atPrices([{ date: '2023-01-01', value: '-0.4' }], [])).toBeUndefined()
})
