import type { LedgerForecastRequest, ReportCard } from '../../../shared/contract/forecast.ts'
import { forecastSeries, SHORT } from './analysis/forecast-series.ts'
import type { MethodId, Task } from './analysis/method.ts'
import { note, type Note } from './analysis/notes.ts'
import type { Bounds } from './analysis/numeric/bounds.ts'
import { backtest, select } from './analysis/selection/index.ts'

export interface OneSeries {
  method: MethodId
  model: string
  parameters: Record<string, number>
  mean: Float64Array
  /** One a level; those of a single value are as wide as nothing. */
  intervals: Bounds[]
  /** Half the width of the first interval. */
  spread: Float64Array
  calibratedOver: number
  card: ReportCard[]
  notes: Note[]
}

/** One series with its report card. 'auto' shows the mean or the naive forecast where the combination is not clearly better. */
export function oneSeries(
  task: Task,
  asked: LedgerForecastRequest['method'],
  origins: number,
  stop: () => void,
): OneSeries {
  const n = task.values.length
  const notes: Note[] = []
  let card: ReportCard[] = []
  let method: MethodId = asked === 'auto' ? 'combination' : asked
  if (n >= SHORT && task.values.some(value => value !== task.values[0])) {
    if (asked === 'auto') {
      const selection = select(task, origins, stop)
      method = selection.method
      card = selection.tried.toSorted((a, b) => Number(b.method === method) - Number(a.method === method))
      const full = selection.tried[0]
      const shown = card[0]
      if (full && shown && (method === 'naive' || method === 'mean'))
        notes.push(
          note(method === 'naive' ? 'naive-wins' : 'mean-wins', {
            method: 'combination',
            percent: percent(full.error, shown.error),
          }),
        )
    } else {
      // Prophet takes seconds a fit on daily values.
      const tried = [method, ...(method === 'naive' ? [] : (['naive'] as const))].map(id =>
        backtest(task, id, method === 'prophet' ? 3 : origins, stop),
      )
      card = tried.filter(one => one !== undefined)
      const [own, naive] = tried
      if (own && naive && naive.error < own.error)
        notes.push(note('naive-better', { method, percent: percent(own.error, naive.error) }))
    }
    if (card.length === 0) notes.push(note('no-backtest', { n }))
  }
  stop()
  const found = forecastSeries(task, method, origins)
  const intervals = found.intervals.length > 0 ? found.intervals : []
  const spread = found.mean.map((_, h) => {
    const first = intervals[0]
    return first ? ((first.upper[h] as number) - (first.lower[h] as number)) / 2 : 0
  })
  return { ...found, intervals, spread, card, notes: [...found.notes, ...notes] }
}

/** Of what is far beyond, only that it is. */
const percent = (a: number, b: number): string => (a > 5 * b ? '> 500' : String(Math.round((100 * a) / b)))

/** Intervals moved along with their forecast when it was reconciled, in whole minor units. */
export function shift(intervals: readonly Bounds[], from: Float64Array, to: Float64Array): Bounds[] {
  const move = (bound: number, h: number): number =>
    Math.round(bound + (to[h] as number) - (from[h] as number))
  return intervals.map(({ lower, upper }) => ({ lower: lower.map(move), upper: upper.map(move) }))
}
