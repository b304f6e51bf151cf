import { IconDownload, IconFileImport, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { RuleBody } from '../../../shared/contract/rules.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import { Button, Page, CallProgress, PageTabs, toast, useFormat, useMessages } from '../../ui/index.ts'
import { Categories } from './Categories.tsx'
import { messages } from './messages.ts'
import { RecurringList } from './RecurringList.tsx'
import { BLANK, RuleDialog } from './RuleDialog.tsx'
import { RuleList } from './RuleList.tsx'
import { saveJson } from './save-json.ts'
import { Suggestions } from './Suggestions.tsx'
import { Transfers } from './Transfers.tsx'

type Tab = 'rules' | 'suggestions' | 'transfers' | 'recurring' | 'categories'

/** Rules and what else puts entries in order: suggestions, transfers, recurring items, categories. */
export default function RulesPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const tell = useTellChange()
  const [tab, setTab] = useState<Tab>('rules')
  const [open, setOpen] = useState<{ rule: RuleBody; id: number | undefined }>()
  const running = useLongCall('rules.apply')
  const rules = useCall('rules.list', {})
  const input = useRef<HTMLInputElement>(null)
  const run = async (): Promise<void> => {
    const result = await running.run({})
    tell(
      result.ok
        ? { ok: true, value: { change: result.value.change, entries: result.value.changed } }
        : result,
      t.ran,
    )
  }
  const save = async (): Promise<void> => {
    const result = await call('rules.export', {})
    if (result.ok) saveJson(`${JSON.stringify(result.value, null, 2)}\n`, 'rules.json')
    else toast('error', result.failure.message)
  }
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const result = await call('rules.import', { json: await file.text() })
    if (result.ok) toast('done', t.imported(format.count(result.value.added)))
    else toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['rules.list'] })
  }
  const none = (rules.value?.length ?? 0) === 0
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button
            needs="rules.import"
            kind="quiet"
            icon={<IconFileImport aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {t.importJson}
          </Button>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            hidden
            aria-hidden
            tabIndex={-1}
            data-testid="rules-file"
            onChange={event => {
              void load(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <Button
            kind="quiet"
            icon={<IconDownload aria-hidden />}
            disabled={none}
            onClick={() => void save()}
          >
            {t.exportJson}
          </Button>
          <Button
            needs="rules.apply"
            icon={<IconPlayerPlay aria-hidden />}
            disabled={none || running.running}
            onClick={() => void run()}
          >
            {t.runAll}
          </Button>
          <Button
            needs="rules.save"
            kind="primary"
            icon={<IconPlus aria-hidden />}
            onClick={() => setOpen({ rule: BLANK, id: undefined })}
          >
            {t.add}
          </Button>
        </>
      }
    >
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={(['rules', 'suggestions', 'transfers', 'recurring', 'categories'] as const).map(id => ({
          id,
          label: t.tabs[id],
        }))}
      >
        {tab === 'rules' && (
          <RuleList
            onEdit={({ id, position: _position, ...rule }) => setOpen({ rule, id })}
            onAdd={() => setOpen({ rule: BLANK, id: undefined })}
          />
        )}
        {tab === 'suggestions' && <Suggestions onEdit={rule => setOpen({ rule, id: undefined })} />}
        {tab === 'transfers' && <Transfers />}
        {tab === 'recurring' && <RecurringList />}
        {tab === 'categories' && <Categories />}
      </PageTabs>
      {open && <RuleDialog {...open} onClose={() => setOpen(undefined)} />}
      <CallProgress call={running} label={t.runAll} />
    </Page>
  )
}
