import type { LedgerForecast, LedgerSeries } from '../../../shared/contract/forecast.ts'

/** What an expected value is made of, in minor units; `level` + `season` + `rest` is `expected`, exactly. */
export interface StepExplanation {
  expected: number
  /** Mean of the last season's steps (of the last 12 where there is no season). */
  level: number
  /** How many steps that mean is of. */
  steps: number
  /** By how much the same step of earlier seasons differed from its own season's mean, on average; 0 without a whole season. */
  season: number
  /** Seasons that it is the mean of. */
  seasons: number
  /** What the model adds beyond both: its trend, and what it has learned otherwise. */
  rest: number
  /** The same step a season earlier, where it was seen. */
  before?: { key: string; value: number }
  intervals: { level: string; lower: number; upper: number }[]
  /** Mean error of past forecasts by the same method, where it was tried. */
  error?: number
}

const PLAIN_LEVEL = 12

/**
 * Takes a step to come apart against the series' own past. It describes the forecast, whatever model made it: level and season are plain
 * means, and all that they do not say is the rest.
 */
export function explainStep(
  { season: m, steps }: LedgerForecast,
  series: LedgerSeries,
  h: number,
): StepExplanation {
  const { actual, mean, intervals, card, method } = series
  const n = actual.length
  const expected = mean[h] ?? 0
  const window = Math.min(n, m > 1 ? m : PLAIN_LEVEL)
  const average = (from: number, to: number): number =>
    actual.slice(from, to).reduce((sum, value) => sum + value, 0) / Math.max(1, to - from)
  const level = Math.round(average(n - window, n))
  const found: number[] = []
  // The season that a step lies in ends with the last seen one, or whole seasons before it.
  if (m > 1)
    for (let end = n; end - m >= 0; end -= m) {
      const at = end - m + (h % m)
      found.push((actual[at] as number) - average(end - m, end))
    }
  const season = found.length === 0 ? 0 : Math.round(found.reduce((sum, one) => sum + one, 0) / found.length)
  const earlier = m > 1 ? n + h - m * Math.ceil((h + 1) / m) : -1
  const own = card.find(one => one.method === method)
  return {
    expected,
    level,
    steps: window,
    season,
    seasons: found.length,
    rest: expected - level - season,
    ...(earlier >= 0 && earlier < n
      ? { before: { key: steps[earlier]?.key ?? '', value: actual[earlier] as number } }
      : {}),
    intervals: Object.entries(intervals).map(([name, { lower, upper }]) => ({
      level: name,
      lower: lower[h] ?? 0,
      upper: upper[h] ?? 0,
    })),
    ...(own ? { error: own.error } : {}),
  }
}
