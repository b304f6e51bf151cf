import type { SankeySeriesOption } from 'echarts/charts'
import type { FlowData } from '../../../shared/data/data.ts'
import { addTotals } from '../../../shared/money/add.ts'
import { REST_KEY } from '../../../shared/boards/tile.ts'
import type { ChartModel, ChartStyle, Mark, TooltipContent } from '../model.ts'
import { namedMember, type MemberWords } from '../names.ts'

/** Links that a node's tooltip names. */
const NAMED = 8

/** A node's key is its side, 'a:' or 'b:', and the member's key. */
export const memberOf = (key: string): { side: 'a' | 'b'; member: string } => ({
  side: key.startsWith('b:') ? 'b' : 'a',
  member: key.slice(2),
})

/**
 * From where to where, as bands as wide as the amounts. Marks are the nodes, left and right; a link is a tooltip, and a line of the
 * table. Links of nil or less have no width: `left` counts them.
 */
export function sankeyModel(
  flow: FlowData,
  style: ChartStyle,
  words: MemberWords,
): ChartModel & { left: number; nodeAt(mark: Pick<Mark, 'row' | 'column'>): string | undefined } {
  const { colours, words: said, fontFamily } = style
  const links = flow.links.filter(link => link.value > 0)
  const used = new Set(links.flatMap(link => [link.from, link.to]))
  const nodes = flow.nodes
    .filter(node => used.has(node.key))
    .map(node => ({ ...node, name: namedMember({ ...node, key: memberOf(node.key).member }, words) }))
  const nameOf = new Map(nodes.map(node => [node.key, node.name]))
  const sides = (['a', 'b'] as const).map(side => nodes.filter(node => memberOf(node.key).side === side))
  const numbers = new Map(nodes.map((node, i) => [node.key, i]))
  const sumOf = (key: string) =>
    addTotals(links.filter(link => link.from === key || link.to === key).map(link => link.value))
  const colourOf = (key: string): string => {
    const { side, member } = memberOf(key)
    if (member === REST_KEY) return colours.other
    if (side === 'b') return colours.comparison
    const at = sides[0]?.findIndex(node => node.key === key) ?? 0
    return colours.categorical[at % colours.categorical.length] as string
  }
  const series: SankeySeriesOption = {
    type: 'sankey',
    left: 4,
    right: 4,
    top: 8,
    bottom: 6,
    nodeWidth: 10,
    nodeGap: 8,
    draggable: false,
    emphasis: { focus: 'adjacency' },
    lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
    label: { fontFamily, fontSize: 11.5, color: colours.text, width: 150, overflow: 'truncate' },
    data: nodes.map(node => ({
      // Its key is its name here: two members of either side may read alike.
      name: node.key,
      itemStyle: { color: colourOf(node.key), borderWidth: 0 },
      label: { formatter: node.name, position: memberOf(node.key).side === 'a' ? 'right' : 'left' },
    })),
    links: links.map(link => ({ source: link.from, target: link.to, value: Number(link.value) })),
  }
  const named = (mark: Pick<Mark, 'row' | 'column'>): (typeof nodes)[number] | undefined =>
    sides[mark.row]?.[mark.column]
  const linkTip = (index: number): TooltipContent => {
    const link = links[index]
    if (!link) return { title: '', rows: [] }
    return {
      title: `${nameOf.get(link.from)} → ${nameOf.get(link.to)}`,
      rows: [{ label: '', value: said.full(link.value), strong: true }],
    }
  }
  // A link is told from a node by its row, which no side has.
  const LINKS = 2
  return {
    parts: 'sankey',
    trigger: 'item',
    patterns: false,
    left: flow.links.length - links.length,
    nodeAt: mark => named(mark)?.key,
    option: { tooltip: { trigger: 'item' }, series: [series] },
    marks: sides.map((side, row) =>
      side.map((node, column): Mark => ({
        row,
        column,
        label: `${node.name}, ${said.full(sumOf(node.key))}`,
      })),
    ),
    tooltip: ({ row, column }) => {
      if (row === LINKS) return linkTip(column)
      const node = named({ row, column })
      if (!node) return { title: '', rows: [] }
      const own = links
        .filter(link => link.from === node.key || link.to === node.key)
        .toSorted((a, b) => (a.value === b.value ? 0 : a.value < b.value ? 1 : -1))
      return {
        title: node.name,
        rows: [
          {
            swatch: colourOf(node.key),
            shape: 'square',
            label: '',
            value: said.full(sumOf(node.key)),
            strong: true,
          },
          ...own.slice(0, NAMED).map(link => ({
            label: nameOf.get(link.from === node.key ? link.to : link.from) ?? '',
            value: said.full(link.value),
          })),
        ],
      }
    },
    locate: (_series, index, dataType) => {
      if (dataType === 'edge') return { row: LINKS, column: index }
      const key = nodes[index]?.key ?? ''
      const row = memberOf(key).side === 'a' ? 0 : 1
      return { row, column: sides[row]?.findIndex(node => node.key === key) ?? -1 }
    },
    place: mark => ({ seriesIndex: 0, dataIndex: numbers.get(named(mark)?.key ?? '') ?? 0 }),
  }
}
