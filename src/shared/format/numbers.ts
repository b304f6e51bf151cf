import { exponentOf, toDecimal, type Total } from '../money/minor.ts'

/** The true minus sign: as wide as the plus and the digits. */
export const MINUS = '\u2212'

/** 'change': a plus on what went up. 'plain': a minus where negative. 'parentheses': (12.00), and room for the bracket elsewhere. */
export type SignStyle = 'plain' | 'change' | 'parentheses'

export interface MoneyOptions {
  locale: string
  sign?: SignStyle
  /** Show the currency's symbol (or its code where it has none). */
  symbol?: boolean
  /** Whole units only, rounded half away from zero. */
  whole?: boolean
}

/** A money amount in the pieces that the screen sets apart: `before` (sign, symbol), `whole`, `minor` (with its separator), `after`. */
export interface MoneyText {
  before: string
  whole: string
  minor: string
  after: string
  text: string
}

/**
 * Writes an exact amount of minor units; digits never pass through a float.
 * Zero has no sign. Null (no data) is all blank.
 */
export function formatMoney(value: Total | null, currency: string, options: MoneyOptions): MoneyText {
  if (value === null) return { before: '', whole: '', minor: '', after: '', text: '' }
  const exponent = exponentOf(currency)
  const negative = value < 0
  const size = negative ? -BigInt(value) : BigInt(value)
  const places = options.whole ? 0 : exponent
  const shown = options.whole ? roundedUnits(size, exponent) : size
  const sign = signOf(shown === 0n ? 0 : negative ? -1 : 1, options.sign ?? 'plain')
  const parts = moneyFormat(options.locale, currency, places, options.symbol ?? false).formatToParts(
    toDecimal(shown, places) as unknown as number,
  )
  let before = sign.before
  let whole = ''
  let minor = ''
  let after = ''
  for (const part of parts) {
    if (part.type === 'integer' || part.type === 'group') whole += part.value
    else if (part.type === 'decimal' || part.type === 'fraction') minor += part.value
    else if (whole === '') before += part.value
    else after += part.value
  }
  after += sign.after
  return { before, whole, minor, after, text: before + whole + minor + after }
}

function roundedUnits(size: bigint, exponent: number): bigint {
  const unit = 10n ** BigInt(exponent)
  return (2n * size + unit) / (2n * unit)
}

function signOf(direction: -1 | 0 | 1, style: SignStyle): { before: string; after: string } {
  if (style === 'parentheses') return direction < 0 ? { before: '(', after: ')' } : { before: '', after: '' }
  if (direction < 0) return { before: MINUS, after: '' }
  return { before: style === 'change' && direction > 0 ? '+' : '', after: '' }
}

const formats = new Map<string, Intl.NumberFormat>()

function moneyFormat(locale: string, currency: string, places: number, symbol: boolean): Intl.NumberFormat {
  const known = symbol && /^[A-Z]{3}$/.test(currency)
  return cached(`${locale}|${known ? currency : ''}|${places}`, locale, {
    ...(known ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {}),
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
}

function cached(key: string, locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}

/** Writes the sign ourselves, so that no "-0" and no hyphen-minus ever shows. */
function signed(value: number, digits: number, sign: SignStyle, write: (size: number) => string): string {
  const size = Math.abs(value)
  const zero = Number(size.toFixed(digits)) === 0
  const marks = signOf(zero ? 0 : value < 0 ? -1 : 1, sign)
  return marks.before + write(size) + marks.after
}

/** A count or another plain number: 1,042,318. */
export function formatCount(
  value: number | bigint | null,
  locale: string,
  sign: SignStyle = 'plain',
): string {
  if (value === null) return ''
  const format = cached(`${locale}|n0`, locale, { maximumFractionDigits: 0 })
  if (typeof value === 'bigint') {
    const marks = signOf(value < 0n ? -1 : value > 0n ? 1 : 0, sign)
    return marks.before + format.format(value < 0n ? -value : value) + marks.after
  }
  return signed(value, 0, sign, size => format.format(size))
}

/** A number with at most `digits` decimals. */
export function formatNumber(
  value: number | null,
  locale: string,
  digits = 2,
  sign: SignStyle = 'plain',
): string {
  if (value === null || !Number.isFinite(value)) return ''
  const format = cached(`${locale}|n${digits}`, locale, { maximumFractionDigits: digits })
  return signed(value, digits, sign, size => format.format(size))
}

/** A number with exactly `digits` decimals, as ticks of one axis need. */
export function formatFixed(value: number, locale: string, digits: number): string {
  const format = cached(`${locale}|f${digits}`, locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return signed(value, digits, 'plain', size => format.format(size))
}

/** A ratio as a percentage: 0.056 → 5.6%. Null and what is not finite (a change from nothing) are blank. */
export function formatPercent(
  ratio: number | null,
  locale: string,
  { sign = 'plain', digits = 1 }: { sign?: SignStyle; digits?: number } = {},
): string {
  if (ratio === null || !Number.isFinite(ratio)) return ''
  const format = cached(`${locale}|p${digits}`, locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return signed(ratio, digits + 2, sign, size => format.format(size))
}

const SHORT_UNITS: Record<string, readonly [number, string][]> = {
  de: [
    [1e9, '\u00a0Mrd.'],
    [1e6, '\u00a0Mio.'],
    [1e3, '\u00a0Tsd.'],
  ],
  other: [
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
}

/** For axes and narrow tiles: 1.2M, 940k, 12. At most three figures; the full amount belongs in the accessible name. */
export function formatShort(units: number | null, locale: string, sign: SignStyle = 'plain'): string {
  if (units === null || !Number.isFinite(units)) return ''
  const steps =
    SHORT_UNITS[locale.slice(0, 2).toLowerCase()] ?? (SHORT_UNITS['other'] as readonly [number, string][])
  const size = Math.abs(units)
  // 999 950 is 1.0M, not 1000k: the step is chosen by what will be shown.
  const step = steps.find(([at]) => size >= at * 0.9995) ?? ([1, ''] as [number, string])
  const scaled = size / step[0]
  const digits = step[0] === 1 ? (size < 10 && size !== Math.round(size) ? 1 : 0) : scaled < 99.95 ? 1 : 0
  return signed(units < 0 ? -scaled : scaled, digits, sign, n => formatNumber(n, locale, digits) + step[1])
}

/** Minor units, short: 120000000 GBP minor → 1.2M. */
export function formatMoneyShort(
  value: Total | null,
  currency: string,
  locale: string,
  sign: SignStyle = 'plain',
): string {
  return value === null ? '' : formatShort(Number(value) / 10 ** exponentOf(currency), locale, sign)
}
