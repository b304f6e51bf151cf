import { useNavigate } from '@tanstack/react-router'
import type { ChangeMeasure } from '../../../shared/contract/root-cause.ts'
import { useWhy } from '../../app/use-why.ts'
import { WhyButton } from '../../app/WhyButton.tsx'
import { VARIANCE_BASES, type Variance, type VarianceFigures } from '../../../shared/contract/budget.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { FilterBar } from '../../app/FilterBar.tsx'
import { fetchCharts } from '../../charts/use-echarts.ts'
import {
  Button,
  Delta,
  EmptyState,
  ErrorState,
  Figure,
  Money,
  Page,
  Segmented,
  Select,
  Tabs,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Bridge } from './Bridge.tsx'
import { Capital } from './Capital.tsx'
import { CommentCell } from './Comments.tsx'
import { Months } from './Months.tsx'
import { PlanGrid } from './PlanGrid.tsx'
import { shownAs, turned } from './signs.ts'
import { BUDGET_TABS, useVariance, type BudgetView } from './use-variance.ts'
import { CapitalTable, VarianceTable } from './VarianceTable.tsx'
import { YearTable } from './YearTable.tsx'
import styles from './budget.module.css'

fetchCharts()

/** A budget held against what was posted: where it differs, which way, and the steps from one to the other. */
export default function BudgetPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const view = useVariance()
  const { value, failure, stale, retry } = view.found
  const none = value !== undefined && (view.scenario === '' || value.missing === 'scenario')
  const rows = value ? value.total.rowsActual : undefined
  return (
    <Page
      title={t.title}
      subtitle={
        value?.span && !none ? t.subtitle(view.scenario, format.span(value.span.from, value.span.to)) : ''
      }
      actions={
        view.scenarios.length > 0 && (view.tab === 'variance' || view.tab === 'capital') ? (
          <Segmented
            label={t.basis}
            value={view.basis}
            onChange={basis => view.set({ basis })}
            options={VARIANCE_BASES.map(id => ({ id, label: t.bases[id] }))}
          />
        ) : undefined
      }
      filterBar={<FilterBar matched={rows} comparison={false} />}
    >
      <Tabs
        label={t.views}
        value={view.tab}
        onChange={tab => view.set({ tab })}
        tabs={BUDGET_TABS.map(id => ({
          id,
          label: { variance: t.variance, year: t.fullYear, capital: t.capital, plan: t.plan }[id],
        }))}
      >
        {view.tab === 'plan' ? (
          <PlanGrid scenario={view.scenario} onScenario={scenario => view.set({ scenario })} />
        ) : (
          <>
            {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
            {view.loading && !failure && <p className={styles.note}>{t.loading}</p>}
            {none && (
              <EmptyState
                title={t.noBudget}
                action={
                  <>
                    <Button needs="budget.setPlan" kind="primary" onClick={() => view.set({ tab: 'plan' })}>
                      {t.startPlan}
                    </Button>{' '}
                    <Button onClick={() => void navigate({ to: '/reference', search: { tab: 'budgets' } })}>
                      {t.importFile}
                    </Button>
                  </>
                }
              >
                {t.noBudgetText}
              </EmptyState>
            )}
            {value && !none && (
              <div
                className={stale ? 'stale' : undefined}
                aria-busy={stale || undefined}
                data-testid="variance"
              >
                <Choices view={view} />
                {value.missing === 'budget' || value.missing === 'actual' ? (
                  <p className={styles.note} role="status">
                    {value.missing === 'budget' ? t.nothingPlanned : t.nothingPosted}
                  </p>
                ) : null}
                {view.tab === 'variance' && <Whole found={value} view={view} />}
                {view.tab === 'year' && <YearTable found={value} view={view} />}
                {view.tab === 'capital' && <Capital found={value} view={view} />}
                {value.unconverted > 0 && (
                  <p className={styles.note}>
                    {t.unconverted(value.unconverted, format.count(value.unconverted))}
                  </p>
                )}
              </div>
            )}
          </>
        )}
      </Tabs>
    </Page>
  )
}

