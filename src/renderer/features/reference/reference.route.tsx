import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { firstOf, type Search } from '../../app/search.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { Page, PageTabs, useMessages } from '../../ui/index.ts'
import { Accounts } from './Accounts.tsx'
import { Budgets } from './Budgets.tsx'
import { Indicators } from './Indicators.tsx'
import { messages } from './messages.ts'
import { Rates } from './Rates.tsx'

fetchCharts()

const TABS = ['rates', 'accounts', 'budgets', 'indicators'] as const

/** What stands beside the entries: exchange rates, the chart of accounts, budgets, published indicators. */
export default function ReferencePage() {
  const t = useMessages(messages)
  const asked = firstOf(useRouterState({ select: state => state.location.search as Search })['tab'])
  const [tab, setTab] = useState<(typeof TABS)[number]>(TABS.find(one => one === asked) ?? 'rates')
  return (
    <Page title={t.title}>
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={TABS.map(id => ({ id, label: t.tabs[id] }))}
      >
        {tab === 'rates' && <Rates />}
        {tab === 'accounts' && <Accounts />}
        {tab === 'budgets' && <Budgets />}
        {tab === 'indicators' && <Indicators />}
      </PageTabs>
    </Page>
  )
}
