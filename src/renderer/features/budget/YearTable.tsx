import type { FullYear, Variance, YearLine } from '../../../shared/contract/budget.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useWhy, type Question } from '../../app/use-why.ts'
import { WhyButton } from '../../app/WhyButton.tsx'
import {
  DataTable,
  Delta,
  Money,
  Select,
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

type Row = Omit<YearLine, 'members' | 'side'> & {
  key: string
  sign: 1 | -1
  label: string
  members: Record<string, string>
  side: YearLine['side'] | 'both'
  last?: true
}

/** The fiscal year as it is going to be: what is actual, what is to come, and both against the whole year's budget. */
export function YearTable({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { fullYear: year } = found
  if (!year) return <p className={styles.note}>{t.noYear}</p>
  return (
    <>
      <div className={styles.choices}>
        <div>
          <span aria-hidden>{t.rest}</span>
          <Select
            aria-label={t.rest}
            framed
            value={view.remaining}
            onChange={event => view.set({ remaining: event.target.value })}
            options={[...new Set([view.remaining, ...view.scenarios])]
              .filter(name => name !== ACTUAL)
              .map(name => ({ value: name, label: name }))}
          />
        </div>
      </div>
      <p className={styles.note}>
        {t.yearNote(
          format.span(year.span.from, year.span.to),
          format.date(year.actualTo),
          year.remainingFrom,
        )}
      </p>
      <Lines found={found} year={year} />
    </>
  )
}

function Lines({ found, year }: { found: Variance; year: FullYear }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const rows: Row[] = [
    ...year.lines.map(({ members, side, ...figures }) => ({
      ...figures,
      side,
      key: members.map(m => m.key).join(' '),
      sign: signOf(found, side),
      label: members.map(m => memberName(m.dimension, m.key, m.label, language)).join(' · '),
      members: Object.fromEntries(members.map(m => [m.dimension, m.key])),
    })),
    {
      ...year,
      key: 'total',
      sign: signOf(found, 'both'),
      label: t.yearResult,
      members: {},
      side: 'both',
      last: true,
    },
  ]
  const why = useWhy()
  /** What is actual so far, against the budget of the same days; capital expenditure cannot be asked about. */
  const whyOf = ({ side, members: own }: Row): Question | undefined => {
    if (side === 'capital') return undefined
    const { flow: _flow, scenario: _scenario, ...others } = found.doors.actual.members ?? {}
    const members = {
      ...others,
      ...Object.fromEntries(Object.entries(own).map(([dimension, key]) => [dimension, [key]])),
    }
    const span = { from: year.span.from, to: year.actualTo }
    const measure = side === 'income' ? 'income' : side === 'expense' ? 'spending' : 'net'
    return { filters: { ...found.doors.actual, ...span, members }, against: found.scenario, measure }
  }
  const money = (
    id: 'budget' | 'actual' | 'remaining' | 'outlook' | 'variance',
    head: string,
  ): Column<Row> => ({
    id,
    head,
    numeric: true,
    sortBy: row => turned(row[id], row.sign),
    cell: row => {
      const amount = (
        <Money
          value={turned(row[id], row.sign)}
          currency={found.currency}
          whole
          {...(id === 'variance' ? { sign: 'change' as const } : {})}
        />
      )
      const asked = id === 'actual' && row.actual !== 0 ? whyOf(row) : undefined
      return asked ? (
        <>
          <WhyButton of={row.label} onAsk={() => why(asked)} /> {amount}
        </>
      ) : (
        amount
      )
    },
  })
  return (
    <div className={styles.scroll} data-testid="full-year">
      <DataTable
        caption={t.yearTable}
        rows={rows}
        rowKey={row => row.key}
        kind={row => (row.last ? 'total' : undefined)}
        columns={[
          {
            id: 'label',
            head: found.by.map(nameOf).join(' · '),
            text: true,
            cell: row => row.label,
            sortBy: row => row.label,
          },
          money('actual', t.actualToDate),
          money('remaining', t.toCome),
          money('outlook', t.outlook),
          money('budget', t.budget),
          money('variance', t.variance),
          {
            id: 'percent',
            head: t.percent,
            numeric: true,
            sortBy: row => row.sign * (row.percent ?? 0),
            cell: row =>
              row.percent === null ? '–' : format.percent((row.sign * row.percent) / 100, { sign: 'change' }),
          },
          {
            id: 'judgement',
            head: t.judgement,
            cell: row =>
              row.judgement === 'none' ? (
                t.none
              ) : (
                <Delta
                  text={t[row.judgement]}
                  direction={row.judgement === 'favourable' ? 1 : -1}
                  judgement={row.judgement}
                />
              ),
          },
          {
            id: 'comment',
            head: t.comment,
            wrap: true,
            width: 170,
            cell: row => (
              <CommentCell found={found} span={year.span} members={row.members} label={row.label} />
            ),
          },
        ]}
      />
    </div>
  )
}
