import { useMemo, type ReactNode } from 'react'
import type { FlowData } from '../../../shared/data/data.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import type { Mark } from '../model.ts'
import { namedMember } from '../names.ts'
import { amountCell } from '../twin.ts'
import { currencySymbol } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { memberOf, sankeyModel } from './option.ts'

/** A member on one of the two sides. */
export interface End {
  side: 'a' | 'b'
  member: string
}

interface Props {
  title: string
  note?: string
  flow: FlowData
  fromName: string
  toName: string
  actions?: ReactNode
  className?: string
  onSelect?: (end: End) => void
  onOpen?: (end: End) => void
  onDrill?: (end: End) => void
  onWhy?: (end: End) => void
}

/** From the members of one dimension to those of another, in a panel. */
export function SankeyPanel(props: Props) {
  const { title, note, flow, fromName, toName, actions, className } = props
  const texts = useMessages(messages)
  const format = useFormat()
  const currency = flow.unit === 'money' ? flow.currency : undefined
  const style = useChartStyle(currency)
  const words = useMemo(() => ({ none: texts.withNone, others: texts.others }), [texts])
  const model = useMemo(() => sankeyModel(flow, style, words), [flow, style, words])
  const on = (act: ((end: End) => void) | undefined) =>
    act &&
    ((mark: Mark) => {
      const key = model.nodeAt(mark)
      if (key !== undefined) act(memberOf(key))
    })
  const nameOf = (key: string): string => {
    const node = flow.nodes.find(one => one.key === key)
    return namedMember({ key: memberOf(key).member, label: node?.label ?? '' }, words)
  }
  return (
    <ChartPanel
      title={title}
      subtitle={[
        currency && currencySymbol(currency, format.locale),
        note,
        model.left > 0 && texts.notDrawn(model.left, format.count(model.left)),
      ]
        .filter(Boolean)
        .join(', ')}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [fromName, toName, currency ? `${texts.value} (${currency})` : texts.entries],
        rows: flow.links.map(link => ({
          head: nameOf(link.from),
          headData: nameOf(link.from),
          cells: [
            { text: nameOf(link.to), data: nameOf(link.to) },
            amountCell(link.value, style.words, currency),
          ],
        })),
      })}
    >
      <Chart
        model={model}
        style={style}
        label={title}
        onSelect={on(props.onSelect)}
        onOpen={on(props.onOpen)}
        onDrill={on(props.onDrill)}
        onWhy={on(props.onWhy)}
      />
    </ChartPanel>
  )
}
