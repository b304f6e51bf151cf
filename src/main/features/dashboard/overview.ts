import { yearBefore } from '../../../shared/calendar/compare.ts'
import { toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { DaySpan } from '../../../shared/calendar/grain.ts'
import type { TileRequest } from '../../../shared/contract/boards.ts'
import type { Overview, TrendGrain } from '../../../shared/contract/dashboard.ts'
import type { Series } from '../../../shared/data/data.ts'
import { divideRounded, total, type Total } from '../../../shared/money/minor.ts'
import type { Comparison, Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { isoSpan } from '../../engine/result.ts'
import { heatmapOf, incomeExpenseOf, trendOf } from './over-time.ts'
import type { readFreshness } from './queries.ts'
import { firstUsed, rankingOf } from './ranking.ts'
import { minus, Sides, signOf } from './sides.ts'
import { DAILY, fiscal, monthsIn, spansOf } from './spans.ts'
import { tilesOf } from './tiles.ts'

export interface OverviewRequest {
  filters: Filters
  comparison?: Comparison
  rankBy?: string
  top: number
  grain?: TrendGrain
  tiles?: readonly TileRequest[]
}

/** "Where it goes", where the user has not chosen: the first of these that the workspace uses. */
const RANK_BY = ['category', 'account', 'cost_centre', 'payee']
const HEATMAP_BY = {
  personal: ['category', 'payee', 'account'],
  ledger: ['cost_centre', 'department', 'directorate', 'entity', 'account', 'category', 'payee'],
}

/**
 * Every figure of the dashboard (docs/guide/dashboard.md says what each means), from one selection of entries and one for each
 * span that it is compared with. Sums are exact, in the base currency; entries without a rate are in `unconverted` only.
 */
export function overview(
  engine: Columnar,
  request: OverviewRequest,
  freshness: ReturnType<typeof readFreshness>,
): Overview {
  const filters = withActual(request.filters)
  const spans = spansOf(engine, filters, request.comparison)
  const now = new Sides(engine, filters)
  const made = new Map<string, Sides>()
  const on = (span: DaySpan | undefined): Sides | undefined => {
    if (!span) return undefined
    const { from, to } = isoSpan(span)
    const known = made.get(`${from} ${to}`) ?? new Sides(engine, { ...filters, from, to })
    made.set(`${from} ${to}`, known)
    return known
  }
  const compared = on(spans?.comparison)
  const spending = (sides: Sides | undefined): Total | null => sides?.sum('expense') ?? null
  const spent = now.sum('expense')
  const earned = now.sum('income')
  const months = spans ? monthsIn(spans.covered) : 0
  const covered = spans?.covered
  const { batches, lastImportAt } = freshness
  const rankBy = request.rankBy ?? firstUsed(engine, RANK_BY)
  const rank = (dimension: string, listNone: boolean): Overview['categories'] =>
    rankingOf(
      engine,
      dimension,
      now.expense,
      compared?.expense,
      signOf(engine, 'expense'),
      request.top,
      listNone,
    )
  const drawn = overTime(engine, now, spans, compared, on, request.grain)
  return {
    currency: engine.store.baseCurrency,
    ...(covered && now.selection.count > 0 ? isoSpan(covered) : {}),
    ...(spans?.comparison ? { comparedWith: isoSpan(spans.comparison) } : {}),
    earlier: {
      ...(spans?.previousPeriod ? { previousPeriod: isoSpan(spans.previousPeriod) } : {}),
      ...(spans?.previousYear ? { previousYear: isoSpan(spans.previousYear) } : {}),
    },
    matched: now.selection.count,
    allEntries: engine.store.rows,
    unconverted: engine.unconverted(now.selection),
    spending: {
      total: spent,
      entries: now.entries('expense'),
      months,
      perMonth: months === 0 ? 0 : total(divideRounded(BigInt(spent), BigInt(months))),
      ...(covered ? { lastMonth: lastMonthOf(drawn.incomeExpense) } : {}),
      comparison: spending(compared),
      previousPeriod: spending(on(spans?.previousPeriod)),
      previousYear: spending(on(spans?.previousYear)),
    },
    income: {
      total: earned,
      entries: now.entries('income'),
      comparison: compared?.sum('income') ?? null,
    },
    surplus: minus(earned, spent),
    ...drawn,
    categories: rank(rankBy, true),
    // Salaries and journals have no payee: "none" would lead most lists and say nothing.
    payees: rank('payee', false),
    freshness: {
      ...(spans ? { lastDay: toIsoDate(spans.ledger.to) } : {}),
      ...(lastImportAt === null ? {} : { lastImportAt }),
      batches,
    },
    tiles: tilesOf(engine, request.filters, request.comparison, request.tiles ?? []),
  }
}

const NOTHING = { parts: [], count: 0 }

function overTime(
  engine: Columnar,
  now: Sides,
  spans: ReturnType<typeof spansOf>,
  compared: Sides | undefined,
  on: (span: DaySpan) => Sides | undefined,
  grain: TrendGrain | undefined,
): Pick<Overview, 'trend' | 'incomeExpense' | 'heatmap' | 'heatmapDimension'> {
  const heatmapDimension = firstUsed(engine, HEATMAP_BY[engine.store.profile])
  const currency = engine.store.baseCurrency
  if (!spans) {
    const nothing = { kind: 'series' as const, unit: 'money' as const, currency, x: [], lines: [] }
    return {
      trend: nothing,
      incomeExpense: nothing,
      heatmap: { kind: 'matrix', unit: 'money', currency, rows: [], columns: [], values: [] },
      heatmapDimension,
    }
  }
  const { asked, covered, comparison } = spans
  // The months drawn, a year earlier: also where the filter itself is not cut by days.
  const earlier = yearBefore(covered)
  // Asked only for days that the ledger has: a date of the year 1, as some programs write for "none", has no year before it.
  const from = Math.max(earlier.from, spans.ledger.from) as Day
  const expenseEarlier = (from <= earlier.to && on({ from, to: earlier.to })?.expense) || NOTHING
  return {
    trend: trendOf(
      engine,
      covered,
      fiscal(grain ?? (asked.to - asked.from < DAILY ? 'day' : 'month'), engine.store.fiscal),
      now.expense,
      comparison && compared ? { span: comparison, expense: compared.expense } : undefined,
    ),
    incomeExpense: incomeExpenseOf(engine, covered, now),
    heatmap: heatmapOf(engine, heatmapDimension, covered, now.expense, {
      span: earlier,
      expense: expenseEarlier,
    }),
    heatmapDimension,
  }
}

/** Spending of the last month that the view covers: the last one drawn. */
function lastMonthOf({ x, lines }: Series): { month: string; value: Total } {
  const spending = lines.find(({ id }) => id === 'expense')
  return { month: x.at(-1) ?? '', value: spending?.values.at(-1) ?? 0 }
}
