import { expect, test } from 'vitest'
import { readDecimal, unitsOf } from './decimal.ts'

test.each([
  ['1234.5', 2, 123_450],
  ['-0.01', 2, -1],
  ['6e+05', 2, 60_000_000],
  ['1.25E3', 2, 125_000],
  ['12e-2', 2, 12],
  ['+7.', 0, 7],
  ['.5', 2, 50],
  ['-0', 2, 0],
  ['90071992547409.91', 2, 9_007_199_254_740_991],
  ['90071992547409.92', 2, undefined],
  ['1.234', 2, undefined],
  ['1,234.00', 2, undefined],
  ['', 2, undefined],
  ['.', 2, undefined],
])('“%s” with %d places is %s units', (text, places, expected) => {
  expect(unitsOf(text, places)).toBe(expected)
})

test('zeros at the end are no places', () => {
  expect(readDecimal('10.500')?.places).toBe(1)
  expect(readDecimal('1.50e1')?.places).toBe(0)
})
