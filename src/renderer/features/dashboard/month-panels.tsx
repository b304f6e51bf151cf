import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { HeatmapPanel } from '../../charts/heatmap/heatmap-panel.tsx'
import { latestColumns } from '../../charts/heatmap/cells.ts'
import { IncomeExpensePanel } from '../../charts/income-expense/income-expense-panel.tsx'
import { latestSteps, PLOT_LEFT, PLOT_RIGHT, surplusWidth } from '../../charts/income-expense/option.ts'
import type { Mark } from '../../charts/model.ts'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { spanOfStep } from '../../app/spans.ts'
import { Panel, useFormat, useMessages, useSetting } from '../../ui/index.ts'
import { flowDoor, isMember, isStep, withMembers, withStep } from './doors.ts'
import { messages } from './messages.ts'
import type { Dashboard } from './use-dashboard.ts'
import styles from './dashboard.module.css'

/** Twelve months can be read side by side; the panel says when there are more. */
const MONTHS = 12
/** Left and right of a panel's content, in pixels. */
const INSETS = 36

interface Props {
  overview: Overview
  dashboard: Dashboard
}

/** Cost centre (category for a household) by month, judged against the same month a year before. */
export function MonthHeatmap({ overview, dashboard }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  const dimension = overview.heatmapDimension
  const title = t.byMonthOf(nameOf(dimension))
  const all = overview.heatmap.columns.length
  // The same object while the figures are: another one would be drawn again.
  const matrix = useMemo(() => {
    const latest = latestColumns(overview.heatmap, MONTHS)
    const named = latest.rows.map(row =>
      row.key === '' ? { ...row, label: `(${nameOf(dimension)}: –)` } : row,
    )
    return { ...latest, rows: named }
  }, [overview, nameOf, dimension])
  if (matrix.rows.length === 0 || all === 0) {
    return (
      <Panel title={title}>
        <p className={styles.none}>{t.noMembers(nameOf(dimension))}</p>
      </Panel>
    )
  }
  const at = (mark: Mark): { key: string; month: string } => ({
    key: matrix.rows[mark.row]?.key ?? '',
    month: matrix.columns[mark.column]?.key ?? '',
  })
  const open = (mark: Mark): void => {
    const { key, month } = at(mark)
    dashboard.open(withStep(withMembers(flowDoor(dashboard.filters, 'expense'), dimension, [key]), month))
  }
  const select = (mark: Mark): void => {
    const { key, month } = at(mark)
    if (isMember(dashboard.filters, dimension, key) && isStep(dashboard.filters, month)) open(mark)
    else dashboard.narrow(now => withStep({ ...now, members: { ...now.members, [dimension]: [key] } }, month))
  }
  const drill = (mark: Mark): void => {
    const { key } = at(mark)
    if (isMember(dashboard.filters, dimension, key) && dashboard.below(dimension) === 'entries') open(mark)
    else dashboard.drill({ kind: 'member', dimension, key })
  }
  return (
    <HeatmapPanel
      title={title}
      note={all > MONTHS ? t.latest(format.count(MONTHS)) : undefined}
      matrix={matrix}
      rowName={nameOf(dimension)}
      comparable={matrix.before?.some(row => row.some(v => v !== null && v > 0)) ?? false}
      onSelect={select}
      onOpen={open}
      onDrill={drill}
      onWhy={mark => {
        const { key, month } = at(mark)
        const cell = withStep(withMembers(dashboard.filters, dimension, [key]), month)
        // As the cells are judged: against the same month a year before.
        dashboard.why(cell, { kind: 'previous-year' })
      }}
    />
  )
}

export function IncomeAgainstExpense({ overview, dashboard }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const all = overview.incomeExpense.x.length
  const { incomeExpense } = overview
  const months = useMemo(
    () => monthsThatFit(width, surplusWidth(latestSteps(incomeExpense, MONTHS))),
    [width, incomeExpense],
  )
  const series = useMemo(() => {
    const latest = latestSteps(incomeExpense, months)
    return {
      ...latest,
      lines: latest.lines
        .filter(line => line.role === 'income' || line.role === 'expense')
        .toSorted(a => (a.role === 'income' ? -1 : 1))
        .map(line => ({ ...line, label: line.role === 'income' ? t.income[profile] : t.spending[profile] })),
    }
  }, [incomeExpense, months, t, profile])
  const keyOf = (mark: Mark): string => series.x[mark.column] ?? ''
  const open = (mark: Mark): void => {
    const flow = series.lines[mark.row]?.role === 'income' ? 'income' : 'expense'
    dashboard.open(withStep(flowDoor(dashboard.filters, flow), keyOf(mark)))
  }
  const narrow = (mark: Mark): void => {
    const span = spanOfStep(keyOf(mark))
    if (!span || isStep(dashboard.filters, keyOf(mark))) open(mark)
    else dashboard.drill({ kind: 'time', from: span.from, to: span.to })
  }
  return (
    <div ref={ref} className={styles.cell}>
      <IncomeExpensePanel
        title={t.incomeExpense[profile]}
        note={all > months ? t.latest(format.count(months)) : undefined}
        series={series}
        onSelect={narrow}
        onOpen={open}
        onDrill={narrow}
        onWhy={mark =>
          dashboard.why(
            withStep(dashboard.filters, keyOf(mark)),
            { kind: 'previous-period' },
            series.lines[mark.row]?.role === 'income' ? 'income' : 'spending',
          )
        }
      />
    </div>
  )
}

/** Each month has its surplus printed under it, which takes so many pixels; before the width is known, as many as in the pictures. */
function monthsThatFit(width: number, each: number): number {
  if (width === 0) return 7
  return Math.max(3, Math.min(MONTHS, Math.floor((width - PLOT_LEFT - PLOT_RIGHT - INSETS) / each)))
}
