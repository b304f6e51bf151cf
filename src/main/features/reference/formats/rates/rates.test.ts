import { expect, test } from 'vitest'
import { parseIsoDate } from '../../../../../shared/calendar/day.ts'
import { crossed, readRates } from './rates.ts'

const day = (text: string) => parseIsoDate(text)
const ecb = 'Date,USD,GBP,CYP,\n2026-04-13,1.1684,0.87058,N/A,\n2026-04-10,1.1711,N/A,N/A,\n'

test('the central bank’s file: newest first, N/A, a comma at the end', () => {
  const file = readRates(ecb, 'eurofxref-hist.csv')
  expect(file).toMatchObject({ layout: 'ecb', base: 'EUR', problems: [] })
  expect(file.rates).toEqual([
    { day: day('2026-04-13'), currency: 'USD', rate: '1.1684' },
    { day: day('2026-04-13'), currency: 'GBP', rate: '0.87058' },
    { day: day('2026-04-10'), currency: 'USD', rate: '1.1711' },
  ])
  expect(
    readRates('Date, USD, JPY, \n13 April 2026, 1.1684, 186.75, \n', 'eurofxref.csv').rates,
  ).toHaveLength(2)
})

test('against the pound: cross rates are fractions of the file’s own digits, days without a pound are left out', () => {
  const { rates, daysWithoutBase } = crossed(readRates(ecb, '').rates, 'EUR', 'GBP')
  expect(rates).toEqual([
    { day: day('2026-04-13'), currency: 'EUR', rate: '1/0.87058' },
    { day: day('2026-04-13'), currency: 'USD', rate: '1.1684/0.87058' },
  ])
  expect(daysWithoutBase).toBe(1)
  expect(crossed(readRates(ecb, '').rates, 'EUR', 'EUR').rates).toHaveLength(3)
})

test('a table of rows; what is no rate is a problem with its line, and no rate', () => {
  const file = readRates(
    'date;currency;rate;base\n2025-01-02;usd;1.25;gbp\n2025-01-03;USD;-1;GBP\n2025-13-01;USD;1;GBP\nx;;1;GBP\n',
    'r.csv',
  )
  expect(file).toMatchObject({ layout: 'long', base: 'GBP', rates: [{ currency: 'USD', rate: '1.25' }] })
  expect(file.problems.map(p => [p.line, p.column])).toEqual([
    [3, 'rate'],
    [4, 'date'],
    [5, 'currency'],
  ])
})

test('any other table is refused with what it would need', () => {
  expect(() => readRates('Date,Country,Exchange rate\n1971-01-01,Australia,0.8944\n', 'fred.csv')).toThrow(
    /names countries in its column “Country”/,
  )
  expect(() => readRates('Date,Rate\n1971-01-01,0.8944\n', 'r.csv')).toThrow(/date, currency and rate/)
})

test('with commas for decimals and points in the day, where semicolons part the fields', () => {
  const { rates, problems } = readRates(
    'Datum;USD;GBP\n31.01.2024;1,0837;0,8545\n30.01.2024;1,0846;-\n',
    'k.csv',
  )
  expect(problems).toEqual([])
  expect(rates.map(one => [one.day, one.currency, one.rate])).toEqual([
    [day('2024-01-31'), 'USD', '1.0837'],
    [day('2024-01-31'), 'GBP', '0.8545'],
    [day('2024-01-30'), 'USD', '1.0846'],
  ])
})
