import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { DataTable, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './entry.module.css'

/** Each field with its value, the column of the file that it came from, and how it was read. */
export function FieldOrigins({ entry }: { entry: EntryDetail }) {
  const t = useMessages(messages)
  const dimensionName = useDimensionName()
  const values = new Map(entry.fields.map(field => [field.field, field]))
  const fields = [
    ...entry.origin.lineage.map(lineage => ({ ...lineage, known: values.get(lineage.field) })),
    ...entry.fields
      .filter(field => !entry.origin.lineage.some(lineage => lineage.field === field.field))
      .map(field => ({ field: field.field, column: '', transformation: t.given, known: field })),
  ]
  if (fields.length === 0) return null
  const name = (field: string): string => t.col[field] ?? dimensionName(field)
  return (
    <section className={styles.part} aria-label={t.fields}>
      <h2 className={styles.partHead}>{t.fields}</h2>
      <DataTable
        caption={t.fields}
        edge={false}
        rows={fields}
        rowKey={(row, at) => `${row.field}-${at}`}
        columns={[
          { id: 'field', head: t.field, cell: row => row.known?.label || name(row.field), width: 160 },
          { id: 'value', head: t.value, cell: row => row.known?.value ?? '', wrap: true },
          {
            id: 'column',
            head: t.fromColumn,
            cell: row => <span className="t2">{row.column}</span>,
            wrap: true,
          },
          {
            id: 'how',
            head: t.transformation,
            cell: row => <span className="t2">{row.transformation}</span>,
            wrap: true,
          },
        ]}
      />
    </section>
  )
}
