import { useMemo } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { histogramModel, type Bin } from './option.ts'

interface Props {
  title: string
  bins: readonly Bin[]
  currency: string
  names: { from: string; to: string; count: string }
}

/** How many entries there are of which size. */
export function HistogramPanel({ title, bins, currency, names }: Props) {
  const format = useFormat()
  const texts = useMessages(messages)
  const style = useChartStyle(currency)
  const { count } = names
  const model = useMemo(
    () => histogramModel(bins, currency, style, { count, full: n => format.count(n) }),
    [bins, currency, style, count, format],
  )
  const amount = (value: number) => amountCell(Math.round(value), style.words, currency)
  return (
    <ChartPanel
      title={title}
      subtitle={unitCaption(model.unit, currencySymbol(currency, format.locale), texts)}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [`${names.from} (${currency})`, `${names.to} (${currency})`, names.count],
        rows: bins.map(bin => ({
          head: amount(bin.from).text,
          headData: amount(bin.from).data,
          cells: [amount(bin.to), { text: format.count(bin.count), data: String(bin.count) }],
        })),
      })}
    >
      <Chart model={model} style={style} label={title} />
    </ChartPanel>
  )
}
