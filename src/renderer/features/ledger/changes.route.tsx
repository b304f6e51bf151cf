import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../app/client.ts'
import { useCall } from '../../app/use-call.ts'
import { historyMessages } from '../../app/history.messages.ts'
import { useChangeText, useHistory, useTellChange } from '../../app/use-history.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  LinkButton,
  Money,
  Page,
  Tabs,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
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
      <div className={styles.tabs}>
        <Tabs
          label={t.title}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'history', label: t.history, ...(value && { count: value.total }) },
            { id: 'trash', label: t.trash, ...(trash.value && { count: trash.value.total }) },
          ]}
        >
          {tab === 'history' ? <History called={history} /> : <Trash called={trash} />}
        </Tabs>
      </div>
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
          { id: 'state', head: t.state, cell: change => t.states[change.state], width: 260 },
        ]}
      />
    </>
  )
}

function Trash({ called }: { called: ReturnType<typeof useCall<'ledger.trash'>> }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const tell = useTellChange()
  const { value, failure, retry } = called
  const restore = async (ids: number[]): Promise<void> => {
    tell(await call('ledger.restoreEntries', { ids }), t.restored)
  }
  if (failure) return <ErrorState failure={failure} onRetry={retry} />
  if (!value) return null
  if (value.total === 0) return <EmptyState title={t.noTrash}>{t.noTrashText}</EmptyState>
  const free = value.rows.filter(row => !row.batchUndone).map(row => row.id)
  return (
    <>
      <p className={styles.lead}>
        {t.noTrashText}{' '}
        {value.total > value.rows.length &&
          t.more(format.count(value.rows.length), format.count(value.total))}{' '}
        {free.length > 1 && (
          <LinkButton needs="ledger.restoreEntries" onClick={() => void restore(free)}>
            {t.restoreAll}
          </LinkButton>
        )}
      </p>
      <DataTable
        caption={t.trash}
        rows={value.rows}
        rowKey={row => row.id}
        columns={[
          { id: 'deleted', head: t.deletedAt, cell: row => format.moment(row.deletedAt), width: 170 },
          { id: 'posted', head: t.posted, cell: row => format.date(row.date), width: 110 },
          { id: 'payee', head: t.payee, text: true, cell: row => row.members['payee'] ?? row.description },
          { id: 'category', head: t.category, text: true, cell: row => row.members['category'] ?? '' },
          {
            id: 'amount',
            head: t.amount,
            numeric: true,
            cell: row => <Money value={row.amount} currency={row.currency} symbol />,
            width: 130,
          },
          {
            id: 'restore',
            head: <span className="visually-hidden">{t.restore}</span>,
            width: 150,
            cell: row =>
              row.batchUndone ? (
                <span className="t3">{t.importUndone}</span>
              ) : (
                <LinkButton needs="ledger.restoreEntries" onClick={() => void restore([row.id])}>
                  {t.restore}
                </LinkButton>
              ),
          },
        ]}
      />
    </>
  )
}
