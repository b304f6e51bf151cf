import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { DataTable, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './entry.module.css'

/** The line as it stands in the file, and its cells under the names that the file gives them. */
export function SourceLine({ entry }: { entry: EntryDetail }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { origin } = entry
  const cells = origin.cells.map((value, at) => ({ at, name: origin.header[at] ?? '', value }))
  return (
    <section className={styles.part}>
      <h2 className={styles.partHead}>
        {t.sourceLine}
        <span className={styles.where}>
          {t.fileLine(origin.file, format.count(origin.line), origin.place)}
        </span>
      </h2>
      {origin.raw === undefined ? (
        <p className="t2">{t.rawGone}</p>
      ) : (
        <pre
          className={styles.raw}
          tabIndex={0}
          role="region"
          aria-label={t.sourceLine}
          data-testid="source-line"
        >
          {origin.raw}
        </pre>
      )}
      {cells.length > 0 && (
        <DataTable
          caption={t.cells}
          edge={false}
          rows={cells}
          rowKey={cell => cell.at}
          columns={[
            {
              id: 'column',
              head: t.cellColumn,
              cell: cell => <span className="t2">{cell.name}</span>,
              width: 240,
            },
            { id: 'value', head: t.cellValue, cell: cell => cell.value, wrap: true },
          ]}
        />
      )}
    </section>
  )
}
