import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { TracedRow } from '../../../../shared/contract/reports-figures.ts'
import { IconButton, useFormat, useMessages } from '../../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './trace.module.css'

/** Where a row stands: file, hash, line, the text there, the import that read it. */
export function RowSource({ row, onClose }: { row: TracedRow; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { file, sha256, line, place, raw, batch, mapping, mappingVersion } = row.source
  return (
    <div className={styles.inspector}>
      <div className={styles.head}>
        <h2>{t.source}</h2>
        <IconButton label={t.close} onClick={onClose}>
          <IconX aria-hidden />
        </IconButton>
      </div>
      <dl className={styles.about}>
        <dt>{t.file}</dt>
        <dd>{file}</dd>
        <dt>{t.lineOf[place]}</dt>
        <dd className="tn">{format.count(line)}</dd>
        <dt>{t.sha}</dt>
        <dd className="mono">{sha256}</dd>
        <dt>{t.batch}</dt>
        <dd className="tn">{format.count(batch)}</dd>
        <dt>{t.mapping}</dt>
        <dd>{t.version(mapping, String(mappingVersion))}</dd>
      </dl>
      {raw === undefined ? (
        <p className="t2">{t.rawGone}</p>
      ) : (
        <pre className={styles.raw} tabIndex={0} role="region" aria-label={t.raw} data-testid="raw">
          {raw}
        </pre>
      )}
      <Link to="/entry/$id" params={{ id: String(row.id) }}>
        {t.openEntry}
      </Link>
    </div>
  )
}
