import { useMemo } from 'react'
import { REST_KEY } from '../../../../shared/boards/tile.ts'
import type { Tree, TreeNode } from '../../../../shared/data/data.ts'
import { bothFilters } from '../../../../shared/query/both.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { memberName, useDimensionName } from '../../../app/dimensions.ts'
import type { Leaf } from '../../../charts/tree.ts'
import { TreePanel } from '../../../charts/treemap/tree-panel.tsx'
import { useLanguage } from '../../../ui/index.ts'
import { withMembers, withoutMembers } from '../doors.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { memberActions, WHY } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

/** Members and their parts as areas or rings. A part's rows are those of both members. */
export default function TreeTile(props: ChartTileProps & { data: Tree }) {
  const { title, note, chart, query, answer, dashboard, data } = props
  const nameOf = useDimensionName()
  const language = useLanguage()
  const by = answer.by ?? ''
  const { within } = query
  const tree = useMemo((): Tree => {
    const named = (dimension: string, nodes: readonly TreeNode[]): TreeNode[] =>
      nodes.map(node => ({
        ...node,
        label: node.key === REST_KEY ? '' : memberName(dimension, node.key, node.label, language),
        ...(node.children && within ? { children: named(within, node.children) } : {}),
      }))
    return { ...data, root: { ...data.root, children: named(by, data.root.children ?? []) } }
  }, [data, by, within, language])
  const children = tree.root.children ?? []
  if (children.length === 0) return <TileNotice title={title} />
  const keys = (nodes: readonly TreeNode[] = []): string[] =>
    nodes.map(node => node.key).filter(key => key !== REST_KEY)
  const cut = (
    filters: Filters,
    dimension: string,
    node: TreeNode,
    siblings: readonly TreeNode[] = [],
  ): Filters =>
    node.key === REST_KEY
      ? withoutMembers(filters, dimension, keys(siblings))
      : withMembers(filters, dimension, [node.key])
  const narrowed = (filters: Filters, { node, parent }: Leaf): Filters =>
    parent && within
      ? cut(cut(filters, by, parent.node, children), within, node, parent.node.children)
      : cut(filters, by, node, children)
  const top = memberActions(dashboard, query, answer.door, by, keys(children))
  const open = (leaf: Leaf): void => dashboard.open(narrowed(answer.door, leaf))
  const asked = WHY[query.side]
  const select = (leaf: Leaf): void => {
    const { node, parent } = leaf
    if (!parent || !within) top.onSelect(node.key)
    else if (node.key === REST_KEY || parent.node.key === REST_KEY) open(leaf)
    else
      dashboard.narrow(now => ({
        ...now,
        members: { ...now.members, [by]: [parent.node.key], [within]: [node.key] },
      }))
  }
  return (
    <TreePanel
      title={title}
      note={note}
      shape={chart === 'sunburst' ? 'sunburst' : 'treemap'}
      tree={tree}
      memberName={nameOf(by)}
      withinName={within && nameOf(within)}
      onSelect={select}
      onOpen={open}
      onDrill={leaf => top.onDrill((leaf.parent ?? leaf).node.key)}
      onWhy={
        asked && query.measure === 'sum'
          ? leaf =>
              dashboard.why(narrowed(bothFilters(dashboard.filters, query.filters), leaf), undefined, asked)
          : undefined
      }
    />
  )
}
