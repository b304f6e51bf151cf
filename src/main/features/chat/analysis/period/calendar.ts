import { civil, dayOf, monthStart, type Day } from '../../../../../shared/calendar/day.ts'
import {
  addMonths,
  grainNext,
  grainStart,
  type DaySpan,
  type Grain,
} from '../../../../../shared/calendar/grain.ts'
import type { Unit } from './words.ts'

/** What days are counted from: the anchor is today, or the ledger's last actual day where that is earlier. */
export interface CalendarOf {
  anchor: Day
  /** The fiscal year's first month, 1 to 12. */
  startMonth: number
}

/** A half of the fiscal year is its own step: the shared calendar has none. */
export function stepStart(day: number, unit: Unit, startMonth: number): Day {
  if (unit !== 'half') return grainStart(day, grainOf(unit), startMonth)
  const year = grainStart(day, 'fiscal-year', startMonth)
  const second = addMonths(year, 6)
  return day >= second ? second : year
}

/** The first day of the step that lies n steps after the one that begins on `start`. */
export function stepAfter(start: number, unit: Unit, n: number): Day {
  if (unit === 'day') return (start + n) as Day
  if (unit === 'week') return (start + 7 * n) as Day
  return addMonths(start, n * MONTHS[unit])
}
const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 }

const grainOf = (unit: Exclude<Unit, 'half'>): Grain =>
  unit === 'quarter' ? 'fiscal-quarter' : unit === 'year' ? 'fiscal-year' : unit

/** The step n before (below nil) or after the anchor's. */
export function stepFrom({ anchor, startMonth }: CalendarOf, unit: Unit, n: number): DaySpan {
  const from = stepAfter(stepStart(anchor, unit, startMonth), unit, n)
  return { from, to: (stepAfter(from, unit, 1) - 1) as Day }
}

/**
 * "The last n": days up to the anchor, else whole months that end with the anchor's. Weeks are counted in days, so that they end
 * with the data.
 */
export function lastSteps({ anchor }: CalendarOf, unit: Unit, n: number): DaySpan {
  if (unit === 'day' || unit === 'week')
    return { from: (anchor - (unit === 'day' ? n : 7 * n) + 1) as Day, to: anchor }
  const end = grainNext(grainStart(anchor, 'month'), 'month')
  return { from: addMonths(end, -n * MONTHS[unit]), to: (end - 1) as Day }
}

export function nextSteps(calendar: CalendarOf, unit: Unit, n: number): DaySpan {
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'day' ? n : 7 * n
    return { from: (calendar.anchor + 1) as Day, to: (calendar.anchor + days) as Day }
  }
  const from = grainNext(grainStart(calendar.anchor, 'month'), 'month')
  return { from, to: (addMonths(from, n * MONTHS[unit]) - 1) as Day }
}

export const monthSpan = (year: number, month: number): DaySpan => {
  const from = monthStart(year, month)
  return { from, to: (addMonths(from, 1) - 1) as Day }
}

export const yearSpan = (year: number, startMonth = 1): DaySpan => {
  const from = monthStart(year, startMonth)
  return { from, to: (addMonths(from, 12) - 1) as Day }
}

/** Part n (from 1) of a year that starts in a month, of so many months. */
export function partSpan(year: number, startMonth: number, months: number, n: number): DaySpan {
  const from = addMonths(monthStart(year, startMonth), months * (n - 1))
  return { from, to: (addMonths(from, months) - 1) as Day }
}

/** The latest year, counted back from the anchor's, whose span begins on or before the anchor. */
export function latestYear({ anchor }: CalendarOf, spanIn: (year: number) => DaySpan): number {
  const { year } = civil(anchor)
  return spanIn(year).from <= anchor ? year : year - 1
}

export const daySpan = (year: number, month: number, day: number): DaySpan | undefined => {
  const at = dayOf(year, month, day)
  return at === undefined ? undefined : { from: at, to: at }
}
