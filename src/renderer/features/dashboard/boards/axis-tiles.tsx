import { useMemo } from 'react'
import { REST_KEY } from '../../../../shared/boards/tile.ts'
import type { Matrix, Series } from '../../../../shared/data/data.ts'
import { bothFilters } from '../../../../shared/query/both.ts'
import { memberName, useDimensionName } from '../../../app/dimensions.ts'
import { HeatmapPanel } from '../../../charts/heatmap/heatmap-panel.tsx'
import { latestColumns } from '../../../charts/heatmap/cells.ts'
import { SeriesPanel } from '../../../charts/line/series-panel.tsx'
import type { Mark } from '../../../charts/model.ts'
import { useFormat, useLanguage, useMessages, useSetting } from '../../../ui/index.ts'
import { isMember, isStep, overSpan, withMembers, withoutMembers, withStep } from '../doors.ts'
import { stepBefore } from '../spans.ts'
import type { ChartTileProps } from './chart-tile-props.ts'
import { messages } from './messages.ts'
import { memberActions, stepActions, WHY } from './tile-actions.ts'
import { TileNotice } from './tile-notice.tsx'

/** Months that can be read side by side. */
const MONTHS = 12

/** A figure over time: in one line with the comparison, or in a line a member. */
export function SeriesTile(props: ChartTileProps & { data: Series }) {
  const { title, note, chart, query, answer, dashboard, data } = props
  const t = useMessages(messages)
  const language = useLanguage()
  const { fiscal, profile } = useSetting()
  const side = t.sides[query.side][profile]
  const series = useMemo((): Series => {
    const nameOf = (id: string, label: string, role: string): string => {
      if (id === REST_KEY) return t.others
      if (id.startsWith('m:')) return memberName(query.by ?? '', id.slice(2), label, language)
      return role === 'comparison' ? t.beforeLevel : side
    }
    const known = data.lines.filter(line => line.role !== 'comparison' || line.values.some(v => v !== null))
    return { ...data, lines: known.map(line => ({ ...line, label: nameOf(line.id, line.label, line.role) })) }
  }, [data, t, side, language, query.by])
  if (series.x.length === 0) return <TileNotice title={title} />
  const { door, comparedWith } = answer
  const steps = stepActions(dashboard, query, door, fiscal)
  const named = data.lines.flatMap(line => (line.id.startsWith('m:') ? [line.id.slice(2)] : []))
  const keyOf = (mark: Mark): string => series.x[mark.column] ?? ''
  const open = (mark: Mark): void => {
    const line = series.lines[mark.row]
    if (line?.role === 'comparison' && comparedWith) {
      const span = stepBefore({ trend: data, comparedWith }, keyOf(mark), fiscal)
      if (span) dashboard.open(overSpan(door, span))
      return
    }
    const by = query.by
    if (!by || !line) steps.onOpen(keyOf(mark))
    else {
      const cut = withStep(door, keyOf(mark), fiscal)
      dashboard.open(
        line.id === REST_KEY ? withoutMembers(cut, by, named) : withMembers(cut, by, [line.id.slice(2)]),
      )
    }
  }
  return (
    <SeriesPanel
      title={title}
      note={note}
      series={series}
      shape={chart === 'area' || chart === 'stacked' || chart === 'bar' ? chart : 'line'}
      onSelect={mark => steps.onSelect(keyOf(mark))}
      onDrill={mark => steps.onDrill(keyOf(mark))}
      onOpen={open}
      onWhy={steps.onWhy && (mark => steps.onWhy?.(keyOf(mark)))}
    />
  )
}

/** Members by month, or by the members of another dimension. */
export function GridTile(props: ChartTileProps & { data: Matrix }) {
  const { title, note, query, answer, dashboard, data } = props
  const nameOf = useDimensionName()
  const language = useLanguage()
  const format = useFormat()
  const { fiscal } = useSetting()
  const { door } = answer
  const by = answer.by ?? ''
  const { within } = query
  const matrix = useMemo((): Matrix => {
    const cut = within ? data : latestColumns(data, MONTHS)
    const named = (dimension: string, list: Matrix['rows']): Matrix['rows'] =>
      list.map(one => ({ ...one, label: memberName(dimension, one.key, one.label, language) }))
    return {
      ...cut,
      rows: named(by, cut.rows),
      columns: within ? named(within, cut.columns) : cut.columns,
    }
  }, [data, by, within, language])
  if (matrix.rows.length === 0 || matrix.columns.length === 0) return <TileNotice title={title} />
  const row = memberActions(dashboard, query, door, by, [])
  const keysOf = (mark: Mark): [string, string] => [
    matrix.rows[mark.row]?.key ?? '',
    matrix.columns[mark.column]?.key ?? '',
  ]
  const cellOf = (filters: typeof door, mark: Mark): typeof door => {
    const [first, second] = keysOf(mark)
    const cut = withMembers(filters, by, [first])
    return within ? withMembers(cut, within, [second]) : withStep(cut, second, fiscal)
  }
  const isCell = (mark: Mark): boolean => {
    const [first, second] = keysOf(mark)
    const column = within ? isMember(dashboard.filters, within, second) : isStep(dashboard.filters, second)
    return isMember(dashboard.filters, by, first) && column
  }
  const open = (mark: Mark): void => dashboard.open(cellOf(door, mark))
  const cut = data.columns.length > matrix.columns.length
  return (
    <HeatmapPanel
      title={title}
      note={[note, cut && format.count(matrix.columns.length)].filter(Boolean).join(', ') || undefined}
      matrix={matrix}
      rowName={nameOf(by)}
      members={within !== undefined}
      comparable={
        !within &&
        query.side === 'expense' &&
        (matrix.before?.some(line => line.some(v => v !== null && v > 0)) ?? false)
      }
      onOpen={open}
      onSelect={mark => {
        if (isCell(mark)) open(mark)
        else {
          const [first, second] = keysOf(mark)
          dashboard.narrow(now => {
            const one = {
              ...now,
              members: { ...now.members, [by]: [first], ...(within ? { [within]: [second] } : {}) },
            }
            return within ? one : withStep(one, second, fiscal)
          })
        }
      }}
      onDrill={mark => row.onDrill(keysOf(mark)[0])}
      onWhy={
        row.onWhy &&
        (mark => {
          dashboard.why(
            cellOf(bothFilters(dashboard.filters, query.filters), mark),
            { kind: within ? 'previous-period' : 'previous-year' },
            WHY[query.side],
          )
        })
      }
    />
  )
}
