import type { PreviewFile, PreviewRow } from '../../../shared/contract/import.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Amount } from './Amount.tsx'
import { messages } from './messages.ts'
import { previewDimensions } from './preview-rows.ts'
import tables from './tables.module.css'
import styles from './side-by-side.module.css'

const SHOWN = 8

/** The first rows twice: the file's cells on the left, what becomes of them on the right. */
export function SideBySide({ preview, stale }: { preview: PreviewFile; stale: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const dimensionName = useDimensionName()
  const rows = preview.rows.toSorted((a, b) => a.line - b.line).slice(0, SHOWN)
  const dimensions = previewDimensions(rows, 4)
  // Columns that are left out need not be compared.
  const columns = preview.columns
    .map((column, index) => ({ name: column.name, index }))
    .filter(c => preview.mapping.fields.some(f => f.column === c.index && f.field !== 'ignore'))
  return (
    <section className={`${tables.pair} ${stale ? 'stale' : ''}`} aria-label={t.sideBySide} aria-busy={stale}>
      <div className={styles.half} tabIndex={0} role="region" aria-label={t.source}>
        <table className={tables.columns}>
          <caption>{t.source}</caption>
          <thead>
            <tr>
              <th scope="col">{t.places[preview.mapping.place ?? 'line']}</th>
              {columns.map(c => (
                <th key={c.index} scope="col">
                  {c.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.line}>
                <td className="mono t3">{format.count(row.line)}</td>
                {columns.map(c => (
                  <td key={c.index} className={tables.cellText}>
                    {row.source[c.index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.half} tabIndex={0} role="region" aria-label={t.result}>
        <table className={tables.columns}>
          <caption>{t.result}</caption>
          <thead>
            <tr>
              <th scope="col">{t.outcome}</th>
              <th scope="col">{t.date}</th>
              {dimensions.map(id => (
                <th key={id} scope="col">
                  {dimensionName(id)}
                </th>
              ))}
              <th scope="col">{t.text}</th>
              <th scope="col" className={tables.num}>
                {t.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <ResultRow key={row.line} row={row} dimensions={dimensions} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ResultRow({ row, dimensions }: { row: PreviewRow; dimensions: readonly string[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <tr data-outcome={row.outcome}>
      <td title={row.reason}>{t.outcomes[row.outcome]}</td>
      <td className="nowrap">{row.date ? format.date(row.date) : ''}</td>
      {dimensions.map(id => (
        <td key={id} className={tables.cellText}>
          {row.members[id] ?? ''}
        </td>
      ))}
      <td className={tables.cellText}>{row.description ?? ''}</td>
      <td className={tables.num}>
        <Amount value={row.amount} currency={row.currency ?? ''} />
      </td>
    </tr>
  )
}
