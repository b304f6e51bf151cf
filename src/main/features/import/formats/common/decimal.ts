/** An exact decimal: `units` / 10 ** `scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** More digits than any ledger has; longer ones are refused, or a hostile file would buy quadratic time with them. */
const MAX_DIGITS = 60

export const ZERO: Decimal = { units: 0n, scale: 0 }

/** A plain decimal ('-1234.50', '12.'); undefined for anything else. */
export function decimal(text: string): Decimal | undefined {
  const parts = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!parts) return undefined
  const [, sign = '', whole = '', fraction = ''] = parts
  if (whole === '' && fraction === '') return undefined
  if (whole.length + fraction.length > MAX_DIGITS) return undefined
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(a, scale) + at(b, scale), scale }
}

export const negate = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale })

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b))

export const absolute = (a: Decimal): Decimal => (a.units < 0n ? negate(a) : a)

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
})

/** To `places` after the point, half away from nought; exact where fewer do. Undefined for a division by nought. */
export function divide(a: Decimal, b: Decimal, places = 28): Decimal | undefined {
  if (b.units === 0n) return undefined
  const shift = BigInt(Math.max(0, places + b.scale - a.scale))
  const scaled = a.units * 10n ** shift
  const scale = a.scale + Number(shift) - b.scale
  const twice = scaled * 2n
  const half = twice < 0n === b.units < 0n ? b.units : -b.units
  return trimmed({ units: (twice + half) / (b.units * 2n), scale })
}

/** Without noughts at the end. */
export function trimmed(a: Decimal): Decimal {
  let { units, scale } = a
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale--
  }
  return { units, scale }
}

export function compare(a: Decimal, b: Decimal): number {
  const { units } = subtract(a, b)
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

/** Plain text with as many places as the decimal carries; never a negative nought. */
export function plain(a: Decimal): string {
  const digits = (a.units < 0n ? -a.units : a.units).toString().padStart(a.scale + 1, '0')
  const whole = digits.slice(0, digits.length - a.scale)
  return `${a.units < 0n ? '-' : ''}${whole}${a.scale > 0 ? `.${digits.slice(-a.scale)}` : ''}`
}

const at = (a: Decimal, scale: number): bigint => a.units * 10n ** BigInt(scale - a.scale)
