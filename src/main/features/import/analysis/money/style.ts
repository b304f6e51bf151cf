import type { NumberStyle } from '../types.ts'

/** Symbols and short words that may stand beside a number, and the currency each names; '' where several currencies share it. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['$', ''],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['Rs', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['kr', ''],
  ['Fr', 'CHF'],
  ['SFr', 'CHF'],
  ['R$', 'BRL'],
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['د.إ', 'AED'],
  ['د.ا', 'JOD'],
  ['د.ك', 'KWD'],
  ['د.ب', 'BHD'],
  ['د.ع', 'IQD'],
  ['د.ل', 'LYD'],
  ['د.ت', 'TND'],
  ['د.ج', 'DZD'],
  ['د.م', 'MAD'],
  ['ر.س', 'SAR'],
  ['ر.ق', 'QAR'],
  ['ر.ع', 'OMR'],
  ['ر.ي', 'YER'],
  ['ج.م', 'EGP'],
  ['ل.ل', 'LBP'],
  ['ل.س', 'SYP'],
])

// ISO 4217: any other three capitals beside digits ("INV 2001") are no currency and the cell is no amount.
const ISO: ReadonlySet<string> = new Set(
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL DEM FRF ITL ATS NLG BTC ETH'.split(
    ' ',
  ),
)

/** True for an ISO 4217 code in capitals (and BTC, ETH, and the currencies that became the euro). */
export function isCurrencyCode(text: string): boolean {
  return ISO.has(text)
}

/** The ISO code that a cell of a currency column means: "gbp", "£", "Pounds Sterling"; undefined where it means none. */
export function currencyCode(cell: string): string | undefined {
  const text = cell.trim()
  const upper = text.toUpperCase()
  if (ISO.has(upper)) return upper
  const symbol = SYMBOLS.get(text)
  if (symbol !== undefined && symbol !== '') return symbol
  return CURRENCY_WORDS.get(upper)
}

const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['STERLING', 'GBP'],
  ['POUND STERLING', 'GBP'],
  ['POUNDS STERLING', 'GBP'],
  ['UK POUND', 'GBP'],
  ['EURO', 'EUR'],
  ['EUROS', 'EUR'],
  ['US DOLLAR', 'USD'],
  ['US DOLLARS', 'USD'],
  ['SWISS FRANC', 'CHF'],
])

/** A number's text taken apart: its sign, the word or symbol beside it, and the digits with their separators. */
export interface NumberParts {
  negative: boolean
  /** Currency symbol, code or Dr/Cr that stood beside the digits, trimmed; '' for none. */
  unit: string
  /** Digits and separators only, spaces of all kinds as ' '. */
  body: string
  /** Power of ten behind an 'e', for what spreadsheets and R write as 1e+05. */
  exponent: number
}

// Minus signs that typesetters and banks use: hyphen-minus, U+2212, en dash, U+FE63, U+FF0D.
const MINUS = '[-\\u2212\\u2013\\ufe63\\uff0d]'
const SPACES = /[\s\u00a0\u2007\u2009\u200a\u202f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]+/g
const UNIT =
  '(?:(?:US|CA|AU|NZ|HK|R|A|C|S)?\\$|[£€¥₹₽₺₪₩]|(?:[Kk]r|KR|S?Fr|Rs|zł|Ft|Kč|[Dd]r|DR|[Cc]r|CR)\\.?|[A-Z]{3}|\\p{Script=Arabic}[\\p{Script=Arabic}.]*)'
const SHAPE = new RegExp(
  `^(\\()?(${MINUS}|\\+)? ?(${UNIT})? ?(${MINUS}|\\+)? ?([0-9][0-9.,' \\u2019]*|[.,][0-9]+)(?:[eE]([+-]?[0-9]{1,2}))? ?(${MINUS}|\\+)? ?(${UNIT})? ?(${MINUS}|\\+)?(\\))?$`,
  'u',
)

// "£(34.56)", as accounting formats put it.
const UNIT_BEFORE_BRACKET = new RegExp(`^(${UNIT}) ?\\((?=[0-9.,])`, 'u')

/**
 * Takes a money cell apart: "(1,234.50)", "1.234,50-", "- $21.59", "£500.00", "1 234,37 EUR", "12.00 Dr". Undefined where it
 * is no number. Which of . and , is the decimal sign is the column's question, not this cell's.
 */
export function numberParts(text: string): NumberParts | undefined {
  const cell = text.replace(SPACES, ' ').trim()
  if (cell.length === 0 || cell.length > 60) return undefined
  const match = SHAPE.exec(cell.replace(UNIT_BEFORE_BRACKET, '($1'))
  if (!match) return undefined
  const [, open, minus1, unit1, minus2, digits, exponent, minus3, unit2, minus4, close] = match
  if ((open === undefined) !== (close === undefined)) return undefined
  const signs = [minus1, minus2, minus3, minus4].filter(s => s !== undefined)
  if (signs.length > 1 || (signs.length > 0 && open !== undefined)) return undefined
  if (unit1 !== undefined && unit2 !== undefined) return undefined
  const unit = (unit1 ?? unit2 ?? '').replace(/\.$/, '')
  if (/^[A-Z]{3}$/.test(unit) && !ISO.has(unit)) return undefined
  const credit = /^cr\.?$/i.test(unit2 ?? '')
  return {
    negative: (signs.length > 0 && signs[0] !== '+') || open !== undefined || credit,
    unit,
    body: (digits as string).replaceAll('\u2019', "'").trimEnd(),
    exponent: exponent === undefined ? 0 : Number(exponent),
  }
}

