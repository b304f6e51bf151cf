import type { LedgerForecast, LedgerSeries } from '../../../shared/contract/forecast.ts'
import { Button, DataTable, Dialog, DialogButtons, useFormat, useMessages } from '../../ui/index.ts'
import { explainStep } from './explain-step.ts'
import { messages } from './messages.ts'
import type { Request } from './use-request.ts'
import { useWords } from './words.ts'

/** Why a step to come is expected to be what it is: level, season, the rest; and why its interval is as wide as it is. */
export function StepDialog({
  forecast,
  series,
  request,
  at,
  onClose,
}: {
  forecast: LedgerForecast
  series: LedgerSeries
  request: Request
  /** Index among the steps to come. */
  at: number
  onClose: () => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const found = explainStep(forecast, series, at)
  const { currency } = forecast
  const money = (value: number, sign?: 'change'): string =>
    format.money(Math.round(value), { currency, symbol: true, ...(sign ? { sign } : {}) })
  const step = format.step(forecast.future[at]?.key ?? '')
  const rows = [
    { id: 'level', what: t.stepLevel(format.count(found.steps)), value: money(found.level) },
    {
      id: 'season',
      what: found.seasons > 0 ? t.stepSeason(format.count(found.seasons)) : t.stepNoSeason,
      value: money(found.season, 'change'),
    },
    { id: 'rest', what: t.stepRest(words.method(series.method)), value: money(found.rest, 'change') },
    { id: 'expected', what: t.expected, value: money(found.expected) },
  ]
  const country = request.country ? ` ${t.stepHolidays(request.country)}` : ''
  return (
    <Dialog title={t.stepTitle(step, words.series(series, forecast))} opened onClose={onClose} size={560}>
      <DataTable
        caption={t.stepParts}
        edge={false}
        rows={rows}
        rowKey={row => row.id}
        kind={row => (row.id === 'expected' ? 'total' : undefined)}
        columns={[
          { id: 'what', head: t.stepPart, cell: row => row.what, wrap: true },
          { id: 'value', head: t.stepAmount, numeric: true, cell: row => row.value },
        ]}
      />
      <p>
        {series.model}
        {country}
      </p>
      {found.before && <p>{t.stepBefore(format.step(found.before.key), money(found.before.value))}</p>}
      {found.intervals.map(({ level, lower, upper }) => (
        <p key={level}>
          {t.stepInterval(format.number(Number(level), 0), money(lower), money(upper), money(upper - lower))}
        </p>
      ))}
      <p className="cap">
        {series.calibratedOver > 0 ? t.calibrated(format.count(series.calibratedOver)) : t.notCalibrated}{' '}
        {found.error !== undefined && t.stepError(money(found.error))}
      </p>
      <DialogButtons>
        <Button onClick={onClose}>{t.cancel}</Button>
      </DialogButtons>
    </Dialog>
  )
}
