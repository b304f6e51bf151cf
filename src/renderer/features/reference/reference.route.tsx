import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { firstOf, type Search } from '../../app/search.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { Page, Tabs, useMessages } from '../../ui/index.ts'
import { Accounts } from './Accounts.tsx'
import { Budgets } from './Budgets.tsx'
import { Indicators } from './Indicators.tsx'
import { messages } from './messages.ts'
import { Rates } from './Rates.tsx'
import styles from './reference.module.css'

fetchCharts()

const TABS = ['rates', 'accounts', 'budgets', 'indicators'] as const

/** What stands beside the entries: exchange rates, the chart of accounts, budgets, published indicators. */
export default function ReferencePage() {
  const t = useMessages(messages)
  const asked = firstOf(useRouterState({ select: state => state.location.search as Search })['tab'])
  const [tab, setTab] = useState<(typeof TABS)[number]>(TABS.find(one => one === asked) ?? 'rates')
  return (
    <Page title={t.title}>
      <div className={styles.tabs}>
        <Tabs
          label={t.title}
          value={tab}
          onChange={setTab}
          tabs={TABS.map(id => ({ id, label: t.tabs[id] }))}
        >
          {tab === 'rates' && <Rates />}
          {tab === 'accounts' && <Accounts />}
          {tab === 'budgets' && <Budgets />}
          {tab === 'indicators' && <Indicators />}
        </Tabs>
      </div>
    </Page>
  )
}
