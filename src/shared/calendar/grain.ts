import { civil, daysInMonth, monthStart, toIsoDate, weekdayOf, type Day } from './day.ts'
import { fiscalOf, fiscalPeriodStart, fiscalYearStart, type Fiscal } from './fiscal.ts'

export { fiscalOf } from './fiscal.ts'

/** Steps of time that entries are grouped by. Fiscal ones are the workspace's; `period` is the twelfth of its year. */
export const GRAINS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'fiscal-quarter',
  'fiscal-year',
  'period',
] as const
export type Grain = (typeof GRAINS)[number]

/** A span of days, both ends included. */
export interface DaySpan {
  from: Day
  to: Day
}

/**
 * First day of the step that a day lies in. Steps sort and compare by this day; `grainLabel` names it.
 * Weeks start on Monday (ISO 8601).
 */
export function grainStart(day: number, grain: Grain, fiscal: Fiscal = 1): Day {
  const { year, month } = civil(day)
  switch (grain) {
    case 'day':
      return day as Day
    case 'week':
      return (day - weekdayOf(day)) as Day
    case 'month':
      return monthStart(year, month)
    case 'quarter':
      return monthStart(year, month - ((month - 1) % 3))
    case 'year':
      return monthStart(year, 1)
    case 'period':
    case 'fiscal-quarter': {
      const { year: named, period } = fiscalOf(day, fiscal)
      return fiscalPeriodStart(named, grain === 'period' ? period : period - ((period - 1) % 3), fiscal)
    }
    case 'fiscal-year':
      return fiscalYearStart(fiscalOf(day, fiscal).year, fiscal)
  }
}

/** First day of the step after the one that starts on `start`. */
export function grainNext(start: number, grain: Grain, fiscal: Fiscal = 1): Day {
  switch (grain) {
    case 'day':
      return (start + 1) as Day
    case 'week':
      return (start + 7) as Day
    case 'month':
      return addMonths(start, 1)
    case 'quarter':
      return addMonths(start, 3)
    case 'year':
      return addMonths(start, 12)
    case 'period':
    case 'fiscal-quarter':
    case 'fiscal-year': {
      if (typeof fiscal === 'number') return addMonths(start, MONTHS[grain])
      const { year, period } = fiscalOf(start, fiscal)
      return fiscalPeriodStart(year, period + MONTHS[grain], fiscal)
    }
  }
}

const MONTHS = { period: 1, 'fiscal-quarter': 3, 'fiscal-year': 12 } as const

/**
 * The step's key in results and URLs, sortable within a grain: 2025-10-31, 2025-W44, 2025-10, 2025-Q4, 2025,
 * FY2025-Q3, FY2025, FY2025-P07.
 */
export function grainKey(start: number, grain: Grain, fiscal: Fiscal = 1): string {
  const { year, month } = civil(start)
  const named = fiscalOf(start, fiscal)
  switch (grain) {
    case 'day':
      return toIsoDate(start)
    case 'week': {
      // ISO 8601: the week belongs to the year of its Thursday.
      const thursday = civil(start + 3)
      const first = monthStart(thursday.year, 1) + 3
      const week = Math.round((start - (first - weekdayOf(first))) / 7) + 1
      return `${thursday.year}-W${String(week).padStart(2, '0')}`
    }
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${Math.floor((month - 1) / 3) + 1}`
    case 'year':
      return String(year)
    case 'fiscal-quarter':
      return `FY${named.year}-Q${Math.floor((named.period - 1) / 3) + 1}`
    case 'fiscal-year':
      return `FY${named.year}`
    case 'period':
      return `FY${named.year}-P${String(named.period).padStart(2, '0')}`
  }
}

/** The same day of month n months on, or that month's last day where it has no such day. May pass the years 1 and 9999. */
export function addMonths(day: number, months: number): Day {
  const { year, month, dayOfMonth } = civil(day)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return (monthStart(y, m) + Math.min(dayOfMonth, daysInMonth(y, m)) - 1) as Day
}
