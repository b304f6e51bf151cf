import { useMemo } from 'react'
import type { TileQuery } from '../../../../shared/boards/tile.ts'
import { bothFilters } from '../../../../shared/query/both.ts'
import { withActual } from '../../../../shared/query/scenario.ts'
import { memberName, useDimensionName, useDimensions } from '../../../app/dimensions.ts'
import { useCall } from '../../../app/use-call.ts'
import { BoxPanel } from '../../../charts/box/box-panel.tsx'
import { HistogramPanel } from '../../../charts/histogram/histogram-panel.tsx'
import { useLanguage, useMessages } from '../../../ui/index.ts'
import { messages } from './entries.messages.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { memberActions } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

interface Props {
  title: string
  chart: 'histogram' | 'box'
  query: TileQuery
  dashboard: Dashboard
}

const BINS = 24

/** Sizes of the amounts: how many of which, or side by side for the largest members. It asks Explore, by a call of its own. */
export default function EntriesTile({ title, chart, query, dashboard }: Props) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const language = useLanguage()
  const [first] = useDimensions()
  const by = query.by ?? first?.id ?? 'account'
  const filters = useMemo(() => {
    const both = bothFilters(dashboard.filters, query.filters)
    const flow = query.side === 'net' ? ['income', 'expense'] : [query.side]
    return query.side === 'all' ? both : bothFilters(both, { members: { flow } })
  }, [dashboard.filters, query])
  const asked = chart === 'box' ? { by, top: Math.min(query.top, 12) } : {}
  const { value, failure } = useCall('explore.distribution', { filters, bins: BINS, ...asked })
  const boxes = useMemo(
    () => value?.boxes.map(box => ({ ...box, label: memberName(by, box.key, box.label, language) })) ?? [],
    [value, by, language],
  )
  if (failure) return <TileNotice title={title} failure={failure.message} />
  if (!value) return <TileNotice title={title} loading />
  if (value.numbers.count === 0 || (chart === 'box' && boxes.length === 0))
    return <TileNotice title={title} />
  const doors = memberActions(
    dashboard,
    query,
    withActual(filters),
    by,
    boxes.map(box => box.key),
  )
  const { onWhy: why } = doors
  return chart === 'histogram' ? (
    <HistogramPanel
      title={title}
      bins={value.bins}
      currency={value.currency}
      names={{ from: t.from, to: t.to, count: t.count }}
    />
  ) : (
    <BoxPanel
      title={title}
      boxes={boxes}
      currency={value.currency}
      names={{
        member: nameOf(by),
        count: t.count,
        low: t.low,
        q1: t.q1,
        median: t.median,
        q3: t.q3,
        high: t.high,
        outliers: t.outliers,
      }}
      onSelect={box => doors.onSelect(box.key)}
      onOpen={box => doors.onOpen(box.key)}
      onDrill={box => doors.onDrill(box.key)}
      onWhy={why && (box => why(box.key))}
    />
  )
}
