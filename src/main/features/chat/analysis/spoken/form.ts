import { addMonths } from '../../../../../shared/calendar/grain.ts'
import { parseIsoDate, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'

/** What the period forms are filled with: two months and days of one year, so that the first lies before the second. */
export interface Fill {
  year: number
  /** 1 to 12; `later` is after `month`. */
  month: number
  later: number
  day: number
  laterDay: number
  n: number
  /** 1 to 4. */
  quarter: number
  fiscal: number
  anchor: Day
}
export type Span = readonly [from: Day | undefined, to: Day]
export interface Form {
  say: (fill: Fill) => string
  span: (fill: Fill) => Span
}

export const EN =
  'January|February|March|April|May|June|July|August|September|October|November|December'.split('|')
export const DE = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'.split(
  '|',
)
export const ORDINALS = ['first', 'second', 'third', 'fourth']
export const ERSTES = ['erste', 'zweite', 'dritte', 'vierte']
export const en = (month: number): string => EN[month - 1] as string
export const de = (month: number): string => DE[month - 1] as string
export const two = (n: number): string => String(n).padStart(2, '0')
export const th = (n: number): string =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`
export const day = (year: number, month: number, n = 1): Day =>
  parseIsoDate(`${year}-${two(month)}-${two(n)}`) as Day
export const before = (d: Day): Day => (d - 1) as Day
export const months = (first: Day, n: number): Span => [first, before(addMonths(first, n))]
export const short = (name: string): string => name.slice(0, 3)
export const yy = (year: number): string => two(year % 100)
/** The year's own first day. */
export const fiscal = ({ year, fiscal }: Fill): Day => day(year, fiscal)
export const spoken = (year: number, fiscal: number): string =>
  fiscal === 1 ? `${year}` : `${year}/${yy(year + 1)}`
export const stepOf = ({ anchor, fiscal }: Fill, size: number): Day => {
  const [year, month] = toIsoDate(anchor).split('-').map(Number) as [number, number]
  const first = month >= fiscal ? day(year, fiscal) : day(year - 1, fiscal)
  const since = (month - fiscal + 12) % 12
  return addMonths(first, since - (since % size))
}
export const monday = (d: Day): Day => (d - ((((d + 3) % 7) + 7) % 7)) as Day

export const inMonth = (say: readonly ((f: Fill) => string)[]): Form[] =>
  say.map(words => ({ say: words, span: f => months(day(f.year, f.month), 1) }))
export const forms = (span: Form['span'], ...say: ((f: Fill) => string)[]): Form[] =>
  say.map(words => ({ say: words, span }))
