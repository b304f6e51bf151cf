import { useMemo, useState } from 'react'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import type { LedgerForecast, LedgerSeries } from '../../../shared/contract/forecast.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { useFilters } from '../../app/use-filters.ts'
import { useWhy } from '../../app/use-why.ts'
import { FanPanel } from '../../charts/fan/fan-panel.tsx'
import type { FanData } from '../../charts/fan/option.ts'
import type { Mark } from '../../charts/model.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { StepDialog } from './StepDialog.tsx'
import { useWords } from './words.ts'
import { messages } from './messages.ts'
import type { Request } from './use-request.ts'
import styles from './forecast.module.css'

/** So many known steps can be told apart beside the forecast. */
const LATEST = 60

/** The picture of one series; a click on a known step opens its entries, on one to come what its figure is made of. */
export function SeriesFan({
  forecast,
  series,
  request,
}: {
  forecast: LedgerForecast
  series: LedgerSeries
  request: Request
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const { openRows } = useFilters()
  const ask = useWhy()
  const first = Math.max(0, forecast.steps.length - LATEST)
  const data = useMemo((): FanData => {
    const known = series.actual.slice(first)
    const gap = known.map(() => null)
    const ahead = series.mean.map(() => null)
    return {
      currency: forecast.currency,
      x: [...forecast.steps.slice(first), ...forecast.future].map(step => step.key),
      actual: [...known, ...ahead],
      expected: [...gap, ...series.mean],
      bands: Object.entries(series.intervals).map(([level, { lower, upper }]) => ({
        level: Number(level),
        lower: [...gap, ...lower],
        upper: [...gap, ...upper],
      })),
    }
  }, [forecast, series, first])
  const fan = useMemo(
    () => ({
      actual: t.actual,
      expected: t.expected,
      within: (level: number) => t.within(format.number(level, 0)),
      from: (level: number) => t.from(format.number(level, 0)),
      to: (level: number) => t.to(format.number(level, 0)),
    }),
    [t, format],
  )
  const [explained, setExplained] = useState<number>()
  /** A step that has not come has no entries: what opens is where its figure comes from. */
  const ahead = (column: number): boolean => {
    const at = first + column - forecast.steps.length
    if (at < 0) return false
    setExplained(at)
    return true
  }
  const open = ({ column }: Mark): void => {
    if (ahead(column)) return
    const step = forecast.steps[first + column]
    if (step && parseIsoDate(step.from) !== undefined) openRows(doorOf(forecast, series, request, step))
  }
  const why = ({ column }: Mark): void => {
    if (ahead(column)) return
    const step = forecast.steps[first + column]
    if (!step || parseIsoDate(step.from) === undefined) return
    const { flow: _side, ...members } = doorOf(forecast, series, request, step).members ?? {}
    const filters = { ...doorOf(forecast, series, request, step), members }
    ask({ filters, comparison: { kind: 'previous-period' }, measure: forecast.measure })
  }
  return (
    <>
      <FanPanel
        title={words.series(series, forecast)}
        note={first > 0 ? t.latest(format.count(LATEST)) : undefined}
        data={data}
        words={fan}
        className={styles.fan}
        onSelect={open}
        onOpen={open}
        onWhy={why}
      />
      {explained !== undefined && (
        <StepDialog
          forecast={forecast}
          series={series}
          request={request}
          at={explained}
          onClose={() => setExplained(undefined)}
        />
      )}
    </>
  )
}

/** The entries behind one known step of a series; those of "all others" are those of none of the members shown. */
function doorOf(
  { by, measure, series: all }: LedgerForecast,
  { role, key }: LedgerSeries,
  request: Request,
  { from, to }: { from: string; to: string },
): Filters {
  const flow = measure === 'net' ? ['income', 'expense'] : [measure === 'income' ? 'income' : 'expense']
  const shown = all.filter(one => one.role === 'member').map(one => one.key ?? '')
  const door: Filters = { ...request.filters, from, to, members: { ...request.filters?.members, flow } }
  if (by && role === 'member') door.members = { ...door.members, [by]: [key ?? ''] }
  if (by && role === 'others') door.notMembers = { ...door.notMembers, [by]: shown }
  return withActual(door)
}
