import { fiscalPeriodStart, fiscalYearStart, type Fiscal } from '../calendar/fiscal.ts'
import { civil, monthStart, parseIsoDate, toIsoDate, type Day } from '../calendar/day.ts'
import { addMonths, grainKey, grainNext, grainStart, type Grain } from '../calendar/grain.ts'
import { formatSpan, formatStep } from '../format/dates.ts'

/** What a period's words are about. Days as YYYY-MM-DD; `first` and `last` are those of the ledger's entries. */
export interface Calendar {
  first: string | undefined
  last: string | undefined
  today: string
  fiscal: Fiscal
}

export interface Period {
  from: string
  to: string
  /** Set where it is exactly one step: its name is then the step's. */
  grain?: Grain
}

/** A ledger whose last entry lies on or after this day of a month is taken to have all of it. */
const COMPLETE_FROM = 25

/** The days that a period means; undefined where it is about entries and there are none, or it ends before it begins. */
export function resolvePeriod(text: string, calendar: Calendar): Period | undefined {
  const range = /^(\S{10})\.\.(\S{10})$/.exec(text)
  if (range) return ofRange(range[1] as string, range[2] as string)
  const named = /^FY(\d{4})$/.exec(text)
  if (named) return step(fiscalYearStart(Number(named[1]), calendar.fiscal), 'fiscal-year', calendar)
  const quarter = /^(\d{4})-Q(\d)$/.exec(text)
  if (quarter) return step(monthStart(Number(quarter[1]), Number(quarter[2]) * 3 - 2), 'quarter', calendar)
  const month = /^(\d{4})-(\d\d)$/.exec(text)
  if (month) return step(monthStart(Number(month[1]), Number(month[2])), 'month', calendar)
  if (/^\d{4}$/.test(text)) return step(monthStart(Number(text), 1), 'year', calendar)
  return ofWord(text, calendar)
}

function ofRange(from: string, to: string): Period | undefined {
  const [a, b] = [parseIsoDate(from), parseIsoDate(to)]
  return a === undefined || b === undefined || b < a ? undefined : { from, to }
}

function ofWord(text: string, calendar: Calendar): Period | undefined {
  const { first, last } = calendar
  if (text === 'all') return first === undefined || last === undefined ? undefined : { from: first, to: last }
  const [which, unit] = text.split('-') as [string, 'month' | 'quarter' | 'year']
  if (which !== 'latest') {
    const today = parseIsoDate(calendar.today) as Day
    const now = grainStart(today, unit)
    return step(which === 'this' ? now : grainStart(now - 1, unit), unit, calendar)
  }
  const [begin, end] = [parseIsoDate(first ?? ''), parseIsoDate(last ?? '')]
  if (begin === undefined || end === undefined) return undefined
  const complete =
    civil(end).dayOfMonth >= COMPLETE_FROM
      ? grainStart(end, 'month')
      : addMonths(grainStart(end, 'month'), -1)
  const start = grainStart(complete, unit)
  // A ledger of three weeks has one month, complete or not; and so a quarter and a year.
  const whole = grainNext(start, unit) <= grainNext(complete, 'month') ? start : grainStart(start - 1, unit)
  return step(whole < grainStart(begin, unit) ? grainStart(end, unit) : whole, unit, calendar)
}

const step = (start: Day, grain: Grain, { fiscal }: Calendar): Period => {
  const from = grainStart(start, grain, fiscal)
  return { from: toIsoDate(from), to: toIsoDate(grainNext(from, grain, fiscal) - 1), grain }
}

/** What a period is called: 'March 2024', 'Q1 2024', '15 Jan – 31 Mar 2024'. */
export function periodName({ from, to, grain }: Period, locale: string, fiscal: Fiscal): string {
  const day = parseIsoDate(from)
  if (grain === undefined || day === undefined) return formatSpan(from, to, locale)
  if (grain === 'month')
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      day * 86_400_000,
    )
  return formatStep(grainKey(day, grain, fiscal), locale, fiscal)
}

/** The days of a step of time by its key, as results and tables name it ('2024-03', 'FY2024-Q3'). Undefined for a text that is no key. */
export function daysOfStep(
  key: string,
  grain: Grain,
  fiscal: Fiscal,
): { from: string; to: string } | undefined {
  const start = startOfKey(key, grain, fiscal)
  if (start === undefined) return undefined
  return { from: toIsoDate(start), to: toIsoDate(grainNext(start, grain, fiscal) - 1) }
}

function startOfKey(key: string, grain: Grain, fiscal: Fiscal): Day | undefined {
  const numbers = (/^(?:FY)?(\d{4})(?:-[QWP]?(\d\d?))?(?:-(\d\d))?$/.exec(key) ?? []).slice(1).map(Number)
  const [year, part = 1] = numbers as [number | undefined, number?]
  if (year === undefined) return undefined
  switch (grain) {
    case 'day':
      return parseIsoDate(key)
    case 'week': {
      // ISO 8601: the first week of a year is that of its 4 January.
      return ((grainStart(monthStart(year, 1) + 3, 'week') as number) + (part - 1) * 7) as Day
    }
    case 'month':
      return monthStart(year, part)
    case 'quarter':
      return monthStart(year, part * 3 - 2)
    case 'year':
      return monthStart(year, 1)
    case 'fiscal-year':
      return fiscalYearStart(year, fiscal)
    case 'fiscal-quarter':
      return fiscalPeriodStart(year, part * 3 - 2, fiscal)
    case 'period':
      return fiscalPeriodStart(year, part, fiscal)
  }
}
