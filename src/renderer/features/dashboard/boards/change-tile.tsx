import { useMemo } from 'react'
import { REST_KEY } from '../../../../shared/boards/tile.ts'
import type { TileData } from '../../../../shared/contract/boards.ts'
import { subtract } from '../../../../shared/money/add.ts'
import { memberName } from '../../../app/dimensions.ts'
import type { WaterfallStep } from '../../../charts/waterfall/option.ts'
import { WaterfallPanel } from '../../../charts/waterfall/waterfall-panel.tsx'
import { useLanguage, useMessages } from '../../../ui/index.ts'
import { overSpan } from '../doors.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { messages } from './messages.ts'
import { memberActions } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

type Ranked = Extract<TileData, { kind: 'ranking' }>

/** From the comparison to now by the members that changed most; the bars sum to the change. */
export default function ChangeTile({
  title,
  note,
  query,
  answer,
  dashboard,
  data,
}: ChartTileProps & { data: Ranked }) {
  const t = useMessages(messages)
  const language = useLanguage()
  const { dimension, rows, rest, total, totalBefore } = data
  const steps = useMemo((): WaterfallStep[] => {
    const others = subtract(rest.value, rest.before ?? 0)
    return [
      { key: 'before', label: t.beforeLevel, kind: 'level', value: totalBefore ?? 0 },
      ...rows.map((row): WaterfallStep => ({
        key: `m:${row.key}`,
        label: memberName(dimension, row.key, row.label, language),
        kind: 'change',
        value: subtract(row.value, row.before ?? 0),
      })),
      ...(others === 0 ? [] : [{ key: REST_KEY, label: t.others, kind: 'others' as const, value: others }]),
      { key: 'after', label: t.afterLevel, kind: 'level', value: total },
    ]
  }, [rows, rest, total, totalBefore, dimension, language, t])
  if (totalBefore === null) return <TileNotice title={title}>{t.needsComparison}</TileNotice>
  const actions = memberActions(
    dashboard,
    query,
    answer.door,
    dimension,
    rows.map(row => row.key),
  )
  const memberAt = (column: number): string | undefined => {
    const key = steps[column]?.key
    return key === REST_KEY ? key : key?.startsWith('m:') ? key.slice(2) : undefined
  }
  const open = (column: number): void => {
    const key = memberAt(column)
    if (key !== undefined) actions.onOpen(key)
    else if (steps[column]?.key === 'before' && answer.comparedWith)
      dashboard.open(overSpan(answer.door, answer.comparedWith))
    else dashboard.open(answer.door)
  }
  const on = (act: ((key: string) => void) | undefined) => (mark: { column: number }) => {
    const key = memberAt(mark.column)
    if (key === undefined) open(mark.column)
    else act?.(key)
  }
  return (
    <WaterfallPanel
      title={title}
      note={note}
      steps={steps}
      currency={dashboard.currency}
      onSelect={on(actions.onSelect)}
      onDrill={on(actions.onDrill)}
      onOpen={mark => open(mark.column)}
      onWhy={actions.onWhy && on(actions.onWhy)}
    />
  )
}
