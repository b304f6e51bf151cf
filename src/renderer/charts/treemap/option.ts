import type { TreemapSeriesOption } from 'echarts/charts'
import type { Tree } from '../../../shared/data/data.ts'
import type { ChartModel, ChartStyle } from '../model.ts'
import type { MemberWords } from '../names.ts'
import { treeModel, type Drawn, type Leaf } from '../tree.ts'
import type { Mark } from '../model.ts'

export interface TreeChart extends ChartModel {
  /** Nodes without an area. */
  left: number
  at(mark: Pick<Mark, 'row' | 'column'>): Leaf | undefined
}

/** A smaller part of the whole has no room for more than a letter or two of its name. */
const NAMED = 0.015

/** Parts as areas, one hue a parent; parts of parts stand in their parent's frame under its name. */
export function treemapModel(
  tree: Tree,
  style: ChartStyle,
  words: MemberWords & { percent: (ratio: number) => string },
): TreeChart {
  const { data, entries: _entries, ...model } = treeModel(tree, style, words)
  const { colours, fontFamily } = style
  const nested = data.some(node => node.children)
  const whole = data.reduce((sum, node) => sum + node.value, 0)
  const named = (node: Drawn) => ({ ...node, label: { ...node.label, show: node.value >= whole * NAMED } })
  const series: TreemapSeriesOption = {
    type: 'treemap',
    left: 0,
    right: 0,
    top: 2,
    bottom: 0,
    roam: false,
    nodeClick: false,
    breadcrumb: { show: false },
    label: { show: true, fontFamily, fontSize: 11.5, lineHeight: 15, overflow: 'truncate', padding: [3, 4] },
    upperLabel: {
      show: nested,
      height: 20,
      fontFamily,
      fontSize: 11.5,
      fontWeight: 600,
      color: colours.text,
      backgroundColor: colours.surface,
      overflow: 'truncate',
    },
    itemStyle: { borderColor: colours.surface, borderWidth: 1, gapWidth: 1 },
    emphasis: { itemStyle: { borderColor: colours.accent, borderWidth: 2 }, upperLabel: { show: nested } },
    levels: [
      {
        itemStyle: { borderColor: colours.surface, borderWidth: 0, gapWidth: 3 },
        upperLabel: { show: false },
      },
      { itemStyle: { borderColor: nested ? colours.surface : undefined, gapWidth: 1 } },
    ],
    data: data.map(node =>
      node.children
        ? { ...node, label: { color: colours.text }, children: node.children.map(named) }
        : named(node),
    ),
  }
  return { ...model, parts: 'treemap', option: { tooltip: { trigger: 'item' }, series: [series] } }
}
