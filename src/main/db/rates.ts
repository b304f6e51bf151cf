import { divideRounded, exponentOf } from '../../shared/money/minor.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { ReadableDB, WritableDB } from './types.ts'

/**
 * Units of `currency` for one unit of the base currency on a day (days since 1970-01-01). `rate` is a plain decimal text, or two with
 * a stroke between where it crosses a third currency ("1.1684/0.87058"): no digits are lost to a division.
 */
export interface Rate {
  currency: string
  day: number
  rate: string
  source: string
}

const LIMIT = 'rate_limit_days'

/** How many days after its own a rate may be used; undefined: for ever. */
export function readRateLimit(db: ReadableDB): number | undefined {
  const text = readMeta(db, LIMIT)
  return text === undefined || text === '' ? undefined : Number(text)
}

export function writeRateLimit(db: WritableDB, days: number | undefined): void {
  writeMeta(db, LIMIT, days === undefined ? '' : String(days))
}

/** A rate's text as a fraction of whole numbers. Throws RangeError where it is no rate. */
export function fractionOf(rate: string): { over: bigint; under: bigint } {
  const match = /^(\d+)(?:\.(\d+))?(?:\/(\d+)(?:\.(\d+))?)?$/.exec(rate)
  if (!match) throw new RangeError('not a rate')
  const [, whole = '', places = '', whole2 = '1', places2 = ''] = match
  const over = BigInt(whole + places) * 10n ** BigInt(places2.length)
  const under = BigInt(whole2 + places2) * 10n ** BigInt(places.length)
  if (over === 0n || under === 0n) throw new RangeError('a rate of nought')
  return { over, under }
}

/** A rate as a decimal for people: a crossed one to eight places. */
export function decimalRate(rate: string): string {
  if (!rate.includes('/')) return rate
  const { over, under } = fractionOf(rate)
  const digits = divideRounded(over * 10n ** 8n, under)
    .toString()
    .padStart(9, '0')
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, '')
}

/** Adds rates; one that is there for the same currency and day is replaced. Call inside the writer's transaction. */
export function setRates(db: WritableDB, rates: readonly Rate[]): void {
  const insert = db.prepare('INSERT OR REPLACE INTO rate (currency, day, rate, source) VALUES (?, ?, ?, ?)')
  for (const rate of rates) insert.run(rate.currency, rate.day, rate.rate, rate.source)
}

/** The latest rate on or before a day, within the workspace's limit of days; undefined where there is none. */
export function rateOn(db: ReadableDB, currency: string, day: number): Rate | undefined {
  return db
    .prepare(
      'SELECT currency, day, rate, source FROM rate WHERE currency = ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1',
    )
    .get(currency, day - (readRateLimit(db) ?? 1e7), day) as Rate | undefined
}

/**
 * Turns amounts into the base currency at the rate of their day: minor units in, minor units out (halves away from zero), null where
 * there is no rate on or before the day, none within the workspace's limit of days, or the result is beyond what an entry holds.
 * Exact: rates are fractions. The rates of a currency are read when the first amount in it turns up.
 */
export function createConverter(
  db: ReadableDB,
  baseCurrency: string,
): (amount: number, currency: string, day: number) => number | null {
  const select = db.prepare('SELECT day, rate FROM rate WHERE currency = ? ORDER BY day')
  const byCurrency = new Map<string, Dated[]>()
  const limit = readRateLimit(db) ?? Infinity
  const baseScale = 10n ** BigInt(exponentOf(baseCurrency))
  return (amount, currency, day) => {
    if (currency === baseCurrency) return amount
    let rates = byCurrency.get(currency)
    if (!rates) byCurrency.set(currency, (rates = select.all(currency) as Dated[]))
    const rate = latest(rates, day)
    if (!rate || day - rate.day > limit) return null
    // amount / 10^e(currency) ÷ rate × 10^e(base), with rate = over / under
    const { over, under } = (rate.fraction ??= fractionOf(rate.rate))
    const converted = Number(
      divideRounded(BigInt(amount) * baseScale * under, over * 10n ** BigInt(exponentOf(currency))),
    )
    return Number.isSafeInteger(converted) ? converted : null
  }
}

interface Dated {
  day: number
  rate: string
  /** Kept once it has been asked for. */
  fraction?: ReturnType<typeof fractionOf>
}

function latest(rates: readonly Dated[], day: number): Dated | undefined {
  let low = 0
  let high = rates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rates[middle] as Dated).day <= day) low = middle + 1
    else high = middle
  }
  return rates[low - 1]
}
