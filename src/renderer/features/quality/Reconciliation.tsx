import { useCall } from '../../app/use-call.ts'
import { Button, DataTable, EmptyState, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { Decimal } from './Decimal.tsx'
import { messages } from './messages.ts'
import styles from './quality.module.css'

/** Files, rows, entries, columns, bank balances and documents held against each other. */
export function Reconciliation() {
  const t = useMessages(messages)
  const format = useFormat()
  const { value, failure, loading, stale, retry } = useCall('quality.reconcile', {})
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (loading || !value) return <p className={styles.lead}>{t.checking}</p>
  if (value.batches.length === 0) return <EmptyState title={t.noImports}>{t.noImportsText}</EmptyState>
  const { documents } = value
  const state = (agrees: boolean) => (
    <span className={agrees ? undefined : styles.bad}>{agrees ? t.ok : t.bad}</span>
  )
  return (
    <div className={stale ? 'stale' : undefined}>
      <section className={styles.verdict} aria-live="polite">
        <h2 className={value.agrees ? undefined : styles.bad}>{value.agrees ? t.agrees : t.disagrees}</h2>
        {value.disagreements.length === 0 ? (
          <p>{t.agreesText(format.count(value.batches.length), value.batches.length)}</p>
        ) : (
          <ul>
            {value.disagreements.slice(0, 50).map(one => (
              <li key={one.statement}>
                <span className="cap">{t.severities[one.severity]}</span> {one.statement}
              </li>
            ))}
          </ul>
        )}
        <Button onClick={retry}>{t.reconcile}</Button>
      </section>
      <h2 className={styles.heading}>{t.batches}</h2>
      <DataTable
        caption={t.batches}
        rows={value.batches}
        rowKey={batch => batch.batch}
        kind={batch => (batch.undone ? 'quiet' : undefined)}
        columns={[
          {
            id: 'file',
            head: t.columns.file,
            text: true,
            width: '26%',
            cell: batch => (batch.undone ? `${batch.file} (${t.undone})` : batch.file),
          },
          { id: 'read', head: t.read, numeric: true, cell: batch => format.count(batch.counts.read) },
          { id: 'loaded', head: t.loaded, numeric: true, cell: batch => format.count(batch.counts.loaded) },
          {
            id: 'duplicate',
            head: t.duplicate,
            numeric: true,
            cell: batch => format.count(batch.counts.duplicate),
          },
          {
            id: 'rejected',
            head: t.rejected,
            numeric: true,
            cell: batch => format.count(batch.counts.rejected),
          },
          {
            id: 'ignored',
            head: t.ignored,
            numeric: true,
            cell: batch => format.count(batch.counts.ignored),
          },
          {
            id: 'sum',
            head: t.sum,
            numeric: true,
            cell: batch =>
              Object.entries(batch.loadedSums).map(([currency, sum]) => (
                <div key={currency}>
                  <Decimal value={sum} currency={currency} />
                </div>
              )),
          },
          {
            id: 'stated',
            head: t.stated,
            numeric: true,
            cell: batch => format.count(batch.controls.length),
          },
          { id: 'state', head: t.state, cell: batch => state(batch.agrees) },
        ]}
      />
      {value.balances.length > 0 && (
        <>
          <h2 className={styles.heading}>{t.balances}</h2>
          <DataTable
            caption={t.balances}
            rows={value.balances}
            rowKey={(_, i) => i}
            columns={[
              { id: 'account', head: t.columns.account, text: true, cell: row => row.account },
              { id: 'date', head: t.columns.date, cell: row => format.date(row.date) },
              ...(['carried', 'movements'] as const).map(id => ({
                id,
                head: t[id],
                numeric: true,
                cell: (row: (typeof value.balances)[number]) => (
                  <Decimal value={row[id]} currency={row.currency} />
                ),
              })),
              {
                id: 'stated',
                head: t.statedBalance,
                numeric: true,
                cell: row => <Decimal value={row.stated} currency={row.currency} />,
              },
              { id: 'state', head: t.state, cell: row => state(row.agrees) },
            ]}
          />
        </>
      )}
      {documents.checked > 0 && (
        <>
          <h2 className={styles.heading}>{t.documents}</h2>
          {documents.unbalanced === 0 && (
            <p className={styles.lead}>{t.documentsNone(format.count(documents.checked))}</p>
          )}
          {documents.oneSided && (
            <p className={styles.lead}>
              {t.oneSided(format.count(documents.unbalanced), format.count(documents.checked))}
            </p>
          )}
          {documents.unbalanced > 0 && !documents.oneSided && (
            <DataTable
              caption={t.documents}
              rows={documents.rows}
              rowKey={(_, i) => i}
              columns={[
                { id: 'document', head: t.columns.document, mono: true, cell: row => row.document },
                { id: 'company', head: t.company, cell: row => row.company },
                { id: 'date', head: t.columns.date, cell: row => format.span(row.from, row.to) },
                { id: 'entries', head: t.entries, numeric: true, cell: row => format.count(row.entries) },
                {
                  id: 'difference',
                  head: t.difference,
                  numeric: true,
                  cell: row => <Decimal value={row.difference} currency={row.currency} />,
                },
              ]}
            />
          )}
        </>
      )}
    </div>
  )
}
