import { useMemo, type ReactNode } from 'react'
import type { Tree } from '../../../shared/data/data.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import type { Mark } from '../model.ts'
import { sunburstModel } from '../sunburst/option.ts'
import { treeTwin, type Leaf } from '../tree.ts'
import { currencySymbol } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { treemapModel } from './option.ts'

interface Props {
  title: string
  note?: string
  shape: 'treemap' | 'sunburst'
  tree: Tree
  memberName: string
  /** What the parts of parts are; undefined where there is one level. */
  withinName: string | undefined
  actions?: ReactNode
  className?: string
  onSelect?: (leaf: Leaf) => void
  onOpen?: (leaf: Leaf) => void
  onDrill?: (leaf: Leaf) => void
  onWhy?: (leaf: Leaf) => void
}

/** Parts and their parts as areas or rings, in a panel. */
export function TreePanel(props: Props) {
  const { title, note, shape, tree, memberName, withinName, actions, className } = props
  const texts = useMessages(messages)
  const format = useFormat()
  const currency = tree.unit === 'money' ? tree.currency : undefined
  const style = useChartStyle(currency)
  const model = useMemo(() => {
    const words = { none: texts.withNone, others: texts.others, percent: (r: number) => format.percent(r) }
    return shape === 'treemap' ? treemapModel(tree, style, words) : sunburstModel(tree, style, words)
  }, [tree, style, shape, texts, format])
  const on = (act: ((leaf: Leaf) => void) | undefined) =>
    act &&
    ((mark: Mark) => {
      const leaf = model.at(mark)
      if (leaf) act(leaf)
    })
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
      twin={() =>
        treeTwin(
          tree,
          {
            none: texts.withNone,
            others: texts.others,
            member: memberName,
            within: withinName,
            value: currency ? texts.value : texts.entries,
          },
          style,
        )
      }
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