/** The currency that a unit beside a number names: an ISO code, a symbol's own currency, or undefined where it settles nothing. */
export function currencyOfUnit(unit: string, base: string): string | undefined {
  if (unit === '' || /^[dc]r$/i.test(unit)) return undefined
  if (/^[A-Z]{3}$/.test(unit)) return unit
  // A dollar sign in a workspace kept in some dollar is that dollar.
  if (unit === '$') return DOLLARS.has(base) ? base : 'USD'
  if (/^kr$/i.test(unit)) return KRONOR.has(base) ? base : undefined
  const known = SYMBOLS.get(unit)
  return known === '' ? undefined : known
}

/** The currency of a row whose column says `cell`: a code, a word, a sign ("$" is the base's dollar, else the American); else what stands there. */
export const currencyIn = (cell: string, base: string): string =>
  currencyCode(cell) ?? currencyOfUnit(cell.trim(), base) ?? cell.trim().toUpperCase()

const DOLLARS: ReadonlySet<string> = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN'])
const KRONOR: ReadonlySet<string> = new Set(['SEK', 'NOK', 'DKK', 'ISK'])

/**
 * Can the unit beside a number be this currency? A code is its own only; a sign is that of each currency that is written with it.
 * True for Dr, Cr and nothing, and for a currency that is not ISO's, of whose sign nothing is known.
 */
export function standsFor(unit: string, currency: string): boolean {
  if (unit === '' || !ISO.has(currency) || /^[dc]r$/i.test(unit)) return true
  if (/^[A-Z]{3}$/.test(unit)) return unit === currency
  const own = SYMBOLS.get(unit)
  if (own !== undefined && own === currency) return true
  const shared = SHARED.find(([units]) => units.test(unit))
  return shared?.[1].includes(currency) ?? false
}

// Signs that several currencies share, beside the one that SYMBOLS gives.
const SHARED: readonly (readonly [RegExp, string])[] = [
  [/^\$$/, 'USD CAD AUD NZD SGD HKD TWD MXN ARS BBD BMD BND BOB BSD BZD CLP COP CUP DOP FJD GYD JMD KYD LRD NAD NIO SBD SRD TTD UYU XCD'],
  [/^C\$$/, 'NIO'],
  [/^kr$/i, 'SEK NOK DKK ISK'],
  [/^£$/, 'FKP GIP SHP EGP LBP SDG SSP SYP'],
  [/^¥$/, 'CNY'],
  [/^₩$/, 'KPW'],
  [/^Rs$/, 'PKR LKR NPR MUR SCR'],
] // prettier-ignore

/** What one number says about its column's style: which sign is the decimal one, or that it could be either. */
export type StyleEvidence = 'none' | 'decimal-point' | 'decimal-comma' | 'either-point' | 'either-comma'

/**
 * "1,234.56" and "1,234,567" speak for the point; "1.234,56" and "12,5" for the comma; "1.234" could be either: one separator,
 * once, with exactly three digits behind it.
 */
export function styleEvidence(body: string): StyleEvidence {
  const point = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (point < 0 && comma < 0) return 'none'
  if (point >= 0 && comma >= 0) return point > comma ? 'decimal-point' : 'decimal-comma'
  const sign = point >= 0 ? '.' : ','
  const at = Math.max(point, comma)
  const many = body.indexOf(sign) !== at
  if (many) return sign === '.' ? 'decimal-comma' : 'decimal-point'
  const behind = body.length - at - 1
  const grouped = /[ ']/.test(body)
  const could = behind === 3 && at >= 1 && at <= 3 && body[0] !== '0' && !grouped
  if (could) return sign === '.' ? 'either-point' : 'either-comma'
  return sign === '.' ? 'decimal-point' : 'decimal-comma'
}

/** The plain digits ("-1234.5") of a number in a style; undefined where the separators do not fit the style. */
export function plainDigits(parts: NumberParts, style: NumberStyle): string | undefined {
  const { decimal } = style
  const at = parts.body.lastIndexOf(decimal)
  const whole = at < 0 ? parts.body : parts.body.slice(0, at)
  const fraction = at < 0 ? '' : parts.body.slice(at + 1)
  if (!/^\d*$/.test(fraction)) return undefined
  let digits = whole
  if (!/^\d*$/.test(whole)) {
    const group = /[.,' ]/.exec(whole)?.[0] as string
    if (group === decimal || (style.grouping !== '' && style.grouping !== group && group !== ' '))
      return undefined
    // Groups of three; of two before the last in the Indian manner.
    const groups = whole.split(group)
    if (
      groups.some((g, i) => !/^\d+$/.test(g) || (i === 0 ? g.length > 3 : g.length !== 3 && g.length !== 2))
    )
      return undefined
    if ((groups.at(-1) as string).length !== 3) return undefined
    digits = groups.join('')
  }
  if (digits === '' && fraction === '') return undefined
  return shift(digits === '' ? '0' : digits, fraction, parts.exponent)
}

/** Moves the decimal point in text, so that 1.5e+03 is 1500 without a float. */
function shift(whole: string, fraction: string, exponent: number): string {
  if (exponent === 0) return fraction === '' ? whole : `${whole}.${fraction}`
  if (exponent > 0) {
    const padded = fraction.padEnd(exponent, '0')
    const rest = padded.slice(exponent)
    return whole + padded.slice(0, exponent) + (rest === '' ? '' : `.${rest}`)
  }
  const padded = whole.padStart(-exponent + 1, '0')
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}${fraction}`
}
