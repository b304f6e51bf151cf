import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { QualityRule } from '../../../shared/contract/quality.ts'
import { useCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  ErrorState,
  Money,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { useRuleName } from './use-rule-name.ts'
import styles from './quality.module.css'

const STEP = 100

/** The entries that break a rule now; a row opens its entry, and where filters can say it, all of them open in the ledger. */
export function FailingRows({ rule, onClose }: { rule: QualityRule; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useRuleName()
  const navigate = useNavigate()
  const { openRows } = useFilters()
  const [limit, setLimit] = useState(STEP)
  const { id: _id, ...body } = rule
  const { value, failure, retry } = useCall('quality.check', { rule: body, limit })
  const exact = value?.result.filters
  return (
    <Dialog title={t.rowsOf(nameOf(rule))} opened onClose={onClose} size={960}>
      {failure && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
      {!value && !failure && <p>{t.checking}</p>}
      {value && value.total === 0 && <p>{t.noRows}</p>}
      {value && value.total > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.rows}>
          <DataTable
            caption={t.rowsOf(nameOf(rule))}
            edge={false}
            rows={value.rows}
            rowKey={row => row.id}
            onOpen={row =>
              void navigate({ to: '/entry/$id' as never, params: { id: String(row.id) } as never })
            }
            columns={[
              { id: 'date', head: t.columns.date, cell: row => format.date(row.date) },
              { id: 'payee', head: t.columns.payee, text: true, cell: row => row.payee },
              { id: 'account', head: t.columns.account, text: true, cell: row => row.account },
              { id: 'text', head: t.columns.text, text: true, cell: row => row.description },
              { id: 'document', head: t.columns.document, mono: true, cell: row => row.document },
              {
                id: 'amount',
                head: t.columns.amount,
                numeric: true,
                cell: row => <Money value={row.amount} currency={row.currency} symbol />,
              },
              ...(value.rows.some(row => row.value !== '')
                ? [
                    {
                      id: 'found',
                      head: t.columns.found,
                      mono: true,
                      cell: (row: (typeof value.rows)[number]) => row.value,
                    },
                  ]
                : []),
              { id: 'file', head: t.columns.file, text: true, cell: row => `${row.file}:${row.line}` },
            ]}
          />
        </div>
      )}
      {value && value.total > 0 && (
        <p className="t2">{t.shown(format.count(value.rows.length), format.count(value.total))}</p>
      )}
      <DialogButtons>
        {value && value.total > value.rows.length && limit < 1000 && (
          <Button onClick={() => setLimit(now => Math.min(1000, now + STEP))}>{t.more}</Button>
        )}
        {exact && <Button onClick={() => openRows(exact)}>{t.openLedger}</Button>}
        <Button kind="primary" onClick={onClose}>
          {t.close}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