/** The result against its budget, what it comes from, and capital expenditure below. */
function Whole({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { carriedFrom } = found
  return (
    <>
      <Strip found={found} view={view} />
      {view.carry && (
        <p className={styles.note}>
          {carriedFrom ? t.carriedNote(format.span(carriedFrom.from, carriedFrom.to)) : t.nothingCarried}
        </p>
      )}
      <div className={styles.note}>
        <CommentCell found={found} span={found.span} members={{}} label={t.period} alone />
      </div>
      {found.lines.length > 0 && (
        <>
          <Bridge found={found} view={view} />
          {found.months.length > 1 && <Months found={found} view={view} />}
          <VarianceTable found={found} view={view} />
        </>
      )}
      {found.capital.lines.length > 0 && <CapitalTable found={found} view={view} />}
    </>
  )
}

function Choices({ view }: { view: BudgetView }) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const dimensions = useDimensions().filter(d => !d.several && d.id !== 'scenario' && d.members > 0)
  const offered = (chosen: string): { value: string; label: string }[] =>
    [...new Set([...dimensions.map(d => d.id), chosen])].map(id => ({ value: id, label: nameOf(id) }))
  return (
    <div className={styles.choices}>
      <div>
        <span aria-hidden>{t.scenario}</span>
        <Select
          aria-label={t.scenario}
          framed
          value={view.scenario}
          onChange={event => view.set({ scenario: event.target.value })}
          options={view.scenarios.map(name => ({ value: name, label: name }))}
        />
      </div>
      <div>
        <span aria-hidden>{t.by}</span>
        <Select
          aria-label={t.by}
          framed
          value={view.by}
          onChange={event => view.set({ by: event.target.value })}
          options={offered(view.by)}
        />
      </div>
      {view.tab === 'variance' && (
        <>
          <div>
            <span aria-hidden>{t.bridgeBy}</span>
            <Select
              aria-label={t.bridgeBy}
              framed
              value={view.across}
              onChange={event => view.set({ across: event.target.value })}
              options={offered(view.across)}
            />
          </div>
          <label>
            <input
              type="checkbox"
              checked={view.carry}
              onChange={event => view.set({ carry: event.target.checked ? 'yes' : undefined })}
            />
            {t.carry}
          </label>
        </>
      )}
    </div>
  )
}

function Strip({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { currency } = found
  const sides = [
    {
      label: t.income,
      figures: found.income,
      sign: shownAs(found, 'income'),
      flow: ['income'],
      measure: 'income',
    },
    {
      label: t.expense,
      figures: found.expense,
      sign: shownAs(found, 'expense'),
      flow: ['expense'],
      measure: 'spending',
    },
    {
      label: t.result,
      figures: found.total,
      sign: shownAs(found, 'result'),
      flow: ['income', 'expense'],
      measure: 'net',
    },
  ] as const
  const why = useWhy()
  const asked = (measure: ChangeMeasure): void => {
    const { flow: _flow, scenario: _scenario, ...members } = found.doors.actual.members ?? {}
    why({ filters: { ...found.doors.actual, members }, against: found.scenario, measure })
  }
  return (
    <div className={styles.strip} data-testid="kpis">
      {sides.map(({ label, figures, sign, flow, measure }) => (
        <Figure
          key={label}
          label={
            <>
              {label} <WhyButton of={label} onAsk={() => asked(measure)} />
            </>
          }
          value={<Money value={turned(figures.actual, sign)} currency={currency} symbol whole />}
          onOpen={() =>
            view.open({ ...found.doors.actual, members: { ...found.doors.actual.members, flow: [...flow] } })
          }
          openLabel={t.opens(format.count(figures.rowsActual))}
        >
          <span className="t3">
            {t.budgeted(
              format.money(turned(figures.budget, sign), { currency, symbol: true, whole: true }),
            )}{' '}
          </span>
          <Judged figures={figures} sign={sign} currency={currency} />
        </Figure>
      ))}
    </div>
  )
}

/** A variance with its direction and its word. */
export function Judged({
  figures,
  sign,
  currency,
}: {
  figures: VarianceFigures
  sign: 1 | -1
  currency: string
}) {
  const format = useFormat()
  const value = turned(figures.variance, sign)
  return (
    <Delta
      text={format.money(value, { currency, whole: true, sign: 'change' })}
      direction={value > 0 ? 1 : value < 0 ? -1 : 0}
      judgement={figures.judgement === 'none' ? 'neutral' : figures.judgement}
      word
    />
  )
}
