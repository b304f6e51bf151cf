/**
 * An amount of money: a whole number of the currency's minor unit (pence, cents), signed.
 * Only safe integers: ±9 007 199 254 740 991 minor units, ninety million million pounds. One entry fits; a sum
 * that does not is carried as a bigint (`Total`), never rounded.
 */
export type Minor = number & { readonly __minor: unique symbol }

/** A sum of amounts in minor units: a number while it is a safe integer, a bigint beyond. */
export type Total = number | bigint

/** ISO 4217 code in capitals, or the ledger's own code where it uses none of ISO's (three to eight characters). */
export type CurrencyCode = string & { readonly __currency: unique symbol }

// ISO 4217, table A.1: the currencies whose minor unit is not a hundredth.
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
  BTC: 8,
  ETH: 8,
}

/** Decimal places of a currency's minor unit (ISO 4217; eight for BTC and ETH); 2 where the code is not known. */
export function exponentOf(currency: string): number {
  return Object.hasOwn(EXPONENTS, currency) ? (EXPONENTS[currency] as number) : 2
}

/** Asserts that a number is a whole count of minor units that adds exactly. Throws RangeError: a caller's bug. */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of minor units`)
  return (value === 0 ? 0 : value) as Minor
}

/** Narrows an exact sum to a number where that loses nothing. */
export function total(value: bigint): Total {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value
}

/**
 * Reads a plain decimal ("-1234.5", at most `exponent` places that are not zero) digit by digit, never through a float.
 * Returns undefined where the text is not such a number or does not fit; number styles (1.234,50) are the importer's.
 */
export function parseDecimal(text: string, exponent = 2): Minor | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text)
  if (!match) return undefined
  const places = (match[3] ?? '').replace(/0+$/, '')
  if (places.length > exponent) return undefined
  const digits = Number((match[2] as string) + places.padEnd(exponent, '0'))
  if (!Number.isSafeInteger(digits)) return undefined
  return minor(match[1] === '-' ? -digits : digits)
}

/** Writes minor units as a plain decimal string with all its places: 8772306028 → "87723060.28". */
export function toDecimal(value: Total, exponent = 2): string {
  const negative = value < 0
  const digits = (negative ? -BigInt(value) : BigInt(value)).toString().padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const places = exponent === 0 ? '' : `.${digits.slice(-exponent)}`
  return `${negative ? '-' : ''}${whole}${places}`
}

/** a ÷ b to the nearest whole, halves away from zero, exactly: how means and percentiles become minor units. */
export function divideRounded(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('division by zero')
  const negative = a < 0n !== b < 0n
  const n = a < 0n ? -a : a
  const d = b < 0n ? -b : b
  const quotient = (2n * n + d) / (2n * d)
  return negative ? -quotient : quotient
}
