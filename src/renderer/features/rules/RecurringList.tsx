import { useNavigate } from '@tanstack/react-router'
import type { Recurring } from '../../../shared/contract/rules.ts'
import { serialiseFilters } from '../../app/filters.ts'
import { useCall } from '../../app/use-call.ts'
import { DataTable, EmptyState, ErrorState, Money, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './rules.module.css'

const PER_YEAR = { week: 52, fortnight: 26, month: 12, quarter: 4, 'half-year': 2, year: 1 } as const

/** What comes at regular times: when it is next due, what it costs, what was missed and what became dearer. */
export function RecurringList() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const { value, failure, retry } = useCall('rules.recurring', {})
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  if (value.length === 0) return <EmptyState title={t.noRecurring}>{t.noRecurringText}</EmptyState>
  const money = (one: Recurring, amount: number): string => format.money(amount, { currency: one.currency })
  const remarks = (one: Recurring): string =>
    [
      ...(one.fixed ? [] : [t.spread(money(one, one.least), money(one, one.greatest))]),
      ...one.changes
        .slice(-1)
        .map(change => t.changed(format.date(change.date), money(one, change.from), money(one, change.to))),
      ...(one.missed.length > 0 ? [t.missed(format.count(one.missed.length), one.missed.length === 1)] : []),
    ].join('; ')
  return (
    <>
      <p className={styles.lead}>{t.recurringLead}</p>
      <DataTable
        caption={t.tabs.recurring}
        rows={value}
        rowKey={one => `${one.payee} ${one.account} ${one.entries[0] ?? ''}`}
        kind={one => (one.status === 'ended' ? 'quiet' : undefined)}
        onOpen={one =>
          void navigate({
            to: '/ledger',
            search: serialiseFilters({
              filters: { members: { payee: [one.payee], account: [one.account] } },
              comparison: undefined,
              path: [],
            }) as never,
          })
        }
        columns={[
          { id: 'payee', head: t.payee, wrap: true, cell: one => one.payee, sortBy: one => one.payee },
          { id: 'account', head: t.account, wrap: true, cell: one => one.account },
          { id: 'every', head: t.every, width: 96, cell: one => t.everyNames[one.every] ?? one.every },
          {
            id: 'last',
            head: t.last,
            width: 104,
            cell: one => format.date(one.last),
            sortBy: one => one.last,
          },
          {
            id: 'next',
            head: t.next,
            width: 104,
            cell: one => (one.status === 'ended' ? '' : format.date(one.next)),
            sortBy: one => one.next,
          },
          { id: 'status', head: t.status, width: 88, cell: one => t.statuses[one.status] ?? one.status },
          {
            id: 'amount',
            head: t.usual,
            numeric: true,
            width: 116,
            cell: one => <Money value={one.amount} currency={one.currency} symbol />,
            sortBy: one => one.amount,
          },
          {
            id: 'year',
            head: t.perYear,
            numeric: true,
            width: 116,
            cell: one => <Money value={one.amount * PER_YEAR[one.every]} currency={one.currency} />,
            sortBy: one => one.amount * PER_YEAR[one.every],
          },
          { id: 'remarks', head: t.remarks, wrap: true, cell: remarks },
        ]}
      />
    </>
  )
}
