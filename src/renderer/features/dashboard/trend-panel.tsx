import { useMemo } from 'react'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import type { Mark } from '../../charts/model.ts'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import { spanOfStep } from '../../app/spans.ts'
import { Segmented, useFormat, useMessages, useSetting } from '../../ui/index.ts'
import { flowDoor, isStep, overSpan, withStep } from './doors.ts'
import { messages } from './messages.ts'
import { stepBefore } from './spans.ts'
import { drawnGrain, offeredGrains } from './trend-grain.ts'
import type { Dashboard } from './use-dashboard.ts'

/** Single days up to two months, quarters of sixteen years. */
const MOST_BARS = 62

/** Spending over time against the comparison. A click narrows to the step; on the only step it opens the entries. */
export function TrendPanel({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile, fiscal } = useSetting()
  const { trend } = overview
  const grain = drawnGrain(trend.x)
  const offered = offeredGrains(overview, grain)
  const spanOf = (mark: Mark) => spanOfStep(keyOf(mark), fiscal)
  const { against } = dashboard
  const before =
    against === undefined
      ? ''
      : against.kind === 'range'
        ? format.span(against.from, against.to)
        : against.kind === 'previous-year'
          ? t.lastYear
          : t.periodBefore
  const series = useMemo(() => {
    const known = trend.lines.filter(line => line.role !== 'comparison' || line.values.some(v => v !== null))
    return {
      ...trend,
      lines: known.map(line => ({ ...line, label: line.role === 'comparison' ? before : t.thisPeriod })),
    }
  }, [trend, before, t])
  const keyOf = (mark: Mark): string => trend.x[mark.column] ?? ''
  const rows = (mark: Mark): void => {
    const spending = flowDoor(dashboard.filters, 'expense')
    const comparison = series.lines[mark.row]?.role === 'comparison'
    const span = comparison ? stepBefore(overview, keyOf(mark), fiscal) : undefined
    dashboard.open(span ? overSpan(spending, span) : withStep(spending, keyOf(mark), fiscal))
  }
  const why = (mark: Mark): void => {
    const earlier = stepBefore(overview, keyOf(mark), fiscal)
    dashboard.why(
      withStep(dashboard.filters, keyOf(mark), fiscal),
      earlier ? { kind: 'range', ...earlier } : { kind: 'previous-period' },
    )
  }
  const narrow = (mark: Mark): void => {
    const span = spanOf(mark)
    if (!span || isStep(dashboard.filters, keyOf(mark), fiscal)) rows({ ...mark, row: 0 })
    else dashboard.drill({ kind: 'time', from: span.from, to: span.to })
  }
  return (
    <SeriesPanel
      title={t.byStep[grain][profile]}
      series={series}
      shape={grain === 'month' || trend.x.length > MOST_BARS ? 'line' : 'bar'}
      actions={
        <Segmented
          label={t.steps}
          value={grain}
          onChange={dashboard.chooseGrain}
          options={offered.map(id => ({ id, label: t.step[id] }))}
        />
      }
      onSelect={narrow}
      onDrill={narrow}
      onOpen={rows}
      onWhy={why}
    />
  )
}
