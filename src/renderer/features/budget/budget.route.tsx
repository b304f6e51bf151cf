import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { VARIANCE_BASES, type Variance, type VarianceFigures } from '../../../shared/contract/budget.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { memberName, useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { FilterBar } from '../../app/FilterBar.tsx'
import { loadCharts } from '../../charts/use-echarts.ts'
import type { WaterfallStep } from '../../charts/waterfall/option.ts'
import { WaterfallPanel } from '../../charts/waterfall/waterfall-panel.tsx'
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
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { PlanGrid } from './PlanGrid.tsx'
import { useVariance, type BudgetView } from './use-variance.ts'
import { CapitalTable, VarianceTable } from './VarianceTable.tsx'
import styles from './budget.module.css'

void loadCharts()

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
        view.scenarios.length > 0 && !view.plan ? (
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
        value={view.plan ? 'plan' : 'variance'}
        onChange={id => view.set({ plan: id === 'plan' })}
        tabs={[
          { id: 'variance', label: t.variance },
          { id: 'plan', label: t.plan },
        ]}
      >
        {view.plan ? (
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
                    <Button kind="primary" onClick={() => view.set({ plan: true })}>
                      {t.startPlan}
                    </Button>{' '}
                    <Button onClick={() => void navigate({ to: '/import' })}>{t.importFile}</Button>
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
                <Strip found={value} view={view} />
                {value.lines.length > 0 && (
                  <>
                    <Bridge found={value} view={view} />
                    <VarianceTable found={value} view={view} />
                  </>
                )}
                {value.capital.lines.length > 0 && <CapitalTable found={value} view={view} />}
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

function Choices({ view }: { view: BudgetView }) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const dimensions = useDimensions().filter(d => !d.several && d.id !== 'scenario' && d.members > 0)
  const offered = dimensions.some(d => d.id === view.by) ? dimensions : [...dimensions, { id: view.by }]
  return (
    <div className={styles.choices}>
      <div>
        <span aria-hidden>{t.scenario}</span>
        <Select
          aria-label={t.scenario}
          className={styles.pick}
          value={view.scenario}
          onChange={event => view.set({ scenario: event.target.value })}
          options={view.scenarios.map(name => ({ value: name, label: name }))}
        />
      </div>
      <div>
        <span aria-hidden>{t.by}</span>
        <Select
          aria-label={t.by}
          className={styles.pick}
          value={view.by}
          onChange={event => view.set({ by: event.target.value })}
          options={offered.map(d => ({ value: d.id, label: nameOf(d.id) }))}
        />
      </div>
    </div>
  )
}

/** Spending and income are shown as sizes, the result as a surplus: what a person calls them, whichever way they are posted. */
function shownAs(found: Variance, side: 'income' | 'expense' | 'result'): 1 | -1 {
  const turned = found.profile === 'ledger' ? side !== 'expense' : side === 'expense'
  return turned ? -1 : 1
}

const turned = (value: Total, sign: 1 | -1): Total =>
  sign === 1 ? value : typeof value === 'bigint' ? -value : 0 - value

/** A step of the bridge: what raises the surplus is favourable, whichever side it lies on. */
const judgedBy = (value: Total): 'favourable' | 'adverse' | 'none' =>
  value > 0 ? 'favourable' : value < 0 ? 'adverse' : 'none'

function Strip({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { currency } = found
  const sides = [
    { label: t.income, figures: found.income, sign: shownAs(found, 'income'), flow: ['income'] },
    { label: t.expense, figures: found.expense, sign: shownAs(found, 'expense'), flow: ['expense'] },
    { label: t.result, figures: found.total, sign: shownAs(found, 'result'), flow: ['income', 'expense'] },
  ]
  return (
    <div className={styles.strip} data-testid="kpis">
      {sides.map(({ label, figures, sign, flow }) => (
        <Figure
          key={label}
          label={label}
          value={<Money value={turned(figures.actual, sign)} currency={currency} symbol whole />}
          onOpen={() =>
            view.open({ ...found.doors.actual, members: { ...found.doors.actual.members, flow } })
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

function Bridge({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const { bridge } = found
  const sign = shownAs(found, 'result')
  const steps = useMemo(
    (): WaterfallStep[] => [
      { key: 'budget', label: t.budget, kind: 'level', value: turned(bridge.from, sign) },
      ...bridge.steps.map(step => ({
        key: `m:${step.key}`,
        label: memberName(bridge.dimension, step.key, step.label, language),
        kind: 'change' as const,
        value: turned(step.delta, sign),
        judgement: judgedBy(turned(step.delta, sign)),
      })),
      ...(bridge.others
        ? [
            {
              key: 'others',
              label: t.others(bridge.others.members, format.count(bridge.others.members)),
              kind: 'others' as const,
              value: turned(bridge.others.delta, sign),
              judgement: judgedBy(turned(bridge.others.delta, sign)),
            },
          ]
        : []),
      { key: 'actual', label: t.actual, kind: 'level', value: turned(bridge.to, sign) },
    ],
    [bridge, sign, t, format, language],
  )
  const openAt = (column: number): void => {
    const step = steps[column]
    if (step?.key === 'budget') view.open(found.doors.budget)
    else if (step?.key === 'actual') view.open(found.doors.actual)
    else if (step?.key.startsWith('m:'))
      view.open({
        ...found.doors.actual,
        members: { ...found.doors.actual.members, [bridge.dimension]: [step.key.slice(2)] },
      })
  }
  return (
    <div className={styles.bridge}>
      <WaterfallPanel
        title={t.bridge(nameOf(bridge.dimension))}
        steps={steps}
        currency={found.currency}
        onSelect={mark => openAt(mark.column)}
        onOpen={mark => openAt(mark.column)}
      />
    </div>
  )
}
