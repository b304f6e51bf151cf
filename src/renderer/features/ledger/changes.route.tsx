import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/use-call.ts'
import { historyMessages } from '../../app/history.messages.ts'
import { useChangeText, useHistory } from '../../app/use-history.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageTabs,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import { Trash } from './Trash.tsx'
import styles from './changes.module.css'

const STEPS = 200

/** What was done to the ledger, with undo and redo; and what was deleted. */
export default function ChangesPage() {
  const t = useMessages(editMessages)
  const words = useMessages(historyMessages)
  const say = useChangeText()
  const { undo, redo } = useHistory()
  const [tab, setTab] = useState<'history' | 'trash'>('history')
  const history = useCall('ledger.history', { limit: STEPS })
  const trash = useCall('ledger.trash', { limit: 500 })
  const { value } = history
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button
            needs="ledger.undo"
            icon={<IconArrowBackUp aria-hidden />}
            disabled={!value?.undo}
            title={value?.undo ? say(value.undo) : undefined}
            onClick={() => void undo()}
          >
            {words.undo}
          </Button>
          <Button
            needs="ledger.redo"
            icon={<IconArrowForwardUp aria-hidden />}
            disabled={!value?.redo}
            title={value?.redo ? say(value.redo) : undefined}
            onClick={() => void redo()}
          >
            {words.redo}
          </Button>
        </>
      }
    >
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'history', label: t.history, ...(value && { count: value.total }) },
          { id: 'trash', label: t.trash, ...(trash.value && { count: trash.value.total }) },
        ]}
      >
        {tab === 'history' ? <History called={history} /> : <Trash called={trash} />}
      </PageTabs>
    </Page>
  )
}

function History({ called }: { called: ReturnType<typeof useCall<'ledger.history'>> }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const say = useChangeText()
  const { value, failure, retry } = called
  if (failure) return <ErrorState failure={failure} onRetry={retry} />
  if (!value) return null
  if (value.total === 0) return <EmptyState title={t.noHistory}>{t.noHistoryText}</EmptyState>
  return (
    <>
      <p className={styles.lead}>
        {t.historyText}
        {value.total > value.changes.length &&
          ` ${t.more(format.count(value.changes.length), format.count(value.total))}`}
      </p>
      <DataTable
        caption={t.history}
        rows={value.changes}
        rowKey={change => change.id}
        kind={change => (change.state === 'done' ? undefined : 'quiet')}
        columns={[
          { id: 'when', head: t.when, cell: change => format.moment(change.at), width: 170 },
          { id: 'what', head: t.what, wrap: true, cell: say },
          { id: 'state', head: t.state, cell: change => t.states[change.state], wrap: true, width: 260 },
        ]}
      />
    </>
  )
}
