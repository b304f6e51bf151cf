import type { Year } from '../../../shared/contract/privacy.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { Button, DataTable, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

/** Fiscal years, and which of them are closed. */
export function Years({ admin }: { admin: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: years } = useCall('privacy.years', {})
  const archiving = useLongCall('privacy.archiveYear')
  if (!years || years.length === 0) return null
  const turn = async ({ year, closedAt }: Year): Promise<void> => {
    const result = await call(closedAt === null ? 'privacy.closeYear' : 'privacy.reopenYear', { year })
    if (!result.ok) toast('error', result.failure.message)
    void queryClient.invalidateQueries()
  }
  const archive = async ({ year }: Year): Promise<void> => {
    const result = await archiving.run({ year })
    if (result.ok) toast('done', t.archived(result.value.path))
    else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['privacy.years'] })
  }
  return (
    <section className={styles.part}>
      <h2>{t.fiscalYears}</h2>
      <p className="t2">{t.yearsHint}</p>
      <DataTable
        caption={t.fiscalYears}
        rows={years}
        rowKey={one => one.year}
        edge={false}
        columns={[
          { id: 'year', head: t.year, cell: one => format.span(one.from, one.to) },
          { id: 'entries', head: t.entries, numeric: true, cell: one => format.count(one.entries) },
          {
            id: 'state',
            head: t.state,
            wrap: true,
            cell: one =>
              one.closedAt === null
                ? t.openYear
                : `${t.closedOn(format.moment(one.closedAt))}${one.unchanged ? '' : ` ${t.yearChanged}`}${one.archive ? ` ${t.archivedOn(format.moment(one.archive.at))}` : ''}`,
          },
          {
            id: 'tools',
            head: <span className="visually-hidden">{t.close}</span>,
            width: 240,
            cell: one =>
              admin && (
                <span className={styles.buttons}>
                  <Button
                    needs={one.closedAt === null ? 'privacy.closeYear' : 'privacy.reopenYear'}
                    onClick={() => void turn(one)}
                  >
                    {one.closedAt === null ? t.close : t.reopen}
                  </Button>
                  {one.closedAt !== null && (
                    <Button
                      needs="privacy.archiveYear"
                      disabled={archiving.running}
                      onClick={() => void archive(one)}
                    >
                      {t.archive}
                    </Button>
                  )}
                </span>
              ),
          },
        ]}
      />
      <CallProgress call={archiving} overlay={false} label={t.archiving} />
    </section>
  )
}
