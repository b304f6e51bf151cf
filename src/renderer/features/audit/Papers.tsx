import { useNavigate } from '@tanstack/react-router'
import type { WorkpaperHead } from '../../../shared/data/workpaper.ts'
import { useCall } from '../../app/use-call.ts'
import { DataTable, EmptyState, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { useWords } from './use-words.ts'
import styles from './audit.module.css'

/** Workpapers, the newest first. */
export function Papers() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const { value: papers, failure, retry } = useCall('audit.runs', {})
  const words = useWords(papers?.[0]?.currency ?? format.currency)
  if (failure) return <ErrorState title={t.failed} failure={failure} onRetry={retry} />
  if (!papers) return null
  if (papers.length === 0) return <EmptyState title={t.noPapers}>{t.noPapersText}</EmptyState>
  const state = (one: WorkpaperHead): string =>
    one.signedAt !== null ? t.signed : one.reopened ? t.reopened : t.isOpen
  return (
    <div className={styles.scroll} role="region" aria-label={t.papersTab} tabIndex={0}>
      <DataTable
        caption={t.papersTab}
        rows={papers}
        rowKey={one => one.id}
        onOpen={one => void navigate({ to: '/audit/$run', params: { run: String(one.id) } })}
        columns={[
          {
            id: 'id',
            head: t.number,
            numeric: true,
            width: 60,
            cell: one => String(one.id),
            sortBy: one => one.id,
          },
          { id: 'test', head: t.test, cell: one => t.names[one.test], sortBy: one => t.names[one.test] },
          { id: 'title', head: t.titleField, text: true, cell: one => one.title },
          { id: 'state', head: t.status, cell: state, sortBy: state },
          {
            id: 'rows',
            head: t.rows,
            numeric: true,
            cell: one => format.count(one.rows),
            sortBy: one => one.rows,
          },
          { id: 'sum', head: t.sum, numeric: true, cell: one => words.money(one.sum) },
          {
            id: 'found',
            head: t.found,
            numeric: true,
            cell: one => format.count(one.found),
            sortBy: one => one.found,
          },
          {
            id: 'open',
            head: t.open,
            numeric: true,
            cell: one => format.count(one.open),
            sortBy: one => one.open,
          },
          {
            id: 'made',
            head: t.made,
            cell: one => format.moment(one.createdAt),
            sortBy: one => one.createdAt,
          },
        ]}
      />
    </div>
  )
}
