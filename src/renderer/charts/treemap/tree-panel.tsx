import { useMemo, type ReactNode } from 'react'
import type { Tree } from '../../../shared/data/data.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { byMark, type Doing } from '../doing.ts'
import { useLegend } from '../legend.tsx'
import { messages } from '../messages.ts'
import { sunburstModel } from '../sunburst/option.ts'
import { treeTwin, type Leaf } from '../tree.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { usePartsSubtitle } from '../use-parts-subtitle.ts'
import { treemapModel } from './option.ts'

interface Props extends Doing<Leaf> {
  title: string
  note?: string
  shape: 'treemap' | 'sunburst'
  tree: Tree
  memberName: string
  /** What the parts of parts are; undefined where there is one level. */
  withinName: string | undefined
  actions?: ReactNode
  className?: string
}

/** Parts and their parts as areas or rings, in a panel. */
export function TreePanel(props: Props) {
  const { title, note, shape, tree, memberName, withinName, actions, className } = props
  const texts = useMessages(messages)
  const format = useFormat()
  const currency = tree.unit === 'money' ? tree.currency : undefined
  const style = useChartStyle(currency)
  const filter = useLegend((tree.root.children ?? []).filter(part => part.value > 0).map(part => part.key))
  const model = useMemo(() => {
    const words = { none: texts.withNone, others: texts.others, percent: (r: number) => format.percent(r) }
    return shape === 'treemap'
      ? { ...treemapModel(tree, style, words), legend: undefined }
      : sunburstModel(tree, style, words, filter.hidden)
  }, [tree, style, shape, texts, format, filter.hidden])
  const subtitle = usePartsSubtitle(currency, note, model.left)
  return (
    <ChartPanel
      title={title}
      subtitle={subtitle}
      legend={model.legend}
      filter={filter}
      legendBelow
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
      <Chart model={model} style={style} label={title} {...byMark(props, mark => model.at(mark))} />
    </ChartPanel>
  )
}
