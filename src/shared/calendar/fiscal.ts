import { civil, monthStart, weekdayOf, type Day } from './day.ts'

/** Weeks of the three periods of each quarter. */
export const WEEK_PATTERNS = ['4-4-5', '4-5-4', '5-4-4'] as const
export type WeekPattern = (typeof WEEK_PATTERNS)[number]

/**
 * A fiscal calendar of whole weeks, 52 or 53 a year, as retailers keep it: twelve periods of four or five weeks, and a 53rd week in
 * the last of them. The year ends on the last such weekday of the month before its first one, or on the one nearest to that month's end.
 */
export interface FiscalWeeks {
  pattern: WeekPattern
  /** The last day of each week: Monday 0 … Sunday 6. */
  endsOn: number
  ends: 'last' | 'nearest'
}

/** When fiscal years begin: with a month (1–12), or with a week near its first day. Years are named after the one that this day lies in. */
export type Fiscal = number | (FiscalWeeks & { startMonth: number })

export const startMonthOf = (fiscal: Fiscal): number =>
  typeof fiscal === 'number' ? fiscal : fiscal.startMonth

/** Null where years begin with months. */
export const weeksOf = (fiscal: Fiscal): FiscalWeeks | null => (typeof fiscal === 'number' ? null : fiscal)

/** First day of a fiscal year. */
export function fiscalYearStart(year: number, fiscal: Fiscal): Day {
  if (typeof fiscal === 'number') return monthStart(year, fiscal)
  const end = monthStart(year, fiscal.startMonth) - 1
  const since = (weekdayOf(end) - fiscal.endsOn + 7) % 7
  return (end - since + (fiscal.ends === 'nearest' && since > 3 ? 7 : 0) + 1) as Day
}

/** Fiscal year and period 1–12 of a day. */
export function fiscalOf(day: number, fiscal: Fiscal): { year: number; period: number } {
  const { year, month } = civil(day)
  const startMonth = startMonthOf(fiscal)
  const byMonth = month >= startMonth ? year : year - 1
  if (typeof fiscal === 'number') return { year: byMonth, period: ((month - startMonth + 12) % 12) + 1 }
  const named =
    day < fiscalYearStart(byMonth, fiscal)
      ? byMonth - 1
      : day >= fiscalYearStart(byMonth + 1, fiscal)
        ? byMonth + 1
        : byMonth
  const week = Math.floor((day - fiscalYearStart(named, fiscal)) / 7)
  return { year: named, period: periodOfWeek(week, fiscal) }
}

/** First day of a fiscal period 1–12; of 13, the first day of the next year. */
export function fiscalPeriodStart(year: number, period: number, fiscal: Fiscal): Day {
  if (typeof fiscal === 'number') {
    const month = fiscal - 1 + period - 1
    return monthStart(year + Math.floor(month / 12), (month % 12) + 1)
  }
  const start = fiscalYearStart(year + Math.floor((period - 1) / 12), fiscal)
  const index = (period - 1) % 12
  const quarter = Math.floor(index / 3)
  const weeks = partsOf(fiscal).slice(0, index % 3)
  return (start + 7 * (quarter * WEEKS_A_QUARTER + weeks.reduce((a, b) => a + b, 0))) as Day
}

/** Last day of a fiscal period; closing periods 13 to 16 lie on the year's last day. */
export const fiscalPeriodEnd = (year: number, period: number, fiscal: Fiscal): Day =>
  (fiscalPeriodStart(year, Math.min(period, 12) + 1, fiscal) - 1) as Day

/**
 * The day on which a month's plan is entered, by the month's first day: in a calendar of weeks the fifteenth, which always lies in the
 * month's own fiscal period.
 */
export const planDay = (first: Day, fiscal: Fiscal): Day =>
  typeof fiscal === 'number' ? first : ((first + 14) as Day)

const WEEKS_A_QUARTER = 13

const partsOf = ({ pattern }: FiscalWeeks): number[] => pattern.split('-').map(Number)

function periodOfWeek(week: number, fiscal: FiscalWeeks): number {
  // The 53rd week is the last quarter's fourteenth.
  const quarter = Math.min(3, Math.floor(week / WEEKS_A_QUARTER))
  const [first = 4, second = 4] = partsOf(fiscal)
  const within = week - quarter * WEEKS_A_QUARTER
  return quarter * 3 + (within < first ? 1 : within < first + second ? 2 : 3)
}

/** As a workspace keeps it: `4-4-5 5 last`; nothing where years begin with months. */
export const writeWeeks = (weeks: FiscalWeeks | null): string =>
  weeks ? `${weeks.pattern} ${weeks.endsOn} ${weeks.ends}` : ''

export function readWeeks(text: string | undefined): FiscalWeeks | null {
  const [pattern, endsOn, ends] = (text ?? '').split(' ')
  const known = WEEK_PATTERNS.find(one => one === pattern)
  return known
    ? { pattern: known, endsOn: Number(endsOn), ends: ends === 'nearest' ? 'nearest' : 'last' }
    : null
}

export const fiscalFrom = (startMonth: number, weeks: FiscalWeeks | null | undefined): Fiscal =>
  weeks ? { ...weeks, startMonth } : startMonth
