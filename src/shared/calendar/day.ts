/** A calendar day as days since 1970-01-01 (negative before): what the store and the engine keep. */
export type Day = number & { readonly __day: unique symbol }

/** A calendar day as text, YYYY-MM-DD. */
export type IsoDate = string & { readonly __isoDate: unique symbol }

/** Days since 1970-01-01 of a proleptic Gregorian date; undefined where there is no such day (30 February, month 13). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  return civilDay(year, month, dayOfMonth) as Day
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The first of a month, also beyond the years 1 to 9999: the step after the last one that can be written begins there. */
export function monthStart(year: number, month: number): Day {
  return civilDay(year, month, 1) as Day
}

/** Parses YYYY-MM-DD; undefined where it is not a day. */
export function parseIsoDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

export function toIsoDate(day: number): IsoDate {
  const { year, month, dayOfMonth } = civil(day)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}` as IsoDate
}

/** Year, month (1–12) and day of month of a day number. */
export function civil(day: number): { year: number; month: number; dayOfMonth: number } {
  // H. Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years that start on 1 March.
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: doy - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

/** Monday = 0 … Sunday = 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function civilDay(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

const pad = (n: number): string => String(n).padStart(2, '0')
