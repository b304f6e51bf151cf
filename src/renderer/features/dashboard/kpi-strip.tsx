import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { Delta, Door, Figure, LinkButton, Money, useFormat, useMessages, useSetting } from '../../ui/index.ts'
import { flowDoor, overSpan, spanned, withStep } from './doors.ts'
import { messages } from './messages.ts'
import { compared, currentFiscalYear } from './spans.ts'
import type { Dashboard } from './use-dashboard.ts'
import styles from './dashboard.module.css'

/** One figure and one sentence that explains it, then the four that a reader asks for next. Each is a door to its rows. */
export function KpiStrip({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const { spending, income, surplus, freshness } = overview
  const { filters, open } = dashboard
  const doorOf = (entries: number): string => t.opens(format.count(entries))
  const spendingDoor = flowDoor(filters, 'expense')
  const span = overview.from && overview.to ? format.span(overview.from, overview.to) : ''
  return (
    <div className={styles.strip} data-testid="kpis">
      <Figure
        size="xl"
        label={
          filters.from || filters.to
            ? t.withSpan(t.spending[profile], span)
            : `${t.spending[profile]}, ${t.everything}`
        }
        value={<Money value={spending.total} currency={overview.currency} symbol />}
        onOpen={() => open(spendingDoor)}
        openLabel={doorOf(spending.entries)}
      >
        <Against overview={overview} dashboard={dashboard} />
      </Figure>
      <Other overview={overview} dashboard={dashboard} />
      <Figure
        label={t.perMonth}
        value={<Money value={spending.perMonth} currency={overview.currency} symbol whole />}
        onOpen={() => open(spendingDoor)}
        openLabel={doorOf(spending.entries)}
      >
        {spending.lastMonth ? (
          <span className={styles.withWhy}>
            <span className="ellipsis">
              {format.date(`${spending.lastMonth.month}-01`, 'month')}{' '}
              <Door onOpen={() => open(withStep(spendingDoor, spending.lastMonth?.month ?? ''))}>
                {format.money(spending.lastMonth.value, {
                  currency: overview.currency,
                  symbol: true,
                  whole: true,
                })}
              </Door>
            </span>
            <Why
              onAsk={() =>
                dashboard.why(withStep(filters, spending.lastMonth?.month ?? ''), {
                  kind: 'previous-period',
                })
              }
            />
          </span>
        ) : (
          <span>{t.overMonths(spending.months, format.count(spending.months))}</span>
        )}
      </Figure>
      <Figure
        label={
          <>
            {surplus < 0 ? t.deficit[profile] : t.surplus[profile]}
            <Why onAsk={() => dashboard.why(spanned(filters, overview), undefined, 'net')} />
          </>
        }
        value={<Money value={surplus} currency={overview.currency} symbol whole />}
        onOpen={() => open(flowDoor(filters, 'income', 'expense'))}
        openLabel={doorOf(spending.entries + income.entries)}
      >
        <span className="ellipsis">
          {income.total > 0 && `${format.percent(Number(surplus) / Number(income.total))} ${t.of} `}
          <span className="t3">
            <Door onOpen={() => open(flowDoor(filters, 'income'))} label={doorOf(income.entries)}>
              {format.money(income.total, { currency: overview.currency, symbol: true, whole: true })}
            </Door>{' '}
            {t.incomeWord}
          </span>
        </span>
      </Figure>
      <Figure label={t.loadedTo} value={freshness.lastDay ? format.date(freshness.lastDay) : '–'}>
        {overview.unconverted > 0 && (
          <span className={styles.warning}>
            <IconAlertTriangle aria-hidden />
            {t.inScope(format.count(overview.unconverted), format.count(overview.matched))}
          </span>
        )}
        {freshness.lastImportAt && <span>{t.imported(format.age(freshness.lastImportAt))}</span>}
      </Figure>
    </div>
  )
}

function Why({ onAsk }: { onAsk: () => void }) {
  const t = useMessages(messages)
  return (
    <LinkButton className={styles.why} onClick={onAsk} aria-label={t.why} title={t.whyTitle}>
      <IconHelpCircle aria-hidden />
    </LinkButton>
  )
}

/** "↗ +5.6% on last year, £2,641,189 more than £46,801,380". Only this variance is judged; spending itself never is. */
function Against({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { fiscal } = useSetting()
  const { against, filters } = dashboard
  // Where nothing is wanted beside the charts, the headline still says how it stands against last year.
  const before = against ? overview.spending.comparison : overview.spending.previousYear
  const span = against ? overview.comparedWith : overview.earlier?.previousYear
  if (before === null || span === undefined) {
    const { lastDay } = overview.freshness
    const unbounded = !filters.from && !filters.to
    const year = unbounded && lastDay ? currentFiscalYear(lastDay, fiscal) : undefined
    if (!year) return <span className="t3">{t.nothingBefore}</span>
    return (
      <LinkButton className={styles.inlineLink} onClick={() => dashboard.setSpan(year.from, year.to)}>
        {t.fiscalYear(format.fiscalYear(year.year))}
      </LinkButton>
    )
  }
  const change = compared(overview.spending.total, before)
  const words =
    against?.kind === 'previous-period'
      ? t.onPeriod
      : against?.kind === 'range'
        ? t.onSpan(format.span(span.from, span.to))
        : t.onYear
  const money = (value: Total): string =>
    format.money(value, { currency: overview.currency, symbol: true, whole: true })
  return (
    <>
      <Delta ratio={change.ratio} judgement={change.judgement} />
      <span>{words}</span>
      <span className={styles.withWhy}>
        <span className="t3">
          {change.difference > 0
            ? t.more(money(change.size))
            : change.difference < 0
              ? t.less(money(change.size))
              : t.same}{' '}
          <Door onOpen={() => dashboard.open(overSpan(flowDoor(filters, 'expense'), span))}>
            {money(before)}
          </Door>
        </span>
        <Why onAsk={() => dashboard.why(spanned(filters, overview), against ?? { kind: 'previous-year' })} />
      </span>
    </>
  )
}

/** The change on the period before where the headline shows the year, and the other way round. The difference is no sum of rows; what it differs from is. */
function Other({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const other = dashboard.against?.kind === 'previous-period' ? 'previous-year' : 'previous-period'
  const before = other === 'previous-year' ? overview.spending.previousYear : overview.spending.previousPeriod
  const label = other === 'previous-year' ? t.againstYear : t.againstPeriod
  const span = other === 'previous-year' ? overview.earlier?.previousYear : overview.earlier?.previousPeriod
  if (before === null || !span) {
    return (
      <Figure label={label} value={<span className="t3">–</span>}>
        <span className="t3">{t.nothingBefore}</span>
      </Figure>
    )
  }
  const change = compared(overview.spending.total, before)
  return (
    <Figure
      label={label}
      value={<Money value={change.difference} currency={overview.currency} symbol whole sign="change" />}
    >
      <Delta ratio={change.ratio} judgement={change.judgement} />
      <span className={styles.withWhy}>
        <span className="t3">
          <Door
            label={format.span(span.from, span.to)}
            onOpen={() => dashboard.open(overSpan(flowDoor(dashboard.filters, 'expense'), span))}
          >
            {format.money(before, { currency: overview.currency, symbol: true, whole: true })}
          </Door>
        </span>
        <Why onAsk={() => dashboard.why(spanned(dashboard.filters, overview), { kind: other })} />
      </span>
    </Figure>
  )
}
