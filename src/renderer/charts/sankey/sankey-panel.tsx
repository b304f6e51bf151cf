import { useMemo, type ReactNode } from 'react'
import type { FlowData } from '../../../shared/data/data.ts'
import { useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { byMark, type Doing } from '../doing.ts'
import { messages } from '../messages.ts'
import type { Mark } from '../model.ts'
import { namedMember } from '../names.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { usePartsSubtitle } from '../use-parts-subtitle.ts'
import { memberOf, sankeyModel } from './option.ts'

/** A member on one of the two sides. */
export interface End {
  side: 'a' | 'b'
  member: string
}

interface Props extends Doing<End> {
  title: string
  note?: string
  flow: FlowData
  fromName: string
  toName: string
  actions?: ReactNode
  className?: string
}

/** From the members of one dimension to those of another, in a panel. */
export function SankeyPanel(props: Props) {
  const { title, note, flow, fromName, toName, actions, className } = props
  const texts = useMessages(messages)
  const currency = flow.unit === 'money' ? flow.currency : undefined
  const style = useChartStyle(currency)
  const words = useMemo(() => ({ none: texts.withNone, others: texts.others }), [texts])
  const model = useMemo(() => sankeyModel(flow, style, words), [flow, style, words])
  const endAt = (mark: Mark): End | undefined => {
    const key = model.nodeAt(mark)
    return key === undefined ? undefined : memberOf(key)
  }
  const nameOf = (key: string): string => {
    const node = flow.nodes.find(one => one.key === key)
    return namedMember({ key: memberOf(key).member, label: node?.label ?? '' }, words)
  }
  const subtitle = usePartsSubtitle(currency, note, model.left)
  return (
    <ChartPanel
      title={title}
      subtitle={subtitle}
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
      <Chart model={model} style={style} label={title} {...byMark(props, endAt)} />
    </ChartPanel>
  )
}
