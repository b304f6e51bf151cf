import type { TileData } from '../../../../shared/contract/boards.ts'
import { useDimensionName } from '../../../app/dimensions.ts'
import { RankingPanel } from '../../../charts/ranking/ranking-panel.tsx'
import { useFormat, useMessages } from '../../../ui/index.ts'
import { withoutMembers } from '../doors.ts'
import { messages } from '../messages.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { memberActions } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

type Ranked = Extract<TileData, { kind: 'ranking' }>

/** The largest members in a list with bars that sums to the whole. */
export function RankedTile({
  title,
  note,
  query,
  answer,
  dashboard,
  data,
}: ChartTileProps & { data: Ranked }) {
  const nameOf = useDimensionName()
  const format = useFormat()
  const d = useMessages(messages)
  const { against } = dashboard
  if (data.rows.length === 0) return <TileNotice title={title} />
  const { door, comparedWith } = answer
  const named = data.rows.map(row => row.key)
  return (
    <RankingPanel
      title={title}
      note={note}
      ranking={data}
      currency={data.unit === 'money' ? dashboard.currency : undefined}
      memberName={nameOf(data.dimension)}
      beforeName={
        data.totalBefore === null || !comparedWith || !against
          ? undefined
          : against.kind === 'range'
            ? d.onSpan(format.span(comparedWith.from, comparedWith.to))
            : against.kind === 'previous-year'
              ? d.onYear
              : d.onPeriod
      }
      judged={query.side === 'expense' && data.unit === 'money'}
      {...memberActions(dashboard, query, door, data.dimension, named)}
      onOpenTotal={() => dashboard.open(door)}
      onOpenRest={() => dashboard.open(withoutMembers(door, data.dimension, named))}
    />
  )
}
