/**
 * A number's text as sign, digits and places, exact: '-1234.50' → -12345 with one place. Exponents too (R writes 600000 as 6e+05).
 * Undefined where it is no such number.
 */
export function readDecimal(text: string): { negative: boolean; digits: string; places: number } | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return undefined
  let digits = whole + fraction
  let places = fraction.length - Number(exponent)
  if (places < 0) {
    digits = digits.padEnd(digits.length - places, '0')
    places = 0
  }
  while (places > 0 && digits.endsWith('0')) {
    digits = digits.slice(0, -1)
    places -= 1
  }
  return { negative: sign === '-', digits: digits.replace(/^0+/, ''), places }
}

/** Whole units of the `places`-th decimal; undefined where it has more places or is beyond 2^53. */
export function unitsOf(text: string, places: number): number | undefined {
  const read = readDecimal(text)
  if (!read || read.places > places) return undefined
  const value = Number(read.digits.padEnd(read.digits.length + places - read.places, '0'))
  if (!Number.isSafeInteger(value)) return undefined
  return read.negative && value !== 0 ? -value : value
}

/** Whole units of the `places`-th decimal, the rest rounded half away from nought, digit by digit; undefined where it is no number or beyond 2^53. */
export function roundedTo(text: string, places: number): number | undefined {
  const read = readDecimal(text)
  if (!read) return undefined
  if (read.places <= places) return unitsOf(text, places)
  const cut = read.digits.padStart(read.places - places + 1, '0')
  const end = cut.length - (read.places - places)
  const value = Number(cut.slice(0, end)) + ((cut[end] as string) >= '5' ? 1 : 0)
  if (!Number.isSafeInteger(value)) return undefined
  return read.negative && value !== 0 ? -value : value
}
