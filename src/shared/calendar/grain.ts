import { civil, daysInMonth, monthStart, toIsoDate, weekdayOf, type Day } from './day.ts'

/** Steps of time that entries are grouped by. Fiscal ones start in the workspace's month; `period` is the fiscal month. */
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

/** Fiscal year (named after the calendar year it starts in) and period 1–12 of a day; `startMonth` 1–12. */
export function fiscalOf(day: number, startMonth: number): { year: number; period: number } {
  const { year, month } = civil(day)
  const period = ((month - startMonth + 12) % 12) + 1
  return { year: month >= startMonth ? year : year - 1, period }
}

/**
 * First day of the step that a day lies in. Steps sort and compare by this day; `grainLabel` names it.
 * Weeks start on Monday (ISO 8601).
 */
export function grainStart(day: number, grain: Grain, startMonth = 1): Day {
  const { year, month } = civil(day)
  switch (grain) {
    case 'day':
      return day as Day
    case 'week':
      return (day - weekdayOf(day)) as Day
    case 'month':
    case 'period':
      return monthStart(year, month)
    case 'quarter':
      return monthStart(year, month - ((month - 1) % 3))
    case 'year':
      return monthStart(year, 1)
    case 'fiscal-quarter': {
      const back = ((month - startMonth + 12) % 12) % 3
      return addMonths(monthStart(year, month), -back)
    }
    case 'fiscal-year':
      return monthStart(fiscalOf(day, startMonth).year, startMonth)
  }
}

/** First day of the step after the one that starts on `start`. */
export function grainNext(start: number, grain: Grain): Day {
  switch (grain) {
    case 'day':
      return (start + 1) as Day
    case 'week':
      return (start + 7) as Day
    case 'month':
    case 'period':
      return addMonths(start, 1)
    case 'quarter':
    case 'fiscal-quarter':
      return addMonths(start, 3)
    case 'year':
    case 'fiscal-year':
      return addMonths(start, 12)
  }
}

/**
 * The step's key in results and URLs, sortable within a grain: 2025-10-31, 2025-W44, 2025-10, 2025-Q4, 2025,
 * FY2025-Q3, FY2025, FY2025-P07.
 */
export function grainKey(start: number, grain: Grain, startMonth = 1): string {
  const { year, month } = civil(start)
  const fiscal = fiscalOf(start, startMonth)
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
      return `FY${fiscal.year}-Q${Math.floor((fiscal.period - 1) / 3) + 1}`
    case 'fiscal-year':
      return `FY${fiscal.year}`
    case 'period':
      return `FY${fiscal.year}-P${String(fiscal.period).padStart(2, '0')}`
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
