import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Breadcrumbs } from '../../app/Breadcrumbs.tsx'
import { FilterBar } from '../../app/FilterBar.tsx'
import { fetchCharts } from '../../charts/use-echarts.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  Page,
  CallProgress,
  Tabs,
  useFormat,
  useKeys,
  useMessages,
} from '../../ui/index.ts'
import { Choices } from './Choices.tsx'
import { EntriesTab } from './EntriesTab.tsx'
import { Explanation } from './Explanation.tsx'
import { messages } from './messages.ts'
import { Months } from './Months.tsx'
import { Runs } from './Runs.tsx'
import { useAnomalies } from './use-anomalies.ts'
import styles from './anomalies.module.css'

// The largest part of the page's code comes while the entries are scored.
fetchCharts()

type TabId = 'entries' | 'months' | 'runs'

/** Anomalies: the highest diamond; findings; reasons, what would clear it, verdict. */
export default function AnomaliesPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const page = useAnomalies()
  const { found, failure, search, address } = page
  const [tab, setTab] = useState<TabId>('entries')
  const [chosen, setChosen] = useState<number>()
  const findings = useMemo(() => found?.findings ?? [], [found])
  const selected = tab === 'entries' ? findings.find(finding => finding.entry === chosen) : undefined
  const step = (by: 1 | -1): void => {
    const at = findings.findIndex(finding => finding.entry === chosen)
    const next = findings[at < 0 ? 0 : at + by]
    if (next) setChosen(next.entry)
  }
  const decide = (verdict: 'confirmed' | 'dismissed'): void | false => {
    if (!selected) return false
    page.decide(selected.entry, verdict, page.verdicts.get(selected.entry)?.note ?? '')
    return undefined
  }
  const openEntry = (entry: number): void =>
    void navigate({ to: '/entry/$id', params: { id: String(entry) } })
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      c: () => decide('confirmed'),
      d: () => decide('dismissed'),
      Enter: () => {
        if (!selected) return false
        openEntry(selected.entry)
        return undefined
      },
      Escape: () => setChosen(undefined),
    },
    tab === 'entries',
  )
  return (
    <Page
      title={t.title}
      subtitle={
        found?.state === 'found' ? t.subtitle(format.count(found.flagged), format.count(found.scored)) : ''
      }
      actions={
        <Choices
          found={found}
          choice={page.choice}
          choose={page.choose}
          percent={share => format.percent(share, { digits: 1 })}
        />
      }
      filterBar={<FilterBar matched={found?.scored} comparison={false} />}
      fill
      inspectorLabel={t.explanation}
      inspector={
        selected && (
          <Explanation
            finding={selected}
            verdict={page.verdicts.get(selected.entry)}
            onStep={step}
            onClose={() => setChosen(undefined)}
            onEntry={() => openEntry(selected.entry)}
            onLedger={() => address.openRows({ from: selected.date, to: selected.date })}
            onDecide={(verdict, note) => page.decide(selected.entry, verdict, note)}
          />
        )
      }
    >
      <Breadcrumbs />
      <Tabs
        label={t.tabs}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'entries', label: t.entriesTab },
          { id: 'months', label: t.monthsTab },
          { id: 'runs', label: t.runsTab },
        ]}
      >
        <div className={styles.body} data-testid={`tab-${tab}`}>
          {tab === 'months' && <Months address={address} />}
          {tab === 'runs' && <Runs page={page} />}
          {tab === 'entries' && (
            <>
              {failure && failure.code !== 'cancelled' && (
                <ErrorState title={t.failed} failure={failure} onRetry={page.retry} />
              )}
              {failure?.code === 'cancelled' && <ErrorState failure={failure} onRetry={page.retry} />}
              <CallProgress call={search} label={t.searching} />
              {found?.state === 'too-few' && (
                <EmptyState
                  title={t.tooFewTitle}
                  action={
                    <Button kind="primary" onClick={() => address.clear()}>
                      {t.clearFilters}
                    </Button>
                  }
                >
                  {t.tooFew(found.scored, format.count(found.scored), format.count(found.least))}
                </EmptyState>
              )}
              {found?.state === 'found' && findings.length === 0 && (
                <EmptyState title={t.nothingTitle}>{t.nothing}</EmptyState>
              )}
              {found && findings.length > 0 && (
                <EntriesTab
                  found={found}
                  page={page}
                  selected={chosen}
                  onSelect={setChosen}
                  onOpen={openEntry}
                />
              )}
            </>
          )}
        </div>
      </Tabs>
    </Page>
  )
}
