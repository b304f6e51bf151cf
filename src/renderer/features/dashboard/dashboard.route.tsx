import { useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import { loadCharts } from '../../charts/use-echarts.ts'
import { Breadcrumbs } from '../../app/Breadcrumbs.tsx'
import { FilterBar } from '../../app/FilterBar.tsx'
import {
  Button,
  EmptyState,
  ErrorState,
  Page,
  useFormat,
  useKeys,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { IncomeAgainstExpense, MonthHeatmap } from './month-panels.tsx'
import { KpiStrip } from './kpi-strip.tsx'
import { messages } from './messages.ts'
import { Unconverted } from './notices.tsx'
import { TopPayees, WhereItGoes } from './ranking-panels.tsx'
import { TrendPanel } from './trend-panel.tsx'
import { useDashboard, type Dashboard } from './use-dashboard.ts'
import styles from './dashboard.module.css'

// The largest part of the page's code comes while the figures are worked out.
void loadCharts()

/** The dashboard: total for the period; trend, where it goes, heatmap, income against expense, top payees. */
export default function DashboardPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const navigate = useNavigate()
  const { overview, dashboard, address } = useDashboard()
  const { value, failure, stale, retry } = overview
  useKeys({
    Escape: () => {
      if (address.path.length > 0) address.goTo(address.path.length - 2)
    },
  })
  const shown = value?.from && value.to ? format.span(value.from, value.to) : ''
  const before = value?.comparedWith ? format.span(value.comparedWith.from, value.comparedWith.to) : ''
  return (
    <Page
      title={t.title[profile]}
      subtitle={before && value?.spending.comparison !== null ? t.against(shown, before) : shown}
      filterBar={value?.allEntries === 0 ? undefined : <FilterBar matched={value?.matched} />}
    >
      <Breadcrumbs />
      {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
      {value && value.matched === 0 && (
        <EmptyState
          title={value.allEntries > 0 ? t.emptyTitle : t.emptyLedgerTitle}
          action={
            value.allEntries > 0 ? (
              <Button kind="primary" onClick={() => address.clear()}>
                {t.clearFilters}
              </Button>
            ) : (
              <Button kind="primary" onClick={() => void navigate({ to: '/import' })}>
                {t.importFile}
              </Button>
            )
          }
        >
          {value.allEntries > 0 ? t.emptyFiltered : t.emptyLedger}
        </EmptyState>
      )}
      {value && value.matched > 0 && (
        <div
          className={`${styles.figures} ${stale ? 'stale' : ''}`}
          aria-busy={stale || undefined}
          data-testid="figures"
        >
          <Figures overview={value} dashboard={dashboard} stale={stale} />
        </div>
      )}
    </Page>
  )
}

/** Everything that is drawn. While an answer is awaited it stays as it is, dimmed from outside: rendering it twice would delay the answer. */
const Figures = memo(
  function Figures({ overview, dashboard }: { overview: Overview; dashboard: Dashboard; stale: boolean }) {
    return (
      <>
        <Unconverted overview={overview} dashboard={dashboard} />
        <KpiStrip overview={overview} dashboard={dashboard} />
        <div className={styles.upper}>
          <TrendPanel overview={overview} dashboard={dashboard} />
          <WhereItGoes overview={overview} dashboard={dashboard} />
        </div>
        <div className={styles.lower}>
          <MonthHeatmap overview={overview} dashboard={dashboard} />
          <IncomeAgainstExpense overview={overview} dashboard={dashboard} />
          <TopPayees overview={overview} dashboard={dashboard} />
        </div>
      </>
    )
  },
  (before, next) => next.stale || (before.overview === next.overview && before.dashboard === next.dashboard),
)
