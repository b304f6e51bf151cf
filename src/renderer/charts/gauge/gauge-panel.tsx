import { useMemo, type ReactNode } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { gaugeModel, type GaugeData } from './option.ts'

interface Props extends ChartActions {
  title: string
  note?: string
  data: GaugeData
  currency: string
  actions?: ReactNode
  className?: string
}

/** How much of a budget is used, in a panel. */
export function GaugePanel({ title, note, data, currency, actions, className, ...doing }: Props) {
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(currency)
  const model = useMemo(
    () =>
      gaugeModel(
        data,
        {
          budget: texts.budget,
          spent: texts.spent,
          left: texts.left,
          over: texts.over,
          share: texts.gauge,
          percent: ratio => format.percent(ratio),
        },
        style,
      ),
    [data, style, texts, format],
  )
  return (
    <ChartPanel
      title={title}
      subtitle={note}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [texts.name, `${texts.value} (${currency})`],
        rows: [
          {
            head: texts.spent,
            headData: texts.spent,
            cells: [amountCell(data.actual, style.words, currency)],
          },
          {
            head: texts.budget,
            headData: texts.budget,
            cells: [amountCell(data.budget, style.words, currency)],
          },
        ],
      })}
    >
      <Chart model={model} style={style} label={title} {...doing} />
    </ChartPanel>
  )
}
