import { useNavigate } from '@tanstack/react-router'
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
import { useDashboard } from './use-dashboard.ts'
import styles from './dashboard.module.css'

// The largest part of the page's code comes while the figures are worked out.
void loadCharts()

/** The dashboard: total for the period; trend, where it goes, heatmap, income against expense, top payees. */
export default function DashboardPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const navigate = useNavigate()
  const dashboard = useDashboard()
  const { value, failure, stale, retry } = dashboard.overview
  useKeys({
    Escape: () => {
      if (dashboard.path.length > 0) dashboard.goTo(dashboard.path.length - 2)
    },
  })
  const shown = value?.from && value.to ? format.span(value.from, value.to) : ''
  const before = value?.comparedWith ? format.span(value.comparedWith.from, value.comparedWith.to) : ''
  return (
    <Page
      title={t.title[profile]}
      subtitle={before && value?.spending.comparison !== null ? t.against(shown, before) : shown}
      filterBar={<FilterBar matched={value?.matched} />}
    >
      <Breadcrumbs />
      {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
      {value && value.matched === 0 && (
        <EmptyState
          title={t.emptyTitle}
          action={
            value.allEntries > 0 ? (
              <Button kind="primary" onClick={() => dashboard.clear()}>
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
        <>
          <Unconverted overview={value} dashboard={dashboard} />
          <KpiStrip overview={value} dashboard={dashboard} />
          <div className={`${styles.upper} ${stale ? 'stale' : ''}`}>
            <TrendPanel overview={value} dashboard={dashboard} />
            <WhereItGoes overview={value} dashboard={dashboard} />
          </div>
          <div className={`${styles.lower} ${stale ? 'stale' : ''}`}>
            <MonthHeatmap overview={value} dashboard={dashboard} />
            <IncomeAgainstExpense overview={value} dashboard={dashboard} />
            <TopPayees overview={value} dashboard={dashboard} />
          </div>
        </>
      )}
    </Page>
  )
}
