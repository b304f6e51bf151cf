import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { civil, daysInMonth, toIsoDate } from '../../../shared/calendar/day.ts'
import { grainNext, grainStart, type DaySpan } from '../../../shared/calendar/grain.ts'
import type { VarianceBasis } from '../../../shared/contract/budget.ts'
import { dayOf, isoSpan } from '../../engine/result.ts'

export interface IsoSpan {
  from: string
  to: string
}

/** Days of a budget: whole months, and a month of which only the first days count. */
export interface BudgetDays {
  whole?: IsoSpan
  partial?: { span: IsoSpan; days: number; of: number }
}

export interface Days {
  /** Days of the actual entries; undefined where none of the days asked for has come. */
  actual?: IsoSpan
  budget: BudgetDays
}

/** The days that either side is summed over. `asOf`: last actual day. */
export function daysOf(span: DaySpan, basis: VarianceBasis, asOf: number | undefined): Days {
  if (basis === 'period' || asOf === undefined)
    return { actual: isoSpan(span), budget: { whole: isoSpan(span) } }
  const start = grainStart(asOf, 'month')
  const end = grainNext(start, 'month') - 1
  const to = Math.min(span.to, end)
  if (to < span.from) return { budget: {} }
  const actual = isoSpan({ from: span.from, to })
  // A month that is over, or lies wholly behind the days asked for, is taken whole.
  if (basis === 'to-date' || to < start || asOf === end) return { actual, budget: { whole: actual } }
  const { year, month, dayOfMonth } = civil(asOf)
  const from = Math.max(span.from, start)
  return {
    actual,
    budget: {
      ...(span.from < start ? { whole: isoSpan({ from: span.from, to: start - 1 }) } : {}),
      partial: { span: isoSpan({ from, to }), days: dayOfMonth, of: daysInMonth(year, month) },
    },
  }
}

export function fiscalYearOf(day: number, fiscal: Fiscal): IsoSpan {
  const from = grainStart(day, 'fiscal-year', fiscal)
  return { from: toIsoDate(from), to: toIsoDate(grainNext(from, 'fiscal-year', fiscal) - 1) }
}

export const monthEnd = (day: number): number => grainNext(grainStart(day, 'month'), 'month') - 1

/** The days of the fiscal year before these; undefined where they begin with it. */
export function earlierDays({ from }: IsoSpan, fiscal: Fiscal): IsoSpan | undefined {
  const first = dayOf(from)
  const start = grainStart(first, 'fiscal-year', fiscal)
  return start < first ? isoSpan({ from: start, to: first - 1 }) : undefined
}
