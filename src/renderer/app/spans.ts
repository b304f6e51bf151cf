import { fiscalPeriodStart, type Fiscal } from '../../shared/calendar/fiscal.ts'
import { civil, parseIsoDate, toIsoDate } from '../../shared/calendar/day.ts'
import { addMonths, grainKey, grainNext, grainStart, type Grain } from '../../shared/calendar/grain.ts'

export const PRESETS = [
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'fiscal-year-to-date',
  'last-fiscal-year',
  'last-12-months',
  'all',
] as const
export type Preset = (typeof PRESETS)[number]

export interface Span {
  from?: string
  to?: string
}

/**
 * The day that "this month" is counted from: today, or the latest day of the data where that is earlier, because a ledger
 * that ends in 2013 has nothing in today's month. The menu shows each preset's span, so that nobody has to guess.
 */
export function anchorDay(lastDay: string | undefined, today: string): string {
  return lastDay !== undefined && lastDay < today ? lastDay : today
}

/** A preset's days, counted from the anchor; `all` is no bounds. `fiscal`: when fiscal years begin. */
export function presetSpan(preset: Preset, anchor: string, fiscal: Fiscal): Span {
  const day = parseIsoDate(anchor)
  if (day === undefined || preset === 'all') return {}
  const step = (grain: Grain, back: number): Span => {
    let start = grainStart(day, grain, fiscal)
    for (let i = 0; i < back; i++) start = grainStart(start - 1, grain, fiscal)
    return { from: toIsoDate(start), to: toIsoDate(grainNext(start, grain, fiscal) - 1) }
  }
  switch (preset) {
    case 'this-month':
      return step('month', 0)
    case 'last-month':
      return step('month', 1)
    case 'this-quarter':
      return step('fiscal-quarter', 0)
    case 'last-quarter':
      return step('fiscal-quarter', 1)
    case 'fiscal-year-to-date': {
      const month = grainStart(day, 'month')
      return {
        from: toIsoDate(grainStart(day, 'fiscal-year', fiscal)),
        to: toIsoDate(grainNext(month, 'month') - 1),
      }
    }
    case 'last-fiscal-year':
      return step('fiscal-year', 1)
    case 'last-12-months': {
      const month = grainStart(day, 'month')
      return { from: toIsoDate(addMonths(month, -11)), to: toIsoDate(grainNext(month, 'month') - 1) }
    }
  }
}

/** The span before (-1) or after (+1) of the same length: whole months move by months, other spans by days. */
export function shiftSpan(span: Span, by: -1 | 1): Span {
  const from = span.from && parseIsoDate(span.from)
  const to = span.to && parseIsoDate(span.to)
  if (typeof from !== 'number' || typeof to !== 'number') return span
  if (civil(from).dayOfMonth === 1 && civil(to + 1).dayOfMonth === 1) {
    const a = civil(from)
    const b = civil(to + 1)
    const months = (b.year - a.year) * 12 + b.month - a.month
    return {
      from: toIsoDate(addMonths(from, by * months)),
      to: toIsoDate(addMonths(to + 1, by * months) - 1),
    }
  }
  const length = to - from + 1
  return { from: toIsoDate(from + by * length), to: toIsoDate(to + by * length) }
}

/** The key of the year or quarter, by the workspace's calendar, that a span is exactly; undefined where it is none. */
export function stepOfSpan({ from, to }: Span, fiscal: Fiscal): string | undefined {
  const day = parseIsoDate(from ?? '')
  const last = parseIsoDate(to ?? '')
  if (day === undefined || last === undefined) return undefined
  const grains: Grain[] = fiscal === 1 ? ['year', 'quarter'] : ['fiscal-year', 'fiscal-quarter']
  const grain = grains.find(g => grainStart(day, g, fiscal) === day && grainNext(day, g, fiscal) === last + 1)
  return grain && grainKey(day, grain, fiscal)
}

/** The days of a step's key (grainKey), for drilling into a point of a chart; undefined where it is none. */
export function spanOfStep(
  key: string,
  fiscal: Fiscal = 1,
): { from: string; to: string; grain: Grain } | undefined {
  const day = firstDayOf(key, fiscal)
  if (day === undefined) return undefined
  const grain = GRAIN_OF.find(([pattern]) => pattern.test(key))?.[1]
  if (!grain) return undefined
  const start = grainStart(day, grain, fiscal)
  if (grainKey(start, grain, fiscal) !== key) return undefined
  return { from: toIsoDate(start), to: toIsoDate(grainNext(start, grain, fiscal) - 1), grain }
}

const GRAIN_OF: readonly [RegExp, Grain][] = [
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{4}-W\d{2}$/, 'week'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-Q\d$/, 'quarter'],
  [/^\d{4}$/, 'year'],
  [/^FY\d{4}-Q\d$/, 'fiscal-quarter'],
  [/^FY\d{4}-P\d{2}$/, 'period'],
  [/^FY\d{4}$/, 'fiscal-year'],
]

function firstDayOf(key: string, fiscal: Fiscal): number | undefined {
  const match = /^(FY)?(\d{4})(?:-([QPW])?(\d{1,2})(?:-(\d{2}))?)?$/.exec(key)
  if (!match) return undefined
  const [, own, year, letter, number, dayOfMonth] = match
  const n = Number(number ?? 1)
  if (dayOfMonth) return parseIsoDate(key)
  if (letter === 'W') {
    // ISO 8601: week 1 holds 4 January.
    const fourth = parseIsoDate(`${year}-01-04`)
    return fourth === undefined ? undefined : grainStart(fourth, 'week') + (n - 1) * 7
  }
  const months = (letter === 'Q' ? 3 : 1) * (n - 1)
  if (own) return fiscalPeriodStart(Number(year), 1 + months, fiscal)
  const first = parseIsoDate(`${year}-01-01`)
  return first === undefined ? undefined : addMonths(first, months)
}
