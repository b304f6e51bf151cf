import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { civil, type Day } from '../../../shared/calendar/day.ts'
import { periodBefore, yearBefore } from '../../../shared/calendar/compare.ts'
import { grainNext, grainStart, type DaySpan, type Grain } from '../../../shared/calendar/grain.ts'
import type { Comparison, Filters } from '../../../shared/query/query.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { comparedSpan, spanOf } from '../../engine/result.ts'

/** Up to this many days are drawn day by day: two months. */
export const DAILY = 62

/** The workspace's own years and quarters: calendar ones where its fiscal year starts in January. */
export function fiscal(grain: Grain, years: Fiscal): Grain {
  return years !== 1 && (grain === 'year' || grain === 'quarter') ? `fiscal-${grain}` : grain
}

/** The days that one view of the dashboard is about. */
export interface Spans {
  /** The filter's days; its open ends are the ledger's. */
  asked: DaySpan
  /** Days that the ledger covers with the scenario looked at, whatever else is filtered. */
  ledger: DaySpan
  /** Those of them that the filter lets through: months are counted and drawn over these, also the ones without spending. */
  covered: DaySpan
  /** Undefined where the ledger does not reach back that far: half a year says nothing about a whole one. */
  comparison: DaySpan | undefined
  previousPeriod: DaySpan | undefined
  previousYear: DaySpan | undefined
}

/** Undefined where the ledger has nothing on the filter's days. */
export function spansOf(
  engine: Columnar,
  filters: Filters,
  comparison: Comparison | undefined,
): Spans | undefined {
  const scenario: Filters = {
    ...(filters.members?.['scenario'] ? { members: { scenario: filters.members['scenario'] } } : {}),
    ...(filters.notMembers?.['scenario'] ? { notMembers: { scenario: filters.notMembers['scenario'] } } : {}),
  }
  const ledger = engine.spanOf(engine.select(scenario))
  const span = ledger && spanOf(filters, ledger)
  if (!span) return undefined
  const covered = {
    from: Math.max(span.from, ledger.from) as Day,
    to: Math.min(span.to, ledger.to) as Day,
  }
  if (covered.to < covered.from) return undefined
  const reached = (before: DaySpan): DaySpan | undefined =>
    grainStart(ledger.from, 'month') <= grainStart(before.from, 'month') ? before : undefined
  // Nine months of a year are compared with nine: later ones have no entries yet.
  const entered = { from: span.from, to: Math.min(span.to, monthEnd(ledger.to)) as Day }
  const previousPeriod = reached(periodBefore(entered, engine.store.fiscal))
  const previousYear = reached(yearBefore(entered, engine.store.fiscal))
  const comparedOf = (chosen: Comparison): DaySpan | undefined => {
    // A range that the user chose stands as chosen; only what is worked out must be covered.
    if (chosen.kind === 'range') return comparedSpan(span, chosen)
    return chosen.kind === 'previous-year' ? previousYear : previousPeriod
  }
  return {
    asked: span,
    ledger,
    covered,
    comparison: comparison && comparedOf(comparison),
    previousPeriod,
    previousYear,
  }
}

const monthEnd = (day: Day): Day => (grainNext(grainStart(day, 'month'), 'month') - 1) as Day

/** Months with at least one day in the span. */
export function monthsIn({ from, to }: DaySpan): number {
  const first = civil(from)
  const last = civil(to)
  return (last.year - first.year) * 12 + last.month - first.month + 1
}
