import { parseIsoDate } from '../../../shared/calendar/day.ts'
import type {
  LedgerForecast,
  LedgerForecastRequest,
  LedgerSeries,
} from '../../../shared/contract/forecast.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { completeSteps, futureStarts, SEASONS, stepsOf } from './analysis/ledger/steps.ts'
import { reconcile } from './analysis/ledger/reconcile.ts'
import { OTHERS, sumBySteps, TOTAL } from './analysis/ledger/series.ts'
import { note, type Note } from './analysis/notes.ts'
import type { Calendar, Task } from './analysis/method.ts'
import { arimaPackage } from './arima-runtime.ts'
import { publicHolidays, workingDays } from './holidays.ts'
import { oneSeries, shift, type OneSeries } from './one-series.ts'
import { prophetRuntime } from './prophet-runtime.ts'
import { byLevel } from './series-of-file.ts'
import { say } from './messages.ts'

export interface LedgerInput {
  request: LedgerForecastRequest
  columns: EntryColumns
  /** The last day with an actual entry, whatever is filtered; undefined in an empty ledger. */
  ledgerTo: number | undefined
}

/** Op: series of the ledger by step, forecast one by one, then reconciled. */
export async function forecastLedger(
  { request, columns, ledgerTo }: LedgerInput,
  op: OpContext,
): Promise<LedgerForecast> {
  const { grain, horizon, levels, seed, by, measure } = request
  const fiscal = columns.fiscal
  const season = SEASONS[grain]
  const empty = { currency: columns.currency, measure, grain, season, levels, by }
  if (columns.count === 0 || ledgerTo === undefined)
    return { ...empty, steps: [], future: [], series: [], notes: [note('no-steps')] }
  const first = columns.days.reduce((least, day) => Math.min(least, day), Infinity)
  const filter = { from: dayOf(request.filters.from), to: dayOf(request.filters.to) }
  const { starts, notes } = completeSteps(first, ledgerTo, filter, grain, fiscal)
  if (starts.length < 2)
    return { ...empty, steps: [], future: [], series: [], notes: [...notes, note('no-steps')] }
  const future = futureStarts(starts, horizon, grain, fiscal)
  const dimension = by === undefined ? undefined : columns.dimensions[by]
  const sign = signOf(measure, columns.profile)
  const sums = sumBySteps(
    columns.days,
    columns.amounts,
    dimension?.codes,
    starts,
    sign,
    request.top,
    columns.rows,
  )
  if (sums.unconverted > 0) notes.push(note('unconverted', { entries: sums.unconverted }))
  const calendar = await calendarOf(request, starts, future, notes)
  const arima = arimaPackage()
  const stop = (): void => {
    if (op.cancelled()) throw new FailureError('cancelled', say().cancelled)
  }
  const found: OneSeries[] = []
  for (const [i, { values }] of sums.series.entries()) {
    stop()
    op.progress({ stage: 'forecasting', done: i, total: sums.series.length, unit: 'steps' })
    // oxlint-disable-next-line no-await-in-loop -- loaded once; anew only after a fit that broke off
    const prophet = request.method === 'prophet' ? await prophetRuntime() : undefined
    const options = { changepointPrior: request.changepointPrior }
    const task: Task = { values, season, horizon, levels, seed, calendar, arima, prophet, options }
    found.push(oneSeries(task, request.method, i === 0 ? 8 : 4, stop))
  }
  const agreed = reconcile(found[0] as OneSeries, found.slice(1))
  if (found.length > 1) notes.push(note('reconciled', { parts: found.length - 1 }))
  const series = sums.series.map(({ code, values }, i): LedgerSeries => {
    const one = found[i] as OneSeries
    const mean = i === 0 ? agreed.total : (agreed.parts[i - 1] as Float64Array)
    return {
      key: code >= 0 ? (dimension?.keys[code] ?? '') : undefined,
      label: code >= 0 ? (dimension?.labels[code] ?? '') : '',
      role: code === TOTAL ? 'total' : code === OTHERS ? 'others' : 'member',
      method: one.method,
      model: one.model,
      parameters: one.parameters,
      actual: [...values],
      mean: [...mean],
      intervals: byLevel(levels, shift(one.intervals, one.mean, mean)),
      calibratedOver: one.calibratedOver,
      card: one.card,
      notes: one.notes,
    }
  })
  return {
    ...empty,
    steps: stepsOf(starts, grain, fiscal),
    future: stepsOf(future, grain, fiscal),
    series,
    notes,
  }
}

const dayOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseIsoDate(text)

/** A household's account goes down when it spends; a company debits its expenses and credits its revenue. */
function signOf(measure: LedgerForecastRequest['measure'], profile: EntryColumns['profile']): number {
  return (measure === 'spending') === (profile === 'personal') ? -1 : 1
}

async function calendarOf(
  { country, workingDays: asked }: LedgerForecastRequest,
  starts: number[],
  future: number[],
  notes: Note[],
): Promise<Calendar> {
  const all = [...starts.slice(0, -1), ...future]
  const holidays =
    country === undefined
      ? undefined
      : await publicHolidays(country, all[0] as number, (all.at(-1) as number) - 1)
  if (country !== undefined && !holidays) notes.push(note('no-holidays', { country }))
  return {
    days: Int32Array.from(all.slice(0, -1)),
    holidays,
    regressors: asked ? new Map([['working-days', workingDays(all, holidays ?? new Map())]]) : undefined,
  }
}
