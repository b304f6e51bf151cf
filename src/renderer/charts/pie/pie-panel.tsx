import { useMemo, type ReactNode } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { currencySymbol } from '../unit-caption.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { pieModel, slicesOf, type Part } from './option.ts'

interface Props {
  title: string
  note?: string
  /** All parts of the whole, named; the others under REST_KEY. Stable while the figures are. */
  parts: readonly Part[]
  /** Undefined where the parts are counts. */
  currency: string | undefined
  memberName: string
  actions?: ReactNode
  className?: string
  onSelect?: (key: string) => void
  onOpen?: (key: string) => void
  onDrill?: (key: string) => void
  onWhy?: (key: string) => void
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
  const keyed = (act: ((key: string) => void) | undefined) =>
    act && ((mark: { column: number }) => act(slices[mark.column]?.key ?? ''))
  return (
    <ChartPanel
      title={title}
      subtitle={[
        currency && currencySymbol(currency, format.locale),
        note,
        left.length > 0 && texts.notDrawn(left.length, format.count(left.length)),
      ]
        .filter(Boolean)
        .join(', ')}
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
      <Chart
        model={model}
        style={style}
        label={title}
        onSelect={keyed(props.onSelect)}
        onOpen={keyed(props.onOpen)}
        onDrill={keyed(props.onDrill)}
        onWhy={keyed(props.onWhy)}
      />
    </ChartPanel>
  )
}
