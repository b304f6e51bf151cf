import { IconCopy } from '@tabler/icons-react'
import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { useFilters } from '../../app/use-filters.ts'
import { IconButton, LinkButton, useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { howRead } from './how-read.ts'
import { messages } from './messages.ts'
import styles from './entry.module.css'

/** Where an entry came from: file and line, hash, mapping, batch. From the file down to the ledger. */
export function Origin({ origin, whole }: { origin: EntryDetail['origin']; whole?: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { openRows } = useFilters()
  return (
    <ol className={styles.trail}>
      <li>
        <span className={styles.file}>
          {t.fileLine(origin.file, format.count(origin.line), origin.place)}
        </span>
        <div className={styles.hash}>
          <span className="mono t3" title={origin.sha256}>
            {t.sha} {whole ? origin.sha256 : `${origin.sha256.slice(0, 8)}…${origin.sha256.slice(-8)}`}
          </span>
          <IconButton label={t.copySha} onClick={() => void navigator.clipboard?.writeText(origin.sha256)}>
            <IconCopy aria-hidden />
          </IconButton>
        </div>
      </li>
      {origin.source && <DatabaseOrigin source={origin.source} />}
      {origin.warehouse && (
        <li className="mono">{t.inWarehouse(origin.warehouse.table, String(origin.warehouse.row))}</li>
      )}
      {origin.mapping !== '' && (
        <li>
          {t.mapping(origin.mapping, String(origin.mappingVersion))}
          {!whole && <AmountRule origin={origin} />}
        </li>
      )}
      <li>
        {t.batch(String(origin.batch), format.moment(origin.loadedAt))}
        <div>
          <LinkButton onClick={() => openRows({ batches: [origin.batch] })}>{t.openBatch}</LinkButton>
        </div>
      </li>
    </ol>
  )
}

/** Of entries that were read of a database: by which connection, what was asked, from which watermark on, and what tells rows apart. */
function DatabaseOrigin({ source }: { source: NonNullable<EntryDetail['origin']['source']> }) {
  const t = useMessages(messages)
  const { connection, place, statement, watermark, since, until, key } = source
  return (
    <li>
      {t.database(connection, place)}
      <div className={`mono t3 ${styles.asked}`}>{t.statement(statement)}</div>
      {watermark !== '' && <div className="t3">{t.watermark(watermark, since, until)}</div>}
      {key.length > 0 && <div className="t3">{t.rowKey(key.join(', '))}</div>}
    </li>
  )
}

// What a reader doubts first is how the amount and its sign were made; the entry's page shows the rest.
function AmountRule({ origin }: { origin: EntryDetail['origin'] }) {
  const language = useLanguage()
  const rule = origin.lineage.find(l => l.field === 'amount' || l.field === 'debit')
  return rule ? (
    <div className="t3">
      {rule.column}: {howRead(rule.transformation, language)}
    </div>
  ) : null
}
