import { fiscalOf, fiscalPeriodStart, type Fiscal } from './fiscal.ts'
import { addMonths, type DaySpan } from './grain.ts'
import { civil, type Day } from './day.ts'

/** Whole months that a span covers exactly (first of a month to last of a month); 0 where it does not. */
export function wholeMonths({ from, to }: DaySpan): number {
  const start = civil(from)
  const next = civil(to + 1)
  if (start.dayOfMonth !== 1 || next.dayOfMonth !== 1 || to < from) return 0
  return (next.year - start.year) * 12 + next.month - start.month
}

/** Whole periods of a calendar of weeks that a span covers exactly; undefined where it does not, or years are of months. */
function wholePeriods({ from, to }: DaySpan, fiscal: Fiscal): { first: number; count: number } | undefined {
  if (typeof fiscal === 'number' || to < from) return undefined
  const [first, last] = [fiscalOf(from, fiscal), fiscalOf(to, fiscal)]
  const [start, end] = [first.year * 12 + first.period - 1, last.year * 12 + last.period - 1]
  const whole = periodsFrom(start, end - start + 1, fiscal)
  return whole.from === from && whole.to === to ? { first: start, count: end - start + 1 } : undefined
}

const periodsFrom = (first: number, count: number, fiscal: Fiscal): DaySpan => ({
  from: fiscalPeriodStart(Math.floor(first / 12), (first % 12) + 1, fiscal),
  to: (fiscalPeriodStart(Math.floor((first + count) / 12), ((first + count) % 12) + 1, fiscal) - 1) as Day,
})

/**
 * The same days a year before; a month's last day stays its last (28 February 2025 ← 29 February 2024), and whole periods of a
 * calendar of weeks are those of the fiscal year before, whether it has 52 weeks or 53.
 */
export function yearBefore({ from, to }: DaySpan, fiscal: Fiscal = 1): DaySpan {
  const periods = wholePeriods({ from, to }, fiscal)
  if (periods) return periodsFrom(periods.first - 12, periods.count, fiscal)
  const monthEnd = civil(to + 1).dayOfMonth === 1
  return {
    from: addMonths(from, -12),
    to: monthEnd ? ((addMonths(to + 1, -12) - 1) as Day) : addMonths(to, -12),
  }
}

/** The span of equal length just before: as many whole months or fiscal periods where it is whole ones, else as many days. */
export function periodBefore(span: DaySpan, fiscal: Fiscal = 1): DaySpan {
  const periods = wholePeriods(span, fiscal)
  if (periods) return periodsFrom(periods.first - periods.count, periods.count, fiscal)
  const months = wholeMonths(span)
  const to = (span.from - 1) as Day
  return months > 0
    ? { from: addMonths(span.from, -months), to }
    : { from: (span.from - (span.to - span.from + 1)) as Day, to }
}
