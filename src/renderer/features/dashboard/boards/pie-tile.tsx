import { useMemo } from 'react'
import { REST_KEY } from '../../../../shared/boards/tile.ts'
import type { TileData } from '../../../../shared/contract/boards.ts'
import { memberName, useDimensionName } from '../../../app/dimensions.ts'
import { PiePanel } from '../../../charts/pie/pie-panel.tsx'
import { useLanguage, useMessages } from '../../../ui/index.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { messages } from './messages.ts'
import { memberActions } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

type Ranked = Extract<TileData, { kind: 'ranking' }>

/** Slices that are drawn with a name: the ring has room for six, of which one is the others. */
const NAMED = 5

/** The largest members as slices of a ring. */
export default function PieTile({
  title,
  note,
  query,
  answer,
  dashboard,
  data,
}: ChartTileProps & { data: Ranked }) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const language = useLanguage()
  const { dimension, rows, rest } = data
  const parts = useMemo(
    () => [
      ...rows.map(row => ({
        key: row.key,
        label: memberName(dimension, row.key, row.label, language),
        value: row.value,
      })),
      ...(rest.entries > 0 ? [{ key: REST_KEY, label: t.others, value: rest.value }] : []),
    ],
    [rows, rest, dimension, language, t],
  )
  if (parts.length === 0) return <TileNotice title={title} />
  const named = parts
    .filter(part => part.key !== REST_KEY && part.value > 0)
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value < b.value ? 1 : -1))
  const drawn = named.length + (rest.entries > 0 ? 1 : 0) > NAMED + 1 ? named.slice(0, NAMED) : named
  return (
    <PiePanel
      title={title}
      note={note}
      parts={parts}
      currency={data.unit === 'money' ? dashboard.currency : undefined}
      memberName={nameOf(dimension)}
      {...memberActions(
        dashboard,
        query,
        answer.door,
        dimension,
        drawn.map(part => part.key),
      )}
    />
  )
}
