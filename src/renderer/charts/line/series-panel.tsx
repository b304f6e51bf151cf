import { useMemo, type ReactNode } from 'react'
import type { Series } from '../../../shared/data/data.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { areaModel } from '../area/option.ts'
import { barModel } from '../bar/option.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { useLegend } from '../legend.tsx'
import { messages } from '../messages.ts'
import { stackedModel } from '../stacked/option.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { seriesTwin } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { lineModel, strokeOf } from './option.ts'

/** More lines than this are named below the title: beside it there is no room. */
const MOST_BESIDE = 3

interface Props extends ChartActions {
  title: string
  /** What else is said beside the unit. */
  note?: string
  series: Series
  /** Bars for amounts of days; lines for levels over longer steps; areas from nil; parts on top of each other. */
  shape: 'line' | 'bar' | 'area' | 'stacked'
  actions?: ReactNode
  className?: string
}

/** A series over time with its comparison, in a panel. */
export function SeriesPanel({ title, note, series, shape, actions, className, ...doing }: Props) {
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(series.currency)
  const filter = useLegend(series.lines.map(line => line.id))
  const { hidden } = filter
  const model = useMemo(() => {
    if (shape === 'stacked') return stackedModel(series, style, texts.total, hidden)
    return { line: lineModel, bar: barModel, area: areaModel }[shape](series, style, hidden)
  }, [series, style, shape, hidden, texts])
  const unit = unitCaption(
    model.unit,
    series.currency ? currencySymbol(series.currency, format.locale) : '',
    texts,
  )
  return (
    <ChartPanel
      title={title}
      subtitle={[unit, note].filter(Boolean).join(', ')}
      legend={series.lines.map((line, row) => ({
        id: line.id,
        label: line.label,
        colour: strokeOf(line, row, style).colour,
      }))}
      filter={filter}
      legendBelow={series.lines.length > MOST_BESIDE}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => seriesTwin(series, texts.step, style.words)}
    >
      <Chart model={model} style={style} label={title} {...doing} />
    </ChartPanel>
  )
}
