import { useState } from 'react'
import { useCall } from '../../app/use-call.ts'
import type { UseFilters } from '../../app/use-filters.ts'
import { DataTable, ErrorState, Money, Select, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './anomalies.module.css'

const PERCENTS = [10, 20, 30, 50, 100, 200]

/** Members whose month differs from the one before; each opens the entries of that month. */
export function Months({ address }: { address: UseFilters }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [percent, setPercent] = useState(30)
  const { value, failure, stale, retry } = useCall('anomalies.monthly', {
    filters: address.filters,
    percent,
    limit: 200,
  })
  const shown = (ratio: number): string => format.percent(ratio / 100, { digits: 0 })
  return (
    <div className={styles.months}>
      <div className={styles.bar}>
        <label className={styles.choice}>
          <span>{t.least}</span>
          <Select
            framed
            value={String(percent)}
            onChange={event => setPercent(Number(event.target.value))}
            options={PERCENTS.map(one => ({ value: String(one), label: shown(one) }))}
          />
        </label>
        {value && value.found > 0 && (
          <span className="cap">{t.monthsNote(value.found, format.count(value.found), shown(percent))}</span>
        )}
      </div>
      {failure && <ErrorState failure={failure} onRetry={retry} />}
      {value && value.found === 0 && <p className={styles.note}>{t.noMonths}</p>}
      {value && value.found > 0 && (
        <div
          className={`${styles.scroll} ${stale ? 'stale' : ''}`}
          role="region"
          aria-label={t.monthsTab}
          tabIndex={0}
        >
          <DataTable
            caption={t.monthsTab}
            rows={value.findings}
            rowKey={row => row.id}
            onOpen={row => row.filters && address.openRows(row.filters)}
            columns={[
              {
                id: 'label',
                head: t.why,
                text: true,
                width: '38%',
                cell: row => `${row.label}: ${t.kinds[row.kind]}`,
              },
              { id: 'month', head: t.month, cell: row => format.step(row.month), sortBy: row => row.month },
              { id: 'before', head: t.before, numeric: true, cell: row => <Money value={row.before} /> },
              { id: 'after', head: t.after, numeric: true, cell: row => <Money value={row.after} /> },
              {
                id: 'change',
                head: t.change,
                numeric: true,
                cell: row => <Money value={row.change} sign="change" />,
                sortBy: row => row.change,
              },
              {
                id: 'percent',
                head: '%',
                numeric: true,
                cell: row =>
                  row.percent === null
                    ? '–'
                    : format.percent(row.percent / 100, { sign: 'change', digits: 0 }),
              },
            ]}
          />
        </div>
      )}
    </div>
  )
}
