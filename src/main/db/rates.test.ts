import { afterAll, expect, test } from 'vitest'
import { createConverter, rateOn, setRates } from './rates.ts'
import { createTestWorkspace } from './testing.ts'

const workspace = createTestWorkspace()
afterAll(() => workspace.close())
const { db } = workspace
setRates(db, [
  { currency: 'EUR', day: 100, rate: '1.25', source: 'test' },
  { currency: 'EUR', day: 200, rate: '1.1', source: 'test' },
  { currency: 'JPY', day: 100, rate: '190.5', source: 'test' },
])
const convert = createConverter(db, 'GBP')

test('an amount is converted at the latest rate on or before its day', () => {
  expect(convert(1250, 'EUR', 100)).toBe(1000)
  expect(convert(1250, 'EUR', 199)).toBe(1000)
  expect(convert(1100, 'EUR', 5000)).toBe(1000)
  expect(rateOn(db, 'EUR', 150)).toEqual({ currency: 'EUR', day: 100, rate: '1.25', source: 'test' })
})

test('without a rate there is no amount, rather than a wrong one', () => {
  expect(convert(1250, 'EUR', 99)).toBeNull()
  expect(convert(1250, 'USD', 300)).toBeNull()
  expect(rateOn(db, 'EUR', 99)).toBeUndefined()
})

test('currencies with other minor units are scaled: 1,905 yen are ten pounds', () => {
  expect(convert(1905, 'JPY', 100)).toBe(1000)
})

test('rounds to the penny, halves away from zero, alike for debits and credits', () => {
  expect(convert(1, 'EUR', 200)).toBe(1)
  expect(convert(-11, 'EUR', 100)).toBe(-9)
  expect(convert(11, 'EUR', 100)).toBe(9)
})

test('the base currency is never touched', () => {
  expect(convert(123, 'GBP', 1)).toBe(123)
})

test('a rate given again for its day replaces the first', () => {
  setRates(db, [{ currency: 'EUR', day: 200, rate: '1.2', source: 'test' }])
  expect(createConverter(db, 'GBP')(1200, 'EUR', 200)).toBe(1000)
})
