import { civil, type Day } from '../../../../../shared/calendar/day.ts'
import { addMonths, grainStart, type DaySpan } from '../../../../../shared/calendar/grain.ts'
import {
  daySpan,
  latestYear,
  monthSpan,
  partSpan,
  stepFrom,
  stepStart,
  yearSpan,
  type CalendarOf,
} from './calendar.ts'
import { LAST, NEXT, ordinalOf, type Unit } from './words.ts'

/** A period as it was said. */
export interface Point {
  span: DaySpan
  unit: Unit | 'span'
  /** Without a year: the same in another year. A range takes the year of its other end. */
  inYear?: (year: number) => DaySpan
  /** What else it could mean, with why. */
  other?: { span: DaySpan; as: 'calendar' | 'fiscal' | 'month-first' | 'year-ending' | 'day' }
  /** Runs from the start of a step to now. */
  toDate?: boolean
  /** Said relative to now: "this month" runs on, "last year" is one back. */
  relative?: { unit: Unit; back: number }
}

/** Quarters and halves: fiscal where the year does not start in January, unless "calendar" is said; the other reading is offered. */
export function part(
  months: 3 | 6,
  n: number,
  year: number | undefined,
  kind: string,
  calendar: CalendarOf,
): Point {
  const { fiscal } = calendar
  const start = kind.startsWith('calendar') ? 1 : fiscal
  const spanIn = (y: number): DaySpan => partSpan(y, start, months, n)
  const y = year ?? latestYear(calendar, spanIn)
  const plain = kind === '' && fiscal !== 1
  return {
    span: spanIn(y),
    unit: months === 3 ? 'quarter' : 'half',
    ...(year === undefined && { inYear: spanIn }),
    ...(plain &&
      year !== undefined && { other: { span: partSpan(y, 1, months, n), as: 'calendar' as const } }),
  }
}

export const fiscalYear = (year: number, plain: boolean, { fiscal }: CalendarOf): Point => ({
  span: yearSpan(year, fiscal),
  unit: 'year',
  ...(plain && fiscal !== 1 && { other: { span: yearSpan(year - 1, fiscal), as: 'year-ending' as const } }),
})

export const monthPoint = (month: number, year: number | undefined, calendar: CalendarOf): Point => {
  const spanIn = (y: number): DaySpan => monthSpan(y, month)
  return {
    span: spanIn(year ?? latestYear(calendar, spanIn)),
    unit: 'month',
    ...(year === undefined && { inYear: spanIn }),
  }
}

export const dated = (
  day: number,
  month: number,
  year: number | undefined,
  calendar: CalendarOf,
): Point | undefined => {
  const span = daySpan(
    year ?? latestYear(calendar, y => daySpan(y, month, Math.min(day, 28)) as DaySpan),
    month,
    day,
  )
  if (!span) return undefined
  return {
    span,
    unit: 'day',
    ...(year === undefined && { inYear: (y: number) => daySpan(y, month, day) ?? span }),
  }
}

export const yearBack = (word: string, { anchor }: CalendarOf): number =>
  civil(anchor).year + (new RegExp(`^${LAST}$`).test(word) ? -1 : new RegExp(`^${NEXT}$`).test(word) ? 1 : 0)

export function relative(back: number, unit: Unit, kind: string, calendar: CalendarOf): Point {
  const fiscal = kind === '' || kind !== 'calendar'
  const own = { ...calendar, fiscal: fiscal ? calendar.fiscal : 1 }
  const both = kind === '' && calendar.fiscal !== 1 && unit === 'year'
  return {
    span: stepFrom(own, unit, -back),
    unit,
    relative: { unit, back },
    ...(both && {
      other: { span: stepFrom({ ...calendar, fiscal: 1 }, unit, -back), as: 'calendar' as const },
    }),
  }
}

export const quarterOf = (m: RegExpExecArray): number =>
  m[2] ? Number(m[2]) : m[3] ? (/^(?:last|final)$/.test(m[3]) ? 4 : ordinalOf(m[3])) : Number(m[4])

export function toDate(unit: Unit, c: CalendarOf): Point {
  return { span: { from: stepStart(c.anchor, unit, c.fiscal), to: c.anchor }, unit: 'span', toDate: true }
}

export function week(n: number, year: string | undefined, c: CalendarOf): Point | undefined {
  if (n < 1 || n > 53) return undefined
  // ISO 8601: week 1 holds 4 January.
  const spanIn = (y: number): DaySpan => {
    const fourth = daySpan(y, 1, 4) as DaySpan
    const from = (grainStart(fourth.from, 'week') + 7 * (n - 1)) as Day
    return { from, to: (from + 6) as Day }
  }
  return { span: spanIn(year ? Number(year) : latestYear(c, spanIn)), unit: 'week' }
}

/** A point moved by whole years. */
export const shiftYears = (span: DaySpan, years: number): DaySpan => ({
  from: addMonths(span.from, 12 * years),
  to: (addMonths(span.to + 1, 12 * years) - 1) as Day,
})
