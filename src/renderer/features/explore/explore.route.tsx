import { useMemo, useState } from 'react'
import type { MethodName } from '../../../shared/contract/index.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { Breadcrumbs } from '../../app/Breadcrumbs.tsx'
import { FilterBar } from '../../app/FilterBar.tsx'
import { useCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import {
  Button,
  EmptyState,
  Page,
  Segmented,
  Tabs,
  useMessages,
  useRefusal,
  useSetting,
} from '../../ui/index.ts'
import { BreakdownTab } from './Breakdown.tsx'
import { DistributionTab } from './Distribution.tsx'
import { messages } from './messages.ts'
import { OverTimeTab } from './OverTime.tsx'
import { PivotTab } from './Pivot.tsx'
import { ProfileTab } from './Profile.tsx'
import { SqlTab } from './Sql.tsx'

fetchCharts()

const SIDES = ['expense', 'income', 'all'] as const
const TABS = ['profile', 'breakdown', 'pivot', 'series', 'distribution', 'sql'] as const

/** What looks at the entries one by one; the others ask for groups. */
const NEEDS: Readonly<Partial<Record<(typeof TABS)[number], MethodName>>> = {
  profile: 'explore.profile',
  breakdown: 'explore.breakdown',
  distribution: 'explore.distribution',
  sql: 'explore.sql',
}

/** Looking at the entries before any method: columns, breakdowns, pivot, time, distribution, and SQL for those who want it. */
export default function ExplorePage() {
  const t = useMessages(messages)
  const { profile } = useSetting()
  const address = useFilters()
  const [side, setSide] = useState<(typeof SIDES)[number]>('expense')
  const asked = address.filters
  // Debits and credits of a whole ledger sum to nil: one side is looked at, unless the filter bar says which.
  const sided = asked.members?.['flow'] !== undefined
  const filters = useMemo(
    () => (sided || side === 'all' ? asked : { ...asked, members: { ...asked.members, flow: [side] } }),
    [asked, sided, side],
  )
  const [chosen, setTab] = useState<(typeof TABS)[number]>('profile')
  const refused = useRefusal()
  // The first that may be looked at.
  const tab = refused(NEEDS[chosen]) === undefined ? chosen : 'pivot'
  const matched = useCall('ledger.page', { filters: withActual(filters), limit: 0 }).value?.total
  const props = { filters, address }
  return (
    <Page
      title={t.title}
      actions={
        !sided &&
        tab !== 'sql' && (
          <Segmented
            label={t.side}
            value={side}
            onChange={setSide}
            options={SIDES.map(id => ({ id, label: t.sides[id][profile] }))}
          />
        )
      }
      filterBar={<FilterBar matched={matched} comparison={false} />}
    >
      <Breadcrumbs />
      <Tabs
        label={t.tabs}
        value={tab}
        onChange={setTab}
        tabs={TABS.map(id => ({ id, label: t[id], needs: NEEDS[id] }))}
      >
        {tab !== 'sql' && matched === 0 ? (
          <EmptyState
            title={t.empty}
            action={
              <Button kind="primary" onClick={() => address.clear()}>
                {t.clear}
              </Button>
            }
          >
            {t.emptyText}
          </EmptyState>
        ) : (
          <div data-testid={`explore-${tab}`}>
            {tab === 'profile' && <ProfileTab {...props} />}
            {tab === 'breakdown' && <BreakdownTab {...props} />}
            {tab === 'pivot' && <PivotTab {...props} />}
            {tab === 'series' && <OverTimeTab {...props} />}
            {tab === 'distribution' && <DistributionTab {...props} />}
            {tab === 'sql' && <SqlTab />}
          </div>
        )}
      </Tabs>
    </Page>
  )
}
