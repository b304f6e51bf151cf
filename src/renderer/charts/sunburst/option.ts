import type { SunburstSeriesOption } from 'echarts/charts'
import type { Tree } from '../../../shared/data/data.ts'
import type { ChartStyle } from '../model.ts'
import type { MemberWords } from '../names.ts'
import { treeModel } from '../tree.ts'
import type { TreeChart } from '../treemap/option.ts'

/** Parts as a ring, parts of parts as a second ring around it. Slices too narrow for their name have it in tooltip and table. */
export function sunburstModel(
  tree: Tree,
  style: ChartStyle,
  words: MemberWords & { percent: (ratio: number) => string },
): TreeChart {
  const { data, ...model } = treeModel(tree, style, words)
  const { colours, fontFamily } = style
  const nested = data.some(node => node.children)
  const series: SunburstSeriesOption = {
    type: 'sunburst',
    radius: ['18%', '96%'],
    center: ['50%', '50%'],
    sort: undefined,
    nodeClick: false,
    itemStyle: { borderColor: colours.surface, borderWidth: 1 },
    label: { fontFamily, fontSize: 11, minAngle: 12, overflow: 'truncate', ellipsis: '…' },
    emphasis: { focus: 'ancestor' },
    levels: [
      {},
      { r0: '18%', r: nested ? '58%' : '96%', label: { rotate: 'tangential', width: 58 } },
      { r0: '58%', r: '96%', label: { rotate: 'radial', width: 56 } },
    ],
    data,
  }
  return { ...model, parts: 'sunburst', option: { tooltip: { trigger: 'item' }, series: [series] } }
}
