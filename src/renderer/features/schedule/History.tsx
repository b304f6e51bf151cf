import { useCall } from '../../app/use-call.ts'
import { DataTable, EmptyState, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './schedule.module.css'

/** What ran, newest first, with its outcome and its sentence. */
export function History() {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: runs, failure, retry } = useCall('schedule.runs', { limit: 200 })
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!runs) return null
  if (runs.length === 0) return <EmptyState title={t.noHistory}>{t.noHistoryText}</EmptyState>
  return (
    <DataTable
      caption={t.tabs.history}
      rows={runs}
      rowKey={run => run.id}
      columns={[
        { id: 'at', head: t.at, cell: run => format.moment(run.startedAt), sortBy: run => run.startedAt },
        { id: 'job', head: t.job, wrap: true, cell: run => run.name },
        { id: 'cause', head: t.cause, cell: run => t.causes[run.cause] },
        {
          id: 'outcome',
          head: t.outcome,
          cell: run => (
            <span className={run.outcome === 'failed' ? styles.bad : undefined}>
              {t.outcomes[run.outcome]}
            </span>
          ),
        },
        {
          id: 'counts',
          head: t.counts,
          wrap: true,
          cell: run =>
            Object.entries(run.counts)
              .filter(([, count]) => count > 0)
              .map(([name, count]) => `${format.count(count)} ${t.countNames[name] ?? name}`)
              .join(', '),
        },
        {
          id: 'message',
          head: t.message,
          wrap: true,
          cell: run =>
            run.message + (run.nextTryAt === null ? '' : ` ${t.tryAgain(format.moment(run.nextTryAt))}`),
        },
      ]}
    />
  )
}
