import type { Year } from '../../../shared/contract/privacy.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { Button, DataTable, toast, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

/** Fiscal years, and which of them are closed. */
export function Years({ admin }: { admin: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: years } = useCall('privacy.years', {})
  if (!years || years.length === 0) return null
  const turn = async ({ year, closedAt }: Year): Promise<void> => {
    const result = await call(closedAt === null ? 'privacy.closeYear' : 'privacy.reopenYear', { year })
    if (!result.ok) toast('error', result.failure.message)
    void queryClient.invalidateQueries()
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
                : `${t.closedOn(format.moment(one.closedAt))}${one.unchanged ? '' : ` ${t.yearChanged}`}`,
          },
          {
            id: 'tools',
            head: <span className="visually-hidden">{t.close}</span>,
            width: 120,
            cell: one =>
              admin && (
                <Button
                  needs={one.closedAt === null ? 'privacy.closeYear' : 'privacy.reopenYear'}
                  onClick={() => void turn(one)}
                >
                  {one.closedAt === null ? t.close : t.reopen}
                </Button>
              ),
          },
        ]}
      />
    </section>
  )
}
