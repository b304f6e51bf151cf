import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { grainNext, grainStart, type Grain } from '../../../shared/calendar/grain.ts'
import { TREND_GRAINS, type TrendGrain } from '../../../shared/contract/dashboard.ts'

/** Over this many days bars of single days can no longer be told apart. */
const MOST_DAYS = 400

/** The grain in the address; undefined where there is none, or no grain. */
export function grainOf(param: string | string[] | undefined): TrendGrain | undefined {
  return TREND_GRAINS.find(grain => grain === param)
}

/**
 * What the trend is drawn by. A span within one step of the chosen grain is drawn by the grain below it, so that each click on a
 * step goes one down: year, quarter, month, day. Undefined: by month, or by day in a short span.
 */
export function trendGrain(
  chosen: TrendGrain | undefined,
  span: { from?: string | undefined; to?: string | undefined },
  fiscal: Fiscal,
): TrendGrain | undefined {
  const from = parseIsoDate(span.from ?? '')
  const to = parseIsoDate(span.to ?? '')
  if (chosen === undefined || from === undefined || to === undefined) return chosen
  const below = TREND_GRAINS.slice(TREND_GRAINS.indexOf(chosen))
  return (
    below.find(grain => {
      const own = stepGrain(grain, fiscal)
      return grain === 'day' || grainNext(grainStart(from, own, fiscal), own, fiscal) <= to
    }) ?? 'day'
  )
}

/** Days are offered where they can be told apart, or are shown already. */
export function offeredGrains(
  shown: { from?: string | undefined; to?: string | undefined },
  drawn: TrendGrain,
): TrendGrain[] {
  const from = parseIsoDate(shown.from ?? '')
  const to = parseIsoDate(shown.to ?? '')
  const days = from === undefined || to === undefined ? Infinity : to - from + 1
  return TREND_GRAINS.filter(grain => grain !== 'day' || drawn === 'day' || days <= MOST_DAYS)
}

/** The grain that a trend's keys are steps of. */
export function drawnGrain(keys: readonly string[]): TrendGrain {
  const [first = ''] = keys
  if (first.length === 10) return 'day'
  if (first.includes('Q')) return 'quarter'
  return /^(FY)?\d{4}$/.test(first) ? 'year' : 'month'
}

function stepGrain(grain: TrendGrain, fiscal: Fiscal): Grain {
  return fiscal === 1 || grain === 'month' || grain === 'day' ? grain : `fiscal-${grain}`
}
