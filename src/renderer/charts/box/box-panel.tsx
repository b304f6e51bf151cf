import { useMemo } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { byMark, type Doing } from '../doing.ts'
import { messages } from '../messages.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { boxModel, type Box, type BoxWords } from './option.ts'

interface Props extends Doing<Box> {
  title: string
  /** Stable while the figures are. */
  boxes: readonly (Box & { outliers: number })[]
  currency: string
  names: Omit<BoxWords, 'full'> & { member: string; outliers: string }
}

const FIGURES = ['low', 'q1', 'median', 'q3', 'high'] as const

/** Amounts of members side by side: five figures each, and how many lie beyond them. */
export function BoxPanel(props: Props) {
  const { title, boxes, currency, names } = props
  const format = useFormat()
  const texts = useMessages(messages)
  const style = useChartStyle(currency)
  const { low, q1, median, q3, high, count } = names
  const model = useMemo(
    () => boxModel(boxes, currency, style, { low, q1, median, q3, high, count, full: n => format.count(n) }),
    [boxes, currency, style, low, q1, median, q3, high, count, format],
  )
  const number = (n: number): { text: string; data: string } => ({ text: format.count(n), data: String(n) })
  return (
    <ChartPanel
      title={title}
      subtitle={unitCaption(model.unit, currencySymbol(currency, format.locale), texts)}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [
          names.member,
          names.count,
          ...FIGURES.map(id => `${names[id]} (${currency})`),
          names.outliers,
        ],
        rows: boxes.map(box => ({
          head: box.label,
          headData: box.label,
          cells: [
            number(box.count),
            ...FIGURES.map(id => amountCell(Math.round(box[id]), style.words, currency)),
            number(box.outliers),
          ],
        })),
      })}
    >
      <Chart model={model} style={style} label={title} {...byMark(props, mark => boxes[mark.row])} />
    </ChartPanel>
  )
}
