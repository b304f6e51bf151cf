import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { headerName, memberName, useDimensionName } from '../../app/dimensions.ts'
import { DataTable, Money, useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { howRead } from './how-read.ts'
import { messages } from './messages.ts'
import { originsOf, type FieldOrigin } from './origins.ts'
import styles from './entry.module.css'

/** Each field with its value, the column of the file that it came from, and how it was read. */
export function FieldOrigins({ entry }: { entry: EntryDetail }) {
  const t = useMessages(messages)
  const dimensionName = useDimensionName()
  const language = useLanguage()
  const format = useFormat()
  const fields = originsOf(entry)
  if (fields.length === 0) return null
  const name = ({ field, header }: FieldOrigin): string => {
    if (header) return headerName(header)
    const dimension = field.replace(/\.code$/, '')
    const own = t.col[field] ?? t.fieldNames[field]
    return own ?? (dimension === field ? dimensionName(field) : t.codeOf(dimensionName(dimension)))
  }
  const value = ({ field, figure, value: text }: FieldOrigin) => {
    if (figure === 'amount') return <Money value={entry.amount} currency={entry.currency} symbol />
    if (figure === 'date') return format.date(entry.date, 'full')
    if (figure === 'period') return format.step(entry.postingPeriod)
    return field === 'flow' ? memberName('flow', entry.keys['flow'] ?? text, text, language) : text
  }
  return (
    <section className={styles.part} aria-label={t.fields}>
      <h2 className={styles.partHead}>{t.fields}</h2>
      <DataTable
        caption={t.fields}
        edge={false}
        rows={fields}
        rowKey={(row, at) => `${row.field}-${at}`}
        columns={[
          { id: 'field', head: t.field, cell: name, width: 160 },
          { id: 'value', head: t.value, cell: value, wrap: true },
          {
            id: 'column',
            head: t.fromColumn,
            cell: row => <span className="t2">{row.column}</span>,
            wrap: true,
          },
          {
            id: 'how',
            head: t.transformation,
            cell: row => (
              <span className="t2">
                {row.transformation === undefined ? t.given : howRead(row.transformation, language)}
              </span>
            ),
            wrap: true,
          },
        ]}
      />
    </section>
  )
}
