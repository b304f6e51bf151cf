import { useMemo } from 'react'
import { formatFixed, useFormat } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { useChartStyle } from '../use-chart-style.ts'
import { correlationModel } from './option.ts'

interface Props {
  title: string
  note?: string
  /** Their names; stable while the figures are. */
  measures: readonly string[]
  values: readonly (readonly (number | null)[])[]
  names: { measure: string; r: string }
  className?: string
}

/** How measures move with each other, in a panel. */
export function CorrelationPanel({ title, note, measures, values, names, className }: Props) {
  const format = useFormat()
  const style = useChartStyle(undefined)
  const { r } = names
  const model = useMemo(
    () =>
      correlationModel(measures, values, style, { r, two: value => formatFixed(value, format.locale, 2) }),
    [measures, values, style, r, format.locale],
  )
  return (
    <ChartPanel
      title={title}
      subtitle={note}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [names.measure, ...measures],
        rows: measures.map((measure, i) => ({
          head: measure,
          headData: measure,
          cells: measures.map((_, j) => {
            const value = values[i]?.[j]
            return typeof value === 'number'
              ? { text: formatFixed(value, format.locale, 2), data: String(value) }
              : { text: style.words.noData, data: '' }
          }),
        })),
      })}
    >
      <Chart model={model} style={style} label={title} />
    </ChartPanel>
  )
}
