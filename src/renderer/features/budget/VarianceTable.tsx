import type { Variance, VarianceFigures, VarianceLine } from '../../../shared/contract/budget.ts'
import type { Total } from '../../../shared/money/minor.ts'
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
import { messages } from './messages.ts'
import type { BudgetView } from './use-variance.ts'
import styles from './budget.module.css'

interface Row {
  key: string
  label: string
  line?: VarianceLine
  figures: VarianceFigures
  sign: 1 | -1
  kind?: 'total' | 'quiet'
}

const negated = (value: Total): Total => (typeof value === 'bigint' ? -value : 0 - value)

/** Expense and income as sizes; a line that has both as a surplus. */
function signOf(found: Variance, side: VarianceLine['side']): 1 | -1 {
  if (found.profile === 'ledger') return side === 'income' || side === 'both' ? -1 : 1
  return side === 'expense' || side === 'capital' ? -1 : 1
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
export function CapitalTable({ found, view }: { found: Variance; view: BudgetView }) {
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
    <Panel title={t.capital} subtitle={note}>
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
  const shown = (row: Row, value: Total): Total => (row.sign === 1 ? value : negated(value))
  const labelOf = (row: Row): string =>
    row.line
      ? row.line.members.map(m => memberName(m.dimension, m.key, m.label, language)).join(' · ')
      : row.label
  const doorOf = (row: Row, side: 'actual' | 'budget') => {
    const door = found.doors[side]
    const own = Object.fromEntries((row.line?.members ?? []).map(m => [m.dimension, [m.key]]))
    const { flow: _flow, ...members } = door.members ?? {}
    // Capital expenditure is posted to either side of the result, or to none.
    return row.line?.side === 'capital'
      ? { ...door, members: { ...members, ...own }, notMembers: undefined }
      : { ...door, members: { ...door.members, ...own } }
  }
  /** Undefined where a line is none that Explain can be asked about: capital expenditure, and lines of both sides beside others. */
  const whyOf = (row: Row): Question | undefined => {
    const side =
      row.line?.side ?? (row.kind === 'total' && found.capital !== row.figures ? 'both' : undefined)
    if (side === undefined || side === 'capital') return undefined
    const { flow: _flow, scenario: _scenario, ...members } = doorOf(row, 'actual').members ?? {}
    const measure = side === 'income' ? 'income' : side === 'expense' ? 'spending' : 'net'
    return { filters: { ...found.doors.actual, members }, against: found.scenario, measure }
  }
  const money = (side: 'actual' | 'budget'): Column<Row> => ({
    id: side,
    head: t[side],
    numeric: true,
    sortBy: row => shown(row, row.figures[side]),
    cell: row => {
      const amount = <Money value={shown(row, row.figures[side])} currency={currency} whole />
      const entries = side === 'actual' ? row.figures.rowsActual : row.figures.rowsBudget
      return row.kind === 'quiet' || entries === 0 ? (
        amount
      ) : (
        <Door onOpen={() => view.open(doorOf(row, side))} label={t.opens(format.count(entries))}>
          {amount}
        </Door>
      )
    },
  })
  const columns: Column<Row>[] = [
    { id: 'label', head: found.by.map(nameOf).join(' · '), text: true, cell: labelOf, sortBy: labelOf },
    money('actual'),
    money('budget'),
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
