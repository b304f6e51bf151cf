import type Holidays from 'date-holidays'
import { language } from '../../../shared/text/language.ts'
import { civil, parseIsoDate } from '../../../shared/calendar/day.ts'

let loading: Promise<typeof Holidays> | undefined

/** Public holidays from day to day, both included, as day → name. `place` is 'GB', or 'DE-BY' for a region. Undefined for a place that is not known. */
export async function publicHolidays(
  place: string,
  from: number,
  to: number,
): Promise<Map<number, string> | undefined> {
  loading ??= import('date-holidays').then(module => module.default)
  const Library = await loading
  const [country = '', region] = place.split('-')
  const source = new Library()
  if (source.getCountries()[country] === undefined) return undefined
  const regions = source.getStates(country)
  if (region !== undefined && regions?.[region] === undefined) return undefined
  source.init(country, region ?? '')
  const found = new Map<number, string>()
  if (!(from <= to)) return found
  for (let { year } = civil(from); year <= civil(to).year; year += 1)
    for (const { name, date, type } of source.getHolidays(year, language())) {
      const day = parseIsoDate(date.slice(0, 10))
      if (type === 'public' && day !== undefined && day >= from && day <= to) found.set(day, name)
    }
  return found
}
