import { useMemo } from 'react'
import { REST_KEY } from '../../../../shared/boards/tile.ts'
import type { FlowData } from '../../../../shared/data/data.ts'
import { memberName, useDimensionName } from '../../../app/dimensions.ts'
import { memberOf } from '../../../charts/sankey/option.ts'
import { SankeyPanel, type End } from '../../../charts/sankey/sankey-panel.tsx'
import { useLanguage } from '../../../ui/index.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { memberActions, type MemberActions } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

/** From the members of one dimension to those of another. */
export default function FlowTile(props: ChartTileProps & { data: FlowData }) {
  const { title, note, query, answer, dashboard, data } = props
  const nameOf = useDimensionName()
  const language = useLanguage()
  const [from, to] = [answer.by ?? '', query.within ?? '']
  const flow = useMemo(
    (): FlowData => ({
      ...data,
      nodes: data.nodes.map(node => {
        const { side, member } = memberOf(node.key)
        const label =
          member === REST_KEY ? '' : memberName(side === 'a' ? from : to, member, node.label, language)
        return { ...node, label }
      }),
    }),
    [data, from, to, language],
  )
  if (flow.links.length === 0) return <TileNotice title={title} />
  const actions = (side: 'a' | 'b'): MemberActions => {
    const named = flow.nodes.map(node => memberOf(node.key)).filter(end => end.side === side)
    const keys = named.map(end => end.member).filter(key => key !== REST_KEY)
    return memberActions(dashboard, query, answer.door, side === 'a' ? from : to, keys)
  }
  const sides = { a: actions('a'), b: actions('b') }
  const on = (act: 'onSelect' | 'onOpen' | 'onDrill') => (end: End) => sides[end.side][act](end.member)
  return (
    <SankeyPanel
      title={title}
      note={note}
      flow={flow}
      fromName={nameOf(from)}
      toName={nameOf(to)}
      onSelect={on('onSelect')}
      onOpen={on('onOpen')}
      onDrill={on('onDrill')}
      onWhy={sides.a.onWhy && (end => sides[end.side].onWhy?.(end.member))}
    />
  )
}
