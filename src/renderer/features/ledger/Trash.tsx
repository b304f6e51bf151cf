import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../app/client.ts'
import type { useCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import {
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  LinkButton,
  Money,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import { PurgeDialog, type Purging } from './PurgeDialog.tsx'
import styles from './changes.module.css'

/** What was deleted: it comes back, or goes for good. */
export function Trash({ called }: { called: ReturnType<typeof useCall<'ledger.trash'>> }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const tell = useTellChange()
  const [purging, setPurging] = useState<Purging>()
  const { value, failure, retry } = called
  const restore = async (ids: number[]): Promise<void> => {
    tell(await call('ledger.restoreEntries', { ids }), t.restored)
  }
  if (failure) return <ErrorState failure={failure} onRetry={retry} />
  if (!value) return null
  const dialog = <PurgeDialog purging={purging} onClose={() => setPurging(undefined)} />
  if (value.total === 0)
    return (
      <>
        <EmptyState title={t.noTrash}>{t.noTrashText}</EmptyState>
        {dialog}
      </>
    )
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
        {free.length > 1 && ' · '}
        <LinkButton
          needs="ledger.purge"
          onClick={() => setPurging({ entries: { olderThan: 0 }, count: value.total })}
        >
          {t.purgeAll}
        </LinkButton>
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
          {
            id: 'purge',
            head: <span className="visually-hidden">{t.purge}</span>,
            width: 48,
            cell: row => (
              <IconButton
                needs="ledger.purge"
                label={t.purgeOne(row.description || (row.members['payee'] ?? `#${row.id}`))}
                onClick={() => setPurging({ entries: { ids: [row.id] }, count: 1 })}
              >
                <IconTrash aria-hidden />
              </IconButton>
            ),
          },
        ]}
      />
      {dialog}
    </>
  )
}
