import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { AuditTest } from '../../../shared/data/audit-request.ts'
import type { AuditSources } from '../../../shared/data/workpaper.ts'
import { Breadcrumbs } from '../../app/Breadcrumbs.tsx'
import { FilterBar } from '../../app/FilterBar.tsx'
import { firstOf, type Search } from '../../app/search.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import {
  EmptyState,
  ErrorState,
  Page,
  CallProgress,
  Tabs,
  toast,
  useFormat,
  useKeys,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Papers } from './Papers.tsx'
import { TestForm, type Asked } from './TestForm.tsx'
import { TestList } from './TestList.tsx'
import styles from './audit.module.css'

/** Audit: the tests that this ledger has the fields for, and the workpapers that they made. */
export default function AuditPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const address = useFilters()
  const view = useRouterState({ select: state => firstOf((state.location.search as Search)['view']) })
  const [columns, setColumns] = useState<AuditSources>({})
  const [test, choose] = useState<AuditTest>()
  const { value: known, failure, retry } = useCall('audit.tests', { columns })
  const record = useLongCall('audit.record')
  const tab = view === 'papers' ? 'papers' : 'tests'
  const show = (next: 'tests' | 'papers'): void =>
    void navigate({ to: '/audit', search: { ...address.search, view: next } as never })
  useKeys({ Escape: () => (test === undefined ? false : choose(undefined)) })
  const run = async ({ request, columns: chosen, title, by }: Asked): Promise<void> => {
    const made = await record.run({ filters: address.filters, request, columns: chosen, title, by })
    if (made.ok) {
      await queryClient.invalidateQueries({ queryKey: ['audit.runs'] })
      await navigate({ to: '/audit/$run', params: { run: String(made.value.run) } })
    } else if (made.failure.code !== 'cancelled') toast('error', made.failure.message)
  }
  return (
    <Page
      title={t.title}
      subtitle={known ? t.subtitle(format.count(known.entries)) : ''}
      filterBar={<FilterBar comparison={false} />}
      fill
      inspectorLabel={t.settings}
      inspector={
        tab === 'tests' &&
        test &&
        known && (
          <TestForm
            key={test}
            test={test}
            known={known}
            columns={columns}
            onColumns={setColumns}
            busy={record.running}
            onRun={asked => void run(asked)}
            onClose={() => choose(undefined)}
          />
        )
      }
    >
      <Breadcrumbs />
      <Tabs
        label={t.tabs}
        value={tab}
        onChange={show}
        tabs={[
          { id: 'tests', label: t.testsTab },
          { id: 'papers', label: t.papersTab },
        ]}
      >
        <div className={styles.body} data-testid={`tab-${tab}`}>
          {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
          <CallProgress call={record} label={t.running} />
          {tab === 'papers' && <Papers />}
          {tab === 'tests' && known?.entries === 0 && (
            <EmptyState title={t.noEntries}>{t.noEntriesText}</EmptyState>
          )}
          {tab === 'tests' && known !== undefined && known.entries > 0 && (
            <div className={styles.scroll} role="region" aria-label={t.testsTab} tabIndex={0}>
              <TestList tests={known.tests} chosen={test} onChoose={choose} />
            </div>
          )}
        </div>
      </Tabs>
    </Page>
  )
}
