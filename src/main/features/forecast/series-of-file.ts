import type { Output, ParsedInput } from '../../../shared/contract/index.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { forecastSeries } from './analysis/forecast-series.ts'
import type { Calendar, MethodId, Task } from './analysis/method.ts'
import { note } from './analysis/notes.ts'
import type { Bounds } from './analysis/numeric/bounds.ts'
import { fillGaps } from './analysis/numeric/fill-gaps.ts'
import { select } from './analysis/selection/index.ts'
import { prophetRuntime } from './prophet-runtime.ts'
import { arimaPackage } from './arima-runtime.ts'
import { readSeriesFile } from './series-file.ts'
import { say } from './messages.ts'

export type FileRequest = Omit<ParsedInput<'forecast.table'>, 'token'> & { path: string; name: string }

/** Op: every series of a file, one after the other. */
export async function forecastFile(request: FileRequest, op: OpContext): Promise<Output<'forecast.table'>> {
  const { season, horizon, levels, seed, method } = request
  const all = readSeriesFile(request)
  const arima = arimaPackage()
  const stop = (): void => {
    if (op.cancelled()) throw new FailureError('cancelled', say().stopped)
  }
  const series: Output<'forecast.table'>['series'] = []
  for (const [i, { id, values: given }] of all.entries()) {
    stop()
    const { values, filled } = fillGaps(given, season)
    op.progress({ stage: 'forecasting', done: i, total: all.length, unit: 'steps', subject: request.name })
    // oxlint-disable-next-line no-await-in-loop -- loaded once; anew only after a fit that broke off
    const prophet = method === 'prophet' ? await prophetRuntime() : undefined
    const calendar = prophet && calendarOf(season, values.length + horizon)
    const task: Task = { values, season, horizon, levels, seed, prophet, calendar, arima }
    const chosen: MethodId = method === 'auto' ? select(task, 4, stop).method : method
    const found = forecastSeries(task, chosen)
    series.push({
      id,
      method: found.method,
      mean: [...found.mean],
      intervals: byLevel(levels, found.intervals),
      model: found.model,
      notes: [...(filled > 0 ? [note('filled', { filled, n: given.length })] : []), ...found.notes].map(
        one => one.statement,
      ),
    })
  }
  return { series }
}

export function byLevel(levels: readonly number[], intervals: readonly Bounds[]) {
  return Object.fromEntries(
    intervals.map(({ lower, upper }, i) => [String(levels[i]), { lower: [...lower], upper: [...upper] }]),
  )
}

/** A file of series has no dates, which Prophet cannot do without: steps of the length that the season implies. */
export function calendarOf(season: number, steps: number): Calendar {
  const start = Math.round(Date.UTC(2000, 0, 1) / 86_400_000)
  const months = season === 12 ? 1 : season === 4 ? 3 : 0
  const days = season === 52 ? 7 : 1
  return {
    days: Int32Array.from({ length: steps }, (_, t) =>
      months > 0 ? Math.round(Date.UTC(2000, t * months, 1) / 86_400_000) : start + t * days,
    ),
  }
}
