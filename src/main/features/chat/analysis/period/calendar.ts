import { fiscalOf, fiscalPeriodStart, weeksOf, type Fiscal } from '../../../../../shared/calendar/fiscal.ts'
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
  fiscal: Fiscal
}

/** A half of the fiscal year is its own step: the shared calendar has none. */
export function stepStart(day: number, unit: Unit, fiscal: Fiscal): Day {
  if (unit !== 'half') return grainStart(day, grainOf(unit), fiscal)
  const year = grainStart(day, 'fiscal-year', fiscal)
  const second = fiscalPeriodStart(fiscalOf(day, fiscal).year, 7, fiscal)
  return day >= second ? second : year
}

/** The first day of the step that lies n steps after the one that begins on `start`. */
export function stepAfter(start: number, unit: Unit, n: number, fiscal: Fiscal): Day {
  if (unit === 'day') return (start + n) as Day
  if (unit === 'week') return (start + 7 * n) as Day
  if (unit !== 'month' && weeksOf(fiscal)) {
    const { year, period } = fiscalOf(start, fiscal)
    const at = year * 12 + period - 1 + n * MONTHS[unit]
    return fiscalPeriodStart(Math.floor(at / 12), (at % 12) + 1, fiscal)
  }
  return addMonths(start, n * MONTHS[unit])
}
const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 }

const grainOf = (unit: Exclude<Unit, 'half'>): Grain =>
  unit === 'quarter' ? 'fiscal-quarter' : unit === 'year' ? 'fiscal-year' : unit

/** The step n before (below nil) or after the anchor's. */
export function stepFrom({ anchor, fiscal }: CalendarOf, unit: Unit, n: number): DaySpan {
  const from = stepAfter(stepStart(anchor, unit, fiscal), unit, n, fiscal)
  return { from, to: (stepAfter(from, unit, 1, fiscal) - 1) as Day }
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

export const yearSpan = (year: number, fiscal: Fiscal = 1): DaySpan => partSpan(year, fiscal, 12, 1)

/** Part n (from 1) of a year, of so many months or fiscal periods. */
export const partSpan = (year: number, fiscal: Fiscal, months: number, n: number): DaySpan => ({
  from: fiscalPeriodStart(year, months * (n - 1) + 1, fiscal),
  to: (fiscalPeriodStart(year, months * n + 1, fiscal) - 1) as Day,
})

/** The latest year, counted back from the anchor's, whose span begins on or before the anchor. */
export function latestYear({ anchor }: CalendarOf, spanIn: (year: number) => DaySpan): number {
  const { year } = civil(anchor)
  return spanIn(year).from <= anchor ? year : year - 1
}

export const daySpan = (year: number, month: number, day: number): DaySpan | undefined => {
  const at = dayOf(year, month, day)
  return at === undefined ? undefined : { from: at, to: at }
}
