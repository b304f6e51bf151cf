import { REST_KEY } from '../../shared/boards/tile.ts'
import type { Tree, TreeNode } from '../../shared/data/data.ts'
import { cellInk } from './heatmap/cells.ts'
import { mix } from './mix.ts'
import type { ChartModel, ChartStyle, Mark } from './model.ts'
import { namedMember, type MemberWords } from './names.ts'
import type { Twin } from './twin.ts'
import { amountCell } from './twin.ts'

/** A node of a treemap or sunburst as it is drawn. */
export interface Drawn {
  name: string
  value: number
  itemStyle: { color: string }
  label: { color: string }
  children?: Drawn[]
}

/** A node with what leads to it: its parent's key and its own. */
export interface Leaf {
  node: TreeNode
  name: string
  parent: Leaf | undefined
}

/**
 * What treemap and sunburst share: one hue a parent, its parts paler the smaller they are. A row of marks is a parent and then its parts.
 * Nodes of nil or less have no area: they are left to the table (`left`). `hidden`: keys of parts out of sight.
 */
export function treeModel(
  tree: Tree,
  style: ChartStyle,
  words: MemberWords & { percent: (ratio: number) => string },
  hidden: ReadonlySet<string> = new Set(),
): Omit<ChartModel, 'option'> & {
  data: Drawn[]
  /** All parts in their colours, those too that are out of sight. */
  entries: { id: string; label: string; colour: string }[]
  left: number
  at(mark: Pick<Mark, 'row' | 'column'>): Leaf | undefined
} {
  const { colours, words: said } = style
  const seen = (nodes: readonly TreeNode[] = []): TreeNode[] => nodes.filter(node => node.value > 0)
  const all = seen(tree.root.children)
  // A part keeps its colour when others go.
  const hues = new Map(
    all.map((top, i) => [
      top.key,
      top.key === REST_KEY ? colours.other : (colours.categorical[i % colours.categorical.length] as string),
    ]),
  )
  const tops = all.filter(top => !hidden.has(top.key))
  const rows: Leaf[][] = tops.map(top => {
    const parent: Leaf = { node: top, name: namedMember(top, words), parent: undefined }
    return [
      parent,
      ...seen(top.children).map((node): Leaf => ({ node, name: namedMember(node, words), parent })),
    ]
  })
  const hue = (row: number): string => hues.get(tops[row]?.key ?? '') ?? colours.other
  const colourOf = (row: number, column: number, parts: number): string =>
    column === 0
      ? hue(row)
      : mix(hue(row), colours.surface, Math.min(0.6, ((column - 1) / Math.max(1, parts)) * 0.7))
  const data = rows.map((leaves, row): Drawn => {
    const draw = ({ node, name }: Leaf, column: number): Drawn => {
      const color = colourOf(row, column, leaves.length - 1)
      return { name, value: Number(node.value), itemStyle: { color }, label: { color: cellInk(color) } }
    }
    const [parent, ...children] = leaves.map(draw) as [Drawn, ...Drawn[]]
    return children.length > 0 ? { ...parent, children } : parent
  })
  // The library numbers nodes as they are met, its own root first.
  const order = rows.flatMap((leaves, row) => leaves.map((_, column) => ({ row, column })))
  const numbers = new Map(order.map(({ row, column }, i) => [`${row}:${column}`, i + 1]))
  const whole = Number(tree.root.value)
  const shareOf = (leaf: Leaf): string => words.percent(whole === 0 ? 0 : Number(leaf.node.value) / whole)
  const path = (leaf: Leaf): string => (leaf.parent ? `${leaf.parent.name}, ${leaf.name}` : leaf.name)
  const drawn = (nodes: readonly TreeNode[] = []): number =>
    nodes.reduce((sum, node) => sum + (node.value > 0 ? drawn(node.children) : 1), 0)
  return {
    trigger: 'item',
    patterns: false,
    data,
    entries: all.map(top => ({
      id: top.key,
      label: namedMember(top, words),
      colour: hues.get(top.key) ?? colours.other,
    })),
    left: drawn(tree.root.children),
    at: ({ row, column }) => rows[row]?.[column],
    marks: rows.map((leaves, row) =>
      leaves.map((leaf, column): Mark => ({
        row,
        column,
        label: `${path(leaf)}, ${said.full(leaf.node.value)}, ${shareOf(leaf)}`,
      })),
    ),
    tooltip: ({ row, column }) => {
      const leaf = rows[row]?.[column]
      if (!leaf) return { title: '', rows: [] }
      const swatch = colourOf(row, column, (rows[row]?.length ?? 1) - 1)
      return {
        title: path(leaf),
        rows: [
          { swatch, shape: 'square', label: shareOf(leaf), value: said.full(leaf.node.value), strong: true },
        ],
      }
    },
    locate: (_series, index) => order[index - 1] ?? { row: -1, column: -1 },
    place: ({ row, column }) => ({ seriesIndex: 0, dataIndex: numbers.get(`${row}:${column}`) ?? 0 }),
  }
}

/** All nodes as a table, those without an area too. */
export function treeTwin(
  tree: Tree,
  names: MemberWords & { member: string; within: string | undefined; value: string },
  style: ChartStyle,
): Twin {
  const currency = tree.unit === 'money' ? tree.currency : undefined
  const line = (top: TreeNode, node: TreeNode | undefined): Twin['rows'][number] => {
    const head = namedMember(top, names)
    const part = node ? namedMember(node, names) : ''
    return {
      head,
      headData: head,
      cells: [
        ...(names.within ? [{ text: part, data: part }] : []),
        amountCell((node ?? top).value, style.words, currency),
      ],
    }
  }
  return {
    columns: [
      names.member,
      ...(names.within ? [names.within] : []),
      currency ? `${names.value} (${currency})` : names.value,
    ],
    rows: (tree.root.children ?? []).flatMap(top =>
      top.children?.length ? top.children.map(node => line(top, node)) : [line(top, undefined)],
    ),
  }
}
