import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import type { Ranking } from '../../../shared/contract/dashboard.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { rankingTwin } from '../twin.ts'
import { currencySymbol } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { rankingPicture } from './picture.ts'
import { judgementOf, rankingTable, type RankingRow } from './rows.ts'
import styles from './ranking.module.css'

interface Props {
  title: string
  note?: string
  ranking: Ranking
  /** Undefined where the members are counted. */
  currency: string | undefined
  /** What the members are: "Account", "Payee". */
  memberName: string
  /** What they are compared with: the head of the last column; without it there is no such column. */
  beforeName: string | undefined
  /** Whether more is worse, as it is of spending; default. */
  judged?: boolean
  actions?: ReactNode
  className?: string
  onSelect: (key: string) => void
  onOpen: (key: string) => void
  onDrill: (key: string) => void
  /** The total is a door too. */
  onOpenTotal: () => void
  onOpenRest: () => void
  /** What a row's figure comes from; without it rows have no “Why?”. */
  onWhy?: (key: string) => void
}

/** "Where it goes": the largest members with bars, the rest in one row, a total that the column adds up to. In HTML, so that it is its own table. */
export function RankingPanel(props: Props) {
  const { title, note, ranking, currency, memberName, beforeName, actions, className } = props
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(currency)
  const table = useMemo(() => rankingTable(ranking, currency), [ranking, currency])
  const labelOf = (row: RankingRow): string =>
    row.kind === 'rest'
      ? texts.rest(table.restMembers, format.count(table.restMembers))
      : row.kind === 'none'
        ? texts.none(memberName)
        : row.label
  return (
    <ChartPanel
      title={title}
      subtitle={note}
      actions={actions}
      className={className}
      picture={() => rankingPicture(table, i => labelOf(table.rows[i] as RankingRow), style)}
      style={style}
      twin={() =>
        rankingTwin(
          ranking,
          currency,
          {
            member: memberName,
            value: currency === undefined ? texts.entries : texts.amount,
            before: beforeName ?? texts.before,
            entries: texts.entries,
            none: texts.none(memberName),
            rest: texts.rest(table.restMembers, format.count(table.restMembers)),
            total: texts.total,
          },
          style.words,
        )
      }
    >
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{memberName}</th>
            <th aria-hidden="true" />
            <th scope="col" className={styles.figure}>
              {currency === undefined ? texts.entries : currencySymbol(currency, format.locale)}
            </th>
            {beforeName && (
              <th scope="col" className={styles.figure}>
                {beforeName}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <RankingLine key={`${row.kind}:${row.key}`} row={row} label={labelOf(row)} panel={props} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            <td />
            <td className={styles.grand}>
              <button
                type="button"
                className={styles.door}
                title={style.words.full(ranking.total)}
                onClick={props.onOpenTotal}
              >
                {format.count(table.total)}
              </button>
            </td>
            {beforeName && (
              <td className={styles.grand}>{format.percent(table.change, { sign: 'change' })}</td>
            )}
          </tr>
        </tfoot>
      </table>
    </ChartPanel>
  )
}

function RankingLine({ row, label, panel }: { row: RankingRow; label: string; panel: Props }) {
  const texts = useMessages(messages)
  const format = useFormat()
  const judged = panel.judged === false ? 'neutral' : judgementOf(row.change)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (event.shiftKey) panel.onDrill(row.key)
    else panel.onOpen(row.key)
  }
  const full =
    panel.currency === undefined
      ? format.count(row.value)
      : format.money(row.value, { currency: panel.currency, symbol: true })
  return (
    <tr>
      <th scope="row" className={row.kind === 'member' ? undefined : styles.quiet}>
        {row.kind === 'rest' ? (
          <span className={styles.name}>{label}</span>
        ) : (
          <span className={styles.named}>
            <button
              type="button"
              className={styles.name}
              title={label}
              onClick={() => panel.onSelect(row.key)}
              onKeyDown={onKeyDown}
            >
              {label}
            </button>
            {panel.onWhy && (
              <button
                type="button"
                className={styles.why}
                aria-label={`${texts.why} ${label}`}
                onClick={() => panel.onWhy?.(row.key)}
              >
                {texts.why}
              </button>
            )}
          </span>
        )}
      </th>
      <td className={styles.barCell} aria-hidden="true">
        <span
          className={`${styles.bar} ${row.kind === 'rest' ? styles.other : ''}`}
          style={{ width: `${Math.max(3, row.share * 100)}%` }}
        />
      </td>
      <td className={styles.figure}>
        <button
          type="button"
          className={styles.door}
          title={full}
          onClick={() => (row.kind === 'rest' ? panel.onOpenRest() : panel.onOpen(row.key))}
        >
          {format.count(row.rounded)}
        </button>
      </td>
      {panel.beforeName && (
        <td className={`${styles.figure} ${judged === 'neutral' ? '' : (styles[judged] ?? '')}`}>
          {format.percent(row.change, { sign: 'change' })}
          {judged !== 'neutral' && <span className="visually-hidden"> {texts[judged]}</span>}
        </td>
      )}
    </tr>
  )
}
