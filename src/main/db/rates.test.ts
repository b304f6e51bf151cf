import { afterAll, expect, test } from 'vitest'
import { createConverter, decimalRate, rateOn, setRates, writeRateLimit } from './rates.ts'
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

test('a crossed rate is a fraction: 1,168.40 dollars at 1.1684 and 0.87058 to the euro are 870.58 pounds', () => {
  setRates(db, [{ currency: 'USD', day: 300, rate: '1.1684/0.87058', source: 'test' }])
  expect(createConverter(db, 'GBP')(116_840, 'USD', 300)).toBe(87_058)
  expect(decimalRate('1.1684/0.87058')).toBe('1.34209378')
  expect(decimalRate('1/0.5')).toBe('2')
})

test('beyond the limit of days a rate is no rate', () => {
  writeRateLimit(db, 10)
  expect([createConverter(db, 'GBP')(1905, 'JPY', 110), rateOn(db, 'JPY', 110)?.rate]).toEqual([
    1000,
    '190.5',
  ])
  expect([createConverter(db, 'GBP')(1905, 'JPY', 111), rateOn(db, 'JPY', 111)]).toEqual([null, undefined])
  writeRateLimit(db, undefined)
  expect(createConverter(db, 'GBP')(1905, 'JPY', 9999)).toBe(1000)
})
