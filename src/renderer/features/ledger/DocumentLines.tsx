import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { EntryDetail, EntryRow } from '../../../shared/contract/ledger.ts'
import { Money, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './entry.module.css'

/** What a line of a document is called: its account, else what there is. */
export const lineName = (row: EntryRow): string =>
  [row.codes?.['account'], row.members['account']].filter(Boolean).join(' ') ||
  row.members['account'] ||
  row.members['category'] ||
  row.members['payee'] ||
  row.description

/** The lines of the entry's document, itself among them, and whether they sum to nil. */
export function DocumentLines({ entry, most }: { entry: EntryDetail; most: number }) {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const lines: EntryRow[] = [entry, ...entry.siblings]
  const shown = lines.slice(0, most)
  const balance = entry.documentBalance
  return (
    <section className={styles.part} aria-label={t.documentLines}>
      <h2 className={styles.partHead}>
        {balance === null ? t.documentLines : balance === 0 ? t.documentBalances : t.documentOff}
        {balance !== null && (
          <span className={balance === 0 ? styles.balanced : styles.unbalanced}>
            {balance === 0 ? (
              <IconCheck size={14} aria-hidden />
            ) : (
              <IconAlertTriangle size={14} aria-hidden />
            )}
            <Money value={balance} currency={entry.currency} />
          </span>
        )}
      </h2>
      {entry.document === '' ? (
        <p className="t2">{t.noDocument}</p>
      ) : entry.siblings.length === 0 ? (
        <p className="t2">{t.alone}</p>
      ) : (
        <ul className={styles.lines}>
          {shown.map(line => (
            <li key={line.id}>
              <button
                type="button"
                className={styles.line}
                aria-current={line.id === entry.id || undefined}
                onClick={() => void navigate({ to: '/entry/$id', params: { id: String(line.id) } })}
              >
                <span className="ellipsis">{lineName(line)}</span>
                <Money value={line.amount} currency={line.currency} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown.length && (
        <p className="cap">
          {t.others(format.count(lines.length - shown.length), lines.length - shown.length === 1)}
        </p>
      )}
      {entry.siblings.length >= 200 && <p className="cap">{t.documentMore}</p>}
    </section>
  )
}
