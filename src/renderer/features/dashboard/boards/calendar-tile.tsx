import type { Series } from '../../../../shared/data/data.ts'
import { CalendarPanel } from '../../../charts/calendar/calendar-panel.tsx'
import { useFormat, useSetting } from '../../../ui/index.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { stepActions } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

/** The latest year, a cell a day. */
export default function CalendarTile({
  title,
  note,
  query,
  answer,
  dashboard,
  data,
}: ChartTileProps & { data: Series }) {
  const format = useFormat()
  const { fiscal } = useSetting()
  const [first, last] = [data.x[0], data.x.at(-1)]
  if (!first || !last) return <TileNotice title={title} />
  return (
    <CalendarPanel
      title={title}
      note={[note, format.span(first, last)].filter(Boolean).join(', ')}
      series={data}
      {...stepActions(dashboard, query, answer.door, fiscal)}
    />
  )
}
