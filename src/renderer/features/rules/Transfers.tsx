import type { Transfer } from '../../../shared/contract/rules.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  LinkButton,
  Money,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './rules.module.css'

/** As many as a person looks through; the rest comes once these are done. */
const SHOWN = 200

/** Entries that may be one transfer: those that need a look first. */
export function Transfers() {
  const t = useMessages(messages)
  const format = useFormat()
  const tell = useTellChange()
  const { value, failure, retry } = useCall('rules.transfers', {})
  const pair = async (transfers: readonly Transfer[]): Promise<void> => {
    const pairs = transfers.map(one => ({ out: one.out.id, in: one.in.id }))
    tell(await call('rules.pairTransfers', { pairs }), t.paired)
  }
  const refuse = async (one: Transfer): Promise<void> => {
    const result = await call('rules.refuseTransfer', { out: one.out.id, in: one.in.id })
    if (!result.ok) toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['rules.transfers'] })
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  const sure = value.found.filter(one => one.sure)
  return (
    <>
      <p className={styles.lead}>
        {t.transfersLead(format.count(value.paired))}{' '}
        {sure.length > 0 && (
          <Button needs="rules.pairTransfers" onClick={() => void pair(sure)}>
            {t.pairSure(format.count(sure.length))}
          </Button>
        )}
      </p>
      {value.found.length === 0 ? (
        <EmptyState title={t.noTransfers}>{t.noTransfersText}</EmptyState>
      ) : (
        <DataTable
          caption={t.tabs.transfers}
          rows={value.found.slice(0, SHOWN)}
          rowKey={one => one.out.id}
          columns={[
            { id: 'date', head: t.date, width: 104, cell: one => format.date(one.out.date) },
            { id: 'from', head: t.from, text: true, cell: one => one.out.members['account'] ?? '' },
            { id: 'to', head: t.to, text: true, cell: one => one.in.members['account'] ?? '' },
            {
              id: 'amount',
              head: t.amount,
              numeric: true,
              width: 120,
              cell: one => <Money value={one.in.amount} currency={one.in.currency} symbol />,
            },
            {
              id: 'why',
              head: t.why,
              wrap: true,
              cell: one => (
                <>
                  <b className="strong">{one.sure ? t.sure : t.ask}</b>:{' '}
                  {one.why.map(why => t.whys[why] ?? why).join(', ')}, {t.days(one.days)}
                </>
              ),
            },
            {
              id: 'pair',
              head: <span className="visually-hidden">{t.pair}</span>,
              width: 190,
              cell: one => (
                <span className={styles.links}>
                  <LinkButton needs="rules.pairTransfers" onClick={() => void pair([one])}>
                    {t.pair}
                  </LinkButton>
                  <LinkButton needs="rules.refuseTransfer" onClick={() => void refuse(one)}>
                    {t.refuse}
                  </LinkButton>
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
