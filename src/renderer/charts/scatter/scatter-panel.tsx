import { useMemo } from 'react'
import { useFormat } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { useLegend, type LegendItem } from '../legend.tsx'
import { currencySymbol } from '../unit-caption.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { scatterModel, unusualOf, type ScatterPoint } from './option.ts'

interface Props extends Omit<ChartActions, 'onSelect' | 'onOpen'> {
  title: string
  /** After the currency's sign: "log scale". */
  note: string
  names: { date: string; label: string; amount: string; usual: string; unusual: string }
  points: readonly ScatterPoint[]
  currency: string
  selected?: number
  onSelect: (id: number) => void
  onOpen: (id: number) => void
  className?: string
}

/** Amounts by day with the unusual ones marked, in a panel; its table lists the unusual ones. */
export function ScatterPanel({
  title,
  note,
  names,
  points,
  currency,
  selected,
  onSelect,
  onOpen,
  className,
}: Props) {
  const format = useFormat()
  const style = useChartStyle(currency)
  const { amount } = names
  const filter = useLegend(['usual', 'unusual'])
  const { hidden } = filter
  const model = useMemo(
    () => scatterModel(points, currency, style, { amount }, selected, hidden),
    [points, currency, style, amount, selected, hidden],
  )
  const legend: LegendItem[] = [
    { id: 'usual', label: names.usual, colour: style.colours.text3, shape: 'circle' },
    { id: 'unusual', label: names.unusual, colour: style.colours.anomaly, shape: 'square' },
  ]
  const idAt = (column: number): number | undefined => model.unusual[column]?.id
  return (
    <ChartPanel
      title={title}
      subtitle={`${currencySymbol(currency, format.locale)}, ${note}`}
      legend={legend}
      filter={filter}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [names.date, names.label, `${names.amount} (${currency})`],
        rows: unusualOf(points).map(p => ({
          head: style.words.stepLong(p.date),
          headData: p.date,
          cells: [{ text: p.label ?? '', data: p.label ?? '' }, amountCell(p.amount, style.words, currency)],
        })),
      })}
    >
      <Chart
        model={model}
        style={style}
        label={title}
        onSelect={mark => {
          const id = idAt(mark.column)
          if (id !== undefined) onSelect(id)
        }}
        onOpen={mark => {
          const id = idAt(mark.column)
          if (id !== undefined) onOpen(id)
        }}
      />
    </ChartPanel>
  )
}
