import { addMonths, type DaySpan } from './grain.ts'
import { civil, type Day } from './day.ts'

/** Whole months that a span covers exactly (first of a month to last of a month); 0 where it does not. */
export function wholeMonths({ from, to }: DaySpan): number {
  const start = civil(from)
  const next = civil(to + 1)
  if (start.dayOfMonth !== 1 || next.dayOfMonth !== 1 || to < from) return 0
  return (next.year - start.year) * 12 + next.month - start.month
}

/** The same days a year before; a month's last day stays its last (28 February 2025 ← 29 February 2024). */
export function yearBefore({ from, to }: DaySpan): DaySpan {
  const monthEnd = civil(to + 1).dayOfMonth === 1
  return {
    from: addMonths(from, -12),
    to: monthEnd ? ((addMonths(to + 1, -12) - 1) as Day) : addMonths(to, -12),
  }
}

/** The span of equal length just before: as many whole months where it is whole months, else as many days. */
export function periodBefore(span: DaySpan): DaySpan {
  const months = wholeMonths(span)
  const to = (span.from - 1) as Day
  return months > 0
    ? { from: addMonths(span.from, -months), to }
    : { from: (span.from - (span.to - span.from + 1)) as Day, to }
}
