import { useState } from 'react'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { Page, Tabs, useMessages } from '../../ui/index.ts'
import { Accounts } from './Accounts.tsx'
import { Indicators } from './Indicators.tsx'
import { messages } from './messages.ts'
import { Rates } from './Rates.tsx'
import styles from './reference.module.css'

fetchCharts()

const TABS = ['rates', 'accounts', 'indicators'] as const

/** What stands beside the entries: exchange rates, the chart of accounts, published indicators. */
export default function ReferencePage() {
  const t = useMessages(messages)
  const [tab, setTab] = useState<(typeof TABS)[number]>('rates')
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
          {tab === 'indicators' && <Indicators />}
        </Tabs>
      </div>
    </Page>
  )
}
