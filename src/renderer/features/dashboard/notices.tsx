import { IconAlertTriangle } from '@tabler/icons-react'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import { useCall } from '../../app/use-call.ts'
import { LinkButton, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Dashboard } from './use-dashboard.ts'
import styles from './dashboard.module.css'

/** Entries without a rate to the base currency stand in no total: said before the totals are read. */
export function Unconverted({ overview, dashboard }: { overview: Overview; dashboard: Dashboard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { filters } = dashboard
  const foreign = {
    ...filters,
    notMembers: {
      ...filters.notMembers,
      currency: [...(filters.notMembers?.['currency'] ?? []), overview.currency],
    },
  }
  const { value } = useCall(
    'explore.query',
    {
      query: {
        measures: [{ op: 'count' }, { op: 'sum' }],
        filters: foreign,
        groupBy: [{ dimension: 'currency' }],
      },
    },
    { enabled: overview.unconverted > 0 },
  )
  if (overview.unconverted === 0) return null
  const currencies = (value?.rows ?? []).filter(row => row[2] === null).map(row => String(row[0]))
  return (
    <div className={styles.notice} role="status">
      <IconAlertTriangle stroke={1.6} aria-hidden />
      <span>
        {t.unconverted(
          overview.unconverted,
          format.count(overview.unconverted),
          currencies.join(', '),
          overview.currency,
        )}
      </span>
      <LinkButton
        onClick={() =>
          dashboard.open(
            currencies.length > 0
              ? { ...filters, members: { ...filters.members, currency: currencies } }
              : foreign,
          )
        }
      >
        {t.showThem}
      </LinkButton>
    </div>
  )
}
