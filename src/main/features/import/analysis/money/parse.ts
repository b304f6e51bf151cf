import { exponentOf, minor, parseDecimal, type Minor } from '../../../../../shared/money/minor.ts'
import type { NumberStyle } from '../types.ts'
import { numberParts, plainDigits, standsFor } from './style.ts'

export type MoneyProblem = 'bad-amount' | 'other-currency' | 'too-many-decimals' | 'amount-too-large'

/** Minor units, or why the text is none. */
export type MoneyReading = { ok: true; value: Minor } | { ok: false; problem: MoneyProblem }

/** For a look at signs and sizes only: any currency may stand beside the digits. */
export const ANY = ''

const BAD: MoneyReading = { ok: false, problem: 'bad-amount' }

/**
 * Text to minor units, digit by digit. More places than the currency has are taken where they are zeros, or where they are
 * plainly a spreadsheet's binary noise (104758470.9000001, 12.249999999998: at least four noughts or nines behind the last
 * place that counts, then at most two stray digits); any other is refused, because rounding it would not be the file's amount.
 * So is a sign or code of another currency beside the digits: it would be taken for the column's.
 */
export function parseMoney(text: string, style: NumberStyle, currency: string): MoneyReading {
  const exponent = exponentOf(currency)
  // Most cells by far are plain.
  if (style.decimal === '.') {
    const quick = quickPlain(text, exponent)
    if (quick !== undefined) return { ok: true, value: quick }
  }
  const parts = numberParts(text)
  if (!parts) return BAD
  const plain = plainDigits(parts, style)
  if (plain === undefined) return BAD
  if (!standsFor(parts.unit, currency)) return { ok: false, problem: 'other-currency' }
  const size = parseDecimal(plain, exponent) ?? withoutNoise(plain, exponent)
  if (size === undefined) {
    const places = (plain.split('.')[1] ?? '').replace(/0+$/, '').length
    return { ok: false, problem: places > exponent ? 'too-many-decimals' : 'amount-too-large' }
  }
  return { ok: true, value: parts.negative ? minor(-size) : size }
}

function withoutNoise(plain: string, exponent: number): Minor | undefined {
  const match = /^(\d+)\.(\d+)$/.exec(plain)
  if (!match) return undefined
  const [, whole = '', places = ''] = match
  const noise = places.slice(exponent).replace(/0+$/, '')
  if (/^0{4,}\d{1,2}$/.test(noise)) return parseDecimal(`${whole}.${places.slice(0, exponent)}`, exponent)
  if (!/^9{4,}\d{0,2}$/.test(noise)) return undefined
  const below = parseDecimal(`${whole}.${places.slice(0, exponent)}`, exponent)
  return below === undefined ? undefined : minor(below + 1)
}

const ZERO = 48

/** "-1234.56" with nothing else around it, without a regular expression; undefined sends the cell the long way. */
function quickPlain(text: string, exponent: number): Minor | undefined {
  const { length } = text
  if (length === 0 || length > 15) return undefined
  let at = 0
  const negative = text.charCodeAt(0) === 45
  if (negative) at = 1
  if (at === length) return undefined
  let value = 0
  let places = -1
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46) {
      if (places >= 0 || at === (negative ? 1 : 0)) return undefined
      places = 0
      continue
    }
    const digit = code - ZERO
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
    if (places >= 0) places++
  }
  if (places > exponent) return undefined
  for (let i = Math.max(places, 0); i < exponent; i++) value *= 10
  if (!Number.isSafeInteger(value)) return undefined
  return minor(negative ? -value : value)
}
