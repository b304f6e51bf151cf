import { IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { QualityRule, QualityRuleBody } from '../../../shared/contract/quality.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { Button, Page, CallProgress, PageTabs, toast, useFormat, useMessages } from '../../ui/index.ts'
import { FailingRows } from './FailingRows.tsx'
import { messages } from './messages.ts'
import { Reconciliation } from './Reconciliation.tsx'
import { BLANK, RuleDialog } from './RuleDialog.tsx'
import { RuleTable } from './RuleTable.tsx'
import { Runs } from './Runs.tsx'
import { shownScore } from './words.ts'

type Tab = 'rules' | 'runs' | 'reconciliation'

/** What is expected of the entries and which do not keep it; how that went over time; and whether everything adds up. */
export default function QualityPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const [tab, setTab] = useState<Tab>('rules')
  const [open, setOpen] = useState<{ rule: QualityRuleBody; id: number | undefined }>()
  const [shown, setShown] = useState<QualityRule>()
  const running = useLongCall('quality.run')
  const runs = useCall('quality.runs', { limit: 100 })
  const run = async (): Promise<void> => {
    const result = await running.run({})
    if (result.ok) toast('done', t.done(shownScore(result.value.score, format)))
    else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['quality.runs'] })
  }
  const reset = async (): Promise<void> => {
    const result = await call('quality.resetRules', {})
    if (result.ok) toast('done', t.resetDone)
    else toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['quality.rules'] })
  }
  const last = runs.value?.find(one => one.batch === null && Object.keys(one.filters).length === 0)
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button needs="quality.resetRules" kind="quiet" onClick={() => void reset()}>
            {t.reset}
          </Button>
          <Button
            needs="quality.saveRule"
            icon={<IconPlus aria-hidden />}
            onClick={() => setOpen({ rule: BLANK, id: undefined })}
          >
            {t.add}
          </Button>
          <Button
            needs="quality.run"
            kind="primary"
            icon={<IconPlayerPlay aria-hidden />}
            disabled={running.running}
            onClick={() => void run()}
          >
            {t.run}
          </Button>
        </>
      }
    >
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={(['rules', 'runs', 'reconciliation'] as const).map(id => ({ id, label: t.tabs[id] }))}
      >
        {tab === 'rules' && (
          <RuleTable
            last={last}
            onEdit={({ id, ...rule }) => setOpen({ rule, id })}
            onRows={rule => setShown(rule)}
          />
        )}
        {tab === 'runs' && <Runs runs={runs} />}
        {tab === 'reconciliation' && <Reconciliation />}
      </PageTabs>
      {open && <RuleDialog {...open} onClose={() => setOpen(undefined)} />}
      {shown && <FailingRows rule={shown} onClose={() => setShown(undefined)} />}
      <CallProgress call={running} label={t.run} />
    </Page>
  )
}
