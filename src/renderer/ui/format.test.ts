import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDecimal } from '../../shared/money/minor.ts'
import {
  formatCount,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  formatShort,
  MINUS,
} from './format.ts'

const gb = { locale: 'en-GB' }
const de = { locale: 'de-DE' }
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('money', () => {
  test('an amount is split into what is set apart on screen', () => {
    expect(formatMoney(4944256921, 'GBP', { ...gb, symbol: true })).toEqual({
      before: '£',
      whole: '49,442,569',
      minor: '.21',
      after: '',
      text: '£49,442,569.21',
    })
  })

  test('a negative amount has the true minus, before the symbol', () => {
    expect(formatMoney(-123456, 'GBP', { ...gb, symbol: true }).text).toBe('−£1,234.56')
    expect(formatMoney(-123456, 'GBP', gb).text).toBe('−1,234.56')
  })

  test('German writes the point as group, the comma as decimal and the symbol behind', () => {
    const text = formatMoney(-123456789, 'EUR', { ...de, symbol: true })
    expect(plain(text.text)).toBe('−1.234.567,89 €')
    expect(text.minor).toBe(',89')
    expect(plain(text.after)).toBe(' €')
  })

  test('a plus stands only on changes, and zero has no sign at all', () => {
    expect(formatMoney(500, 'GBP', { ...gb, sign: 'change' }).text).toBe('+5.00')
    expect(formatMoney(500, 'GBP', gb).text).toBe('5.00')
    expect(formatMoney(0, 'GBP', { ...gb, sign: 'change' }).text).toBe('0.00')
    expect(formatMoney(-0, 'GBP', gb).text).toBe('0.00')
  })

  test('whole units round half away from zero and never become minus nothing', () => {
    expect(formatMoney(-150, 'GBP', { ...gb, whole: true }).text).toBe('−2')
    expect(formatMoney(149, 'GBP', { ...gb, whole: true }).text).toBe('1')
    expect(formatMoney(-49, 'GBP', { ...gb, whole: true, sign: 'change' }).text).toBe('0')
  })

  test('parentheses take the place of the minus', () => {
    expect(formatMoney(-123456, 'GBP', { ...gb, sign: 'parentheses' }).text).toBe('(1,234.56)')
    expect(formatMoney(123456, 'GBP', { ...gb, sign: 'parentheses' }).text).toBe('1,234.56')
  })

  test('yen has no minor part, the Kuwaiti dinar three places', () => {
    expect(formatMoney(1234, 'JPY', gb).text).toBe('1,234')
    expect(formatMoney(1234567, 'KWD', gb).text).toBe('1,234.567')
  })

  test('missing is blank', () => {
    expect(formatMoney(null, 'GBP', gb).text).toBe('')
    expect(formatMoneyShort(null, 'GBP', 'en-GB')).toBe('')
    expect(formatPercent(null, 'en-GB')).toBe('')
    expect(formatPercent(Infinity, 'en-GB')).toBe('')
  })

  test('a sum beyond a safe integer keeps its last digit', () => {
    expect(formatMoney(90071992547409931234567n, 'GBP', gb).text).toBe('900,719,925,474,099,312,345.67')
  })

  test('a currency that ISO does not know is written by its digits alone', () => {
    expect(formatMoney(12345, 'POINTS', { ...gb, symbol: true }).text).toBe('123.45')
  })

  test('the digits are those of the amount, whatever the locale', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH', 'en-US', 'sv-SE'),
        fc.constantFrom('GBP', 'JPY', 'KWD'),
        (value, locale, currency) => {
          const { text } = formatMoney(value, currency, { locale })
          const exponent = { GBP: 2, JPY: 0, KWD: 3 }[currency] ?? 2
          expect(text.replace(/\D/g, '')).toBe(toDecimal(value, exponent).replace(/\D/g, ''))
          expect(text.startsWith(MINUS)).toBe(value < 0n)
          expect(text).not.toContain('-')
        },
      ),
    )
  })
})

describe('short figures', () => {
  test.each([
    [0, '0'],
    [12, '12'],
    [940_000, '940k'],
    [1_200_000, '1.2M'],
    [1_000_000, '1M'],
    [8_500_000, '8.5M'],
    [999_950, '1M'],
    [999_400, '999k'],
    [49_442_569, '49.4M'],
    [234_000_000, '234M'],
    [3_100_000_000, '3.1bn'],
    [-2_500, '−2.5k'],
    [-0, '0'],
  ])('%d is %s', (units, text) => {
    expect(formatShort(units, 'en-GB')).toBe(text)
  })

  test('German has its own words', () => {
    expect(plain(formatShort(1_200_000, 'de-DE'))).toBe('1,2 Mio.')
    expect(plain(formatMoneyShort(94_000_000, 'EUR', 'de-DE'))).toBe('940 Tsd.')
  })
})

describe('counts and percents', () => {
  test('counts are grouped', () => {
    expect(formatCount(1042318, 'en-GB')).toBe('1,042,318')
    expect(formatCount(1042318n, 'de-DE')).toBe('1.042.318')
    expect(formatCount(-3, 'en-GB', 'change')).toBe('−3')
    expect(formatCount(3, 'en-GB', 'change')).toBe('+3')
  })

  test('a change that rounds to nothing has no sign', () => {
    expect(formatPercent(0.0561, 'en-GB', { sign: 'change' })).toBe('+5.6%')
    expect(formatPercent(-0.0002, 'en-GB', { sign: 'change' })).toBe('0.0%')
    expect(plain(formatPercent(-0.123, 'de-DE'))).toBe('−12,3 %')
    expect(formatNumber(-0.001, 'en-GB')).toBe('0')
  })
})
