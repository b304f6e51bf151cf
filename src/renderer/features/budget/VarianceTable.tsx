import type { ReactNode } from 'react'
import type { Variance, VarianceFigures, VarianceLine } from '../../../shared/contract/budget.ts'
import { total, type Total } from '../../../shared/money/minor.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useWhy, type Question } from '../../app/use-why.ts'
import { WhyButton } from '../../app/WhyButton.tsx'
import {
  DataTable,
  Delta,
  Door,
  Money,
  Panel,
  useFormat,
  useLanguage,
  useMessages,
  type Column,
} from '../../ui/index.ts'
import { CommentCell } from './Comments.tsx'
import { messages } from './messages.ts'
import { signOf, turned } from './signs.ts'
import type { BudgetView } from './use-variance.ts'
import styles from './budget.module.css'

const less = (a: Total, b: Total): Total => total(BigInt(a) - BigInt(b))

interface Row {
  key: string
  label: string
  line?: VarianceLine
  figures: VarianceFigures
  sign: 1 | -1
  kind?: 'total' | 'quiet'
}

export function VarianceTable({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const rows = [
    ...rowsOf(found, found.lines),
    ...(found.others
      ? [
          {
            key: 'others',
            label: t.others(found.others.lines, format.count(found.others.lines)),
            figures: found.others,
            sign: signOf(found, 'both'),
            kind: 'quiet' as const,
          },
        ]
      : []),
    {
      key: 'total',
      label: t.result,
      figures: found.total,
      sign: signOf(found, 'both'),
      kind: 'total' as const,
    },
  ]
  return <Lines caption={t.table} rows={rows} found={found} view={view} />
}

/** Capital expenditure stands apart: it is no part of the result. */
export function CapitalTable({
  found,
  view,
  actions,
}: {
  found: Variance
  view: BudgetView
  actions?: ReactNode
}) {
  const t = useMessages(messages)
  const rows = [
    ...rowsOf(found, found.capital.lines),
    {
      key: 'total',
      label: t.capital,
      figures: found.capital,
      sign: signOf(found, 'capital'),
      kind: 'total' as const,
    },
  ]
  const note = found.capitalRule.chosen ? t.capitalChosen : t.capitalDefault
  return (
    <Panel title={t.capital} subtitle={note} actions={actions}>
      <Lines caption={t.capital} rows={rows} found={found} view={view} />
    </Panel>
  )
}

const rowsOf = (found: Variance, lines: readonly VarianceLine[]): Row[] =>
  lines.map(line => ({
    key: `${line.side} ${line.members.map(m => m.key).join(' ')}`,
    label: '',
    line,
    figures: line,
    sign: signOf(found, line.side),
  }))

function Lines({
  caption,
  rows,
  found,
  view,
}: {
  caption: string
  rows: readonly Row[]
  found: Variance
  view: BudgetView
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const { currency } = found
  const why = useWhy()
  const most = Math.max(1, ...rows.filter(row => row.line).map(row => Math.abs(Number(row.figures.effect))))
  const shown = (row: Row, value: Total): Total => turned(value, row.sign)
  const labelOf = (row: Row): string =>
    row.line
      ? row.line.members.map(m => memberName(m.dimension, m.key, m.label, language)).join(' · ')
      : row.label
  const isCapital = (row: Row): boolean => row.line?.side === 'capital' || row.figures === found.capital
  /** Undefined where no filter selects the rows: capital expenditure by accounts and by categories. */
  const doorOf = (row: Row, side: 'actual' | 'budget') => {
    const door = (isCapital(row) ? found.capitalDoors : found.doors)?.[side]
    const own = Object.fromEntries((row.line?.members ?? []).map(m => [m.dimension, [m.key]]))
    return door && { ...door, members: { ...door.members, ...own } }
  }
  /** Undefined where a line is none that Explain can be asked about: capital expenditure, and lines of both sides beside others. */
  const whyOf = (row: Row): Question | undefined => {
    const side =
      row.line?.side ?? (row.kind === 'total' && found.capital !== row.figures ? 'both' : undefined)
    if (side === undefined || side === 'capital') return undefined
    const { flow: _flow, scenario: _scenario, ...members } = doorOf(row, 'actual')?.members ?? {}
    const measure = side === 'income' ? 'income' : side === 'expense' ? 'spending' : 'net'
    return { filters: { ...found.doors.actual, members }, against: found.scenario, measure }
  }
  /** What is carried over stands in a column of its own: the budget's rows are those of the days shown. */
  const amountOf = (row: Row, side: 'actual' | 'budget'): Total =>
    side === 'actual' ? row.figures.actual : less(row.figures.budget, row.figures.carried)
  const money = (side: 'actual' | 'budget'): Column<Row> => ({
    id: side,
    head: t[side],
    numeric: true,
    sortBy: row => shown(row, amountOf(row, side)),
    cell: row => {
      const amount = <Money value={shown(row, amountOf(row, side))} currency={currency} whole />
      const door = doorOf(row, side)
      const entries = side === 'actual' ? row.figures.rowsActual : row.figures.rowsBudget
      return row.kind === 'quiet' || entries === 0 || !door ? (
        amount
      ) : (
        <Door onOpen={() => view.open(door)} label={t.opens(format.count(entries))}>
          {amount}
        </Door>
      )
    },
  })
  const columns: Column<Row>[] = [
    { id: 'label', head: found.by.map(nameOf).join(' · '), text: true, cell: labelOf, sortBy: labelOf },
    money('actual'),
    money('budget'),
    ...(found.carriedFrom
      ? [
          {
            id: 'carried',
            head: t.carried,
            numeric: true,
            sortBy: (row: Row) => shown(row, row.figures.carried),
            cell: (row: Row) => <Money value={shown(row, row.figures.carried)} currency={currency} whole />,
          },
        ]
      : []),
    {
      id: 'variance',
      head: t.variance,
      numeric: true,
      sortBy: row => shown(row, row.figures.variance),
      cell: row => {
        const amount = (
          <Money value={shown(row, row.figures.variance)} currency={currency} whole sign="change" />
        )
        const asked = whyOf(row)
        return asked ? (
          <>
            <WhyButton of={labelOf(row)} onAsk={() => why(asked)} /> {amount}
          </>
        ) : (
          amount
        )
      },
    },
    {
      id: 'percent',
      head: t.percent,
      numeric: true,
      sortBy: row => row.sign * (row.figures.percent ?? 0),
      cell: row =>
        row.figures.percent === null
          ? '–'
          : format.percent((row.sign * row.figures.percent) / 100, { sign: 'change' }),
    },
    {
      id: 'bar',
      head: t.effect,
      width: 150,
      sortBy: row => row.figures.effect,
      cell: row =>
        row.line && (
          <span className={styles.track} aria-hidden>
            <span
              className={styles.bar}
              data-judgement={row.figures.judgement}
              style={{ width: `${(50 * Math.abs(Number(row.figures.effect))) / most}%` }}
            />
          </span>
        ),
    },
    {
      id: 'judgement',
      head: t.judgement,
      cell: row =>
        row.figures.judgement === 'none' ? (
          t.none
        ) : (
          <Delta
            text={t[row.figures.judgement]}
            direction={row.figures.judgement === 'favourable' ? 1 : -1}
            judgement={row.figures.judgement}
          />
        ),
    },
    {
      id: 'comment',
      head: t.comment,
      wrap: true,
      width: 190,
      cell: row =>
        row.line && (
          <CommentCell
            found={found}
            span={found.span}
            members={Object.fromEntries(row.line.members.map(m => [m.dimension, m.key]))}
            label={labelOf(row)}
          />
        ),
    },
  ]
  return (
    <div className={styles.scroll}>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={row => row.key}
        kind={row => row.kind}
        columns={columns}
      />
    </div>
  )
}
