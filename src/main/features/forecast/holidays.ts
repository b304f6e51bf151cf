import type Holidays from 'date-holidays'
import { civil, parseIsoDate, weekdayOf } from '../../../shared/calendar/day.ts'

let loading: Promise<typeof Holidays> | undefined
const library = (): Promise<typeof Holidays> => {
  loading ??= import('date-holidays').then(module => module.default)
  return loading
}

/** Public holidays of a country between two days (both included): name → days. Undefined for a country that is not known. */
export async function publicHolidays(
  country: string,
  from: number,
  to: number,
): Promise<Map<string, number[]> | undefined> {
  const Library = await library()
  const source = new Library(country, { types: ['public'] })
  if (source.getCountries()[country] === undefined) return undefined
  const found = new Map<string, number[]>()
  for (let { year } = civil(from); year <= civil(to).year; year++)
    for (const { name, date } of source.getHolidays(year, 'en')) {
      const day = parseIsoDate(date.slice(0, 10))
      if (day === undefined || day < from || day > to) continue
      found.set(name, [...(found.get(name) ?? []), day])
    }
  return found
}

export async function countries(): Promise<{ code: string; name: string }[]> {
  const Library = await library()
  return Object.entries(new Library().getCountries('en'))
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Monday to Friday less the holidays, by step: `starts` has one day more than there are steps. */
export function workingDays(starts: readonly number[], holidays: Map<string, number[]>): Float64Array {
  const free = new Set([...holidays.values()].flat())
  return Float64Array.from({ length: starts.length - 1 }, (_, i) => {
    let count = 0
    for (let day = starts[i] as number; day < (starts[i + 1] as number); day++)
      if (weekdayOf(day) < 5 && !free.has(day)) count++
    return count
  })
}
