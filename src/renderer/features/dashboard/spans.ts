import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { parseIsoDate, toIsoDate } from '../../../shared/calendar/day.ts'
import { fiscalOf, grainNext, grainStart } from '../../../shared/calendar/grain.ts'
import { spanOfStep } from '../../app/spans.ts'
import { changeRatio } from '../../../shared/money/change.ts'
import { total, type Total } from '../../../shared/money/minor.ts'

/** What a figure is against an earlier one: exact difference, its size, the ratio, and whether that is for better or worse. */
export function compared(
  now: Total,
  before: Total,
): { difference: Total; size: Total; ratio: number | null; judgement: 'adverse' | 'favourable' | 'neutral' } {
  const difference = BigInt(now) - BigInt(before)
  return {
    difference: total(difference),
    size: total(difference < 0n ? -difference : difference),
    ratio: before > 0 ? changeRatio(now, before) : null,
    judgement: difference > 0n ? 'adverse' : difference < 0n ? 'favourable' : 'neutral',
  }
}

/** The fiscal year that a day lies in, whole. */
export function currentFiscalYear(
  day: string,
  fiscal: Fiscal,
): { year: number; from: string; to: string } | undefined {
  const at = parseIsoDate(day)
  if (at === undefined) return undefined
  const from = grainStart(at, 'fiscal-year', fiscal)
  return {
    year: fiscalOf(at, fiscal).year,
    from: toIsoDate(from),
    to: toIsoDate(grainNext(from, 'fiscal-year', fiscal) - 1),
  }
}

/** The comparison's days that stand beside a step of the trend: as far from the comparison's start as the step from the period's. */
export function stepBefore(
  overview: { trend: { x: string[] }; from?: string; comparedWith?: { from: string; to: string } },
  key: string,
  fiscal: Fiscal = 1,
): { from: string; to: string } | undefined {
  const span = spanOfStep(key, fiscal)
  const start = parseIsoDate(overview.comparedWith?.from ?? '')
  const end = parseIsoDate(overview.comparedWith?.to ?? '')
  if (!span || start === undefined || end === undefined) return undefined
  let from: number = grainStart(start, span.grain, fiscal)
  for (let i = overview.trend.x.indexOf(key); i > 0; i--) from = grainNext(from, span.grain, fiscal)
  const to = grainNext(from, span.grain, fiscal) - 1
  if (to < start || from > end) return undefined
  return { from: toIsoDate(Math.max(from, start)), to: toIsoDate(Math.min(to, end)) }
}
