import { divideRounded, exponentOf } from '../../shared/money/minor.ts'
import type { ReadableDB, WritableDB } from './types.ts'

/** Units of `currency` for one unit of the base currency on a day (days since 1970-01-01); `rate` is a plain decimal text. */
export interface Rate {
  currency: string
  day: number
  rate: string
  source: string
}

/** Adds rates; one that is there for the same currency and day is replaced. Call inside the writer's transaction. */
export function setRates(db: WritableDB, rates: readonly Rate[]): void {
  const insert = db.prepare('INSERT OR REPLACE INTO rate (currency, day, rate, source) VALUES (?, ?, ?, ?)')
  for (const rate of rates) insert.run(rate.currency, rate.day, rate.rate, rate.source)
}

/** The latest rate on or before a day; undefined where there is none. */
export function rateOn(db: ReadableDB, currency: string, day: number): Rate | undefined {
  return db
    .prepare(
      'SELECT currency, day, rate, source FROM rate WHERE currency = ? AND day <= ? ORDER BY day DESC LIMIT 1',
    )
    .get(currency, day) as Rate | undefined
}

/**
 * Turns amounts into the base currency at the rate of their day: minor units in, minor units out (halves away from zero), null where
 * there is no rate on or before the day. Exact: the rate's digits are kept as a fraction. Reads all rates once.
 */
export function createConverter(
  db: ReadableDB,
  baseCurrency: string,
): (amount: number, currency: string, day: number) => number | null {
  const rows = db.prepare('SELECT currency, day, rate FROM rate ORDER BY currency, day').all() as Rate[]
  const byCurrency = Map.groupBy(rows, row => row.currency)
  const baseScale = 10n ** BigInt(exponentOf(baseCurrency))
  return (amount, currency, day) => {
    if (currency === baseCurrency) return amount
    const rate = latest(byCurrency.get(currency) ?? [], day)
    if (!rate) return null
    const [whole, places = ''] = rate.rate.split('.') as [string, string?]
    // amount / 10^e(currency) ÷ rate × 10^e(base), with rate = digits / 10^places
    const numerator = BigInt(amount) * baseScale * 10n ** BigInt(places.length)
    const denominator = BigInt(whole + places) * 10n ** BigInt(exponentOf(currency))
    return Number(divideRounded(numerator, denominator))
  }
}

function latest(rates: readonly Rate[], day: number): Rate | undefined {
  let low = 0
  let high = rates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rates[middle] as Rate).day <= day) low = middle + 1
    else high = middle
  }
  return rates[low - 1]
}
