import { expect, test } from 'vitest'
import { testStyle } from '../testing.ts'
import { benfordModel, benfordTwin, type DigitWords } from './option.ts'

const words: DigitWords = {
  digits: 'Digit',
  observed: 'Seen',
  expected: 'Expected',
  bounds: 'Bounds',
  outside: 'outside',
  number: 'Number',
  from: 'From',
  to: 'To',
  judgement: 'Judgement',
  count: String,
  share: value => `${(value * 100).toFixed(1)} %`,
}
const shares = [
  { digits: 1, count: 40, observed: 0.4, expected: 0.301, lower: 0.25, upper: 0.35 },
  { digits: 2, count: 18, observed: 0.18, expected: 0.176, lower: 0.14, upper: 0.21 },
]

test('bars of what is seen, the expected line over its band, and a bar outside has another colour', () => {
  const { option, marks } = benfordModel(shares, words, testStyle)
  const [bars, lower, upper, expected] = option.series as { data: unknown[] }[]
  expect(bars?.data).toMatchObject([
    { value: 40, itemStyle: { color: testStyle.colours.anomaly } },
    { value: 18, itemStyle: { color: testStyle.colours.accent } },
  ])
  expect([lower?.data[1], upper?.data[1], expected?.data[1]]).toEqual([
    expect.closeTo(14, 9),
    expect.closeTo(7, 9),
    expect.closeTo(17.6, 9),
  ])
  expect(marks[0]?.[0]?.label).toBe(
    'Digit 1, Seen (outside) 40.0 % (40), Expected 30.1 %, Bounds 25.0 % – 35.0 %',
  )
})

test('the twin has every figure, and first-two digits keep their nought', () => {
  const twin = benfordTwin(
    [
      { ...shares[0]!, digits: 7 },
      { ...shares[1]!, digits: 99 },
    ],
    words,
  )
  expect(twin.rows.map(row => row.head)).toEqual(['07', '99'])
  expect(twin.rows[0]?.cells.map(cell => (cell as { text: string }).text)).toEqual([
    '40',
    '40.0 %',
    '30.1 %',
    '25.0 %',
    '35.0 %',
    'outside',
  ])
})
