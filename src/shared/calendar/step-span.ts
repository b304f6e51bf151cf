import { civil, dayOf, parseIsoDate, weekdayOf, type Day } from './day.ts'
import { addMonths, grainNext, type DaySpan, type Grain } from './grain.ts'

/** The days of a step by its key (the inverse of `grainKey`), with the grain that the key is of; undefined where it is no such key. */
export function stepSpan(key: string, startMonth = 1): (DaySpan & { grain: Grain }) | undefined {
  const found = stepStart(key, startMonth)
  if (!found) return undefined
  return { ...found, to: (grainNext(found.from, found.grain) - 1) as Day }
}

function stepStart(key: string, startMonth: number): { from: Day; grain: Grain } | undefined {
  const of = (from: Day | undefined, grain: Grain): { from: Day; grain: Grain } | undefined =>
    from === undefined ? undefined : { from, grain }
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return of(parseIsoDate(key), 'day')
  const month = /^(\d{4})-(\d{2})$/.exec(key)
  if (month) return of(dayOf(Number(month[1]), Number(month[2]), 1), 'month')
  if (/^\d{4}$/.test(key)) return of(dayOf(Number(key), 1, 1), 'year')
  const part = /^(\d{4})-([QW])(\d{1,2})$/.exec(key)
  if (part) {
    const year = Number(part[1])
    const n = Number(part[3])
    if (part[2] === 'Q') return n >= 1 && n <= 4 ? of(dayOf(year, n * 3 - 2, 1), 'quarter') : undefined
    // ISO 8601: week 1 holds 4 January; the last week of a year lies before week 1 of the next.
    const first = weekOne(year)
    const next = weekOne(year + 1)
    if (first === undefined || next === undefined || n < 1 || first + 7 * (n - 1) >= next) return undefined
    return of((first + 7 * (n - 1)) as Day, 'week')
  }
  const fiscal = /^FY(\d{4})(?:-([QP])(\d{1,2}))?$/.exec(key)
  if (!fiscal) return undefined
  const start = dayOf(Number(fiscal[1]), startMonth, 1)
  if (start === undefined) return undefined
  if (!fiscal[2]) return of(start, 'fiscal-year')
  const n = Number(fiscal[3])
  if (fiscal[2] === 'Q')
    return n >= 1 && n <= 4 ? of(addMonths(start, (n - 1) * 3), 'fiscal-quarter') : undefined
  return n >= 1 && n <= 12 ? of(addMonths(start, n - 1), 'period') : undefined
}

function weekOne(year: number): number | undefined {
  const fourth = dayOf(year, 1, 4)
  return fourth === undefined ? undefined : fourth - weekdayOf(fourth)
}
