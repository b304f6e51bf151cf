import { useMemo, type ReactNode } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { byMark, type Doing } from '../doing.ts'
import { messages } from '../messages.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { usePartsSubtitle } from '../use-parts-subtitle.ts'
import { pieModel, slicesOf, type Part } from './option.ts'

interface Props extends Doing<string> {
  title: string
  note?: string
  /** All parts of the whole, named; the others under REST_KEY. Stable while the figures are. */
  parts: readonly Part[]
  /** Undefined where the parts are counts. */
  currency: string | undefined
  memberName: string
  actions?: ReactNode
  className?: string
}

/** Parts of a whole as a ring, in a panel; its table has all of them. */
export function PiePanel(props: Props) {
  const { title, note, parts, currency, memberName, actions, className } = props
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(currency)
  const found = useMemo(() => slicesOf(parts, texts.others), [parts, texts])
  const { slices, left } = found
  const model = useMemo(
    () => pieModel(slices, style, ratio => format.percent(ratio)),
    [slices, style, format],
  )
  const subtitle = usePartsSubtitle(currency, note, left.length)
  return (
    <ChartPanel
      title={title}
      subtitle={subtitle}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [memberName, currency ? `${texts.value} (${currency})` : texts.entries],
        rows: parts.map(part => ({
          head: part.label,
          headData: part.label,
          cells: [amountCell(part.value, style.words, currency)],
        })),
      })}
    >
      <Chart model={model} style={style} label={title} {...byMark(props, mark => slices[mark.column]?.key)} />
    </ChartPanel>
  )
}
