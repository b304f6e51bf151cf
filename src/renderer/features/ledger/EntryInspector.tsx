import { IconExternalLink, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import { ErrorState, IconButton, Money, useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { splitCode } from './columns.ts'
import { EntryChanges, EntryEditor } from './EntryEditor.tsx'
import { DocumentLines } from './DocumentLines.tsx'
import { messages } from './messages.ts'
import { Origin } from './Origin.tsx'
import styles from './entry.module.css'

/** Members that say nothing new of one entry: the flow and the currency show in the figure. */
const PLAIN = new Set(['currency', 'flow'])

/** The entry beside the table: figure, members, document, origin. The old one stays while the next is read. */
export function EntryInspector({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const { value: entry, failure, stale, retry } = useCall('ledger.entry', { id })
  return (
    <div className={styles.inspector} data-stale={stale ? '' : undefined} aria-busy={stale}>
      <div className={styles.inspectorHead}>
        <h2>{t.entry}</h2>
        <span className="mono t3 ellipsis">{entry?.document || (entry ? `#${entry.id}` : '')}</span>
        <span className={styles.tools}>
          <IconButton
            label={t.openPage}
            shortcut="Enter"
            onClick={() => void navigate({ to: '/entry/$id', params: { id: String(id) } })}
          >
            <IconExternalLink aria-hidden />
          </IconButton>
          <IconButton label={t.closeInspector} shortcut="I" onClick={onClose}>
            <IconX aria-hidden />
          </IconButton>
        </span>
      </div>
      {failure && <ErrorState failure={failure} onRetry={retry} />}
      {entry && (
        <>
          <EntryFigure entry={entry} />
          <EntryEditor
            entry={entry}
            onOpen={other => void navigate({ to: '/entry/$id', params: { id: String(other) } })}
          />
          <EntryMembers entry={entry} />
          <EntryChanges changes={entry.changes} />
          <DocumentLines entry={entry} most={12} />
          <section className={styles.part} aria-label={t.origin}>
            <h2 className={styles.partHead}>{t.origin}</h2>
            <Origin origin={entry.origin} />
            {entry.origin.raw !== undefined && (
              // The line may be longer than the panel: it scrolls in itself, and can be reached by keyboard.
              <pre className={styles.raw} tabIndex={0} role="region" aria-label={t.sourceLine}>
                {entry.origin.raw}
              </pre>
            )}
          </section>
        </>
      )}
    </div>
  )
}

/** The amount and one line that says whose and when. */
export function EntryFigure({ entry }: { entry: EntryDetail }) {
  const t = useMessages(messages)
  const format = useFormat()
  const who = entry.members['payee'] ?? entry.description
  return (
    <div className={styles.figure}>
      <div className={styles.amount}>
        <Money value={entry.amount} currency={entry.currency} symbol />
      </div>
      <p className="t2">
        {who ? `${who}, ` : ''}
        {format.date(entry.date, 'full')}
      </p>
      {entry.currency !== format.currency && (
        <p className="t3">
          {t.inBase}:{' '}
          {entry.baseAmount === null ? (
            t.noRate
          ) : (
            <Money value={entry.baseAmount} currency={format.currency} symbol />
          )}
          {entry.rate && `, ${t.rateText(entry.rate.rate, format.date(entry.rate.day), entry.rate.source)}`}
        </p>
      )}
    </div>
  )
}

/** Dimension by dimension, then period, text and reference. */
export function EntryMembers({ entry }: { entry: EntryDetail }) {
  const t = useMessages(messages)
  const format = useFormat()
  const name = useDimensionName()
  const language = useLanguage()
  const rows = Object.entries(entry.members)
    .filter(([id]) => !PLAIN.has(id))
    .map(([id, label]) => ({
      id,
      name: name(id),
      text: memberName(id, entry.keys[id] ?? label, label, language),
    }))
  const own = [
    { id: 'period', name: t.period, text: format.step(entry.postingPeriod) },
    { id: 'description', name: t.col['description'] ?? '', text: entry.description },
    { id: 'reference', name: t.col['reference'] ?? '', text: entry.reference },
    { id: 'document', name: t.col['document'] ?? '', text: entry.document },
  ].filter(row => row.text !== '')
  return (
    <dl className={styles.members}>
      {[...rows, ...own].map(row => {
        const { code, name: label } = splitCode(row.text, entry.codes?.[row.id])
        return (
          <div key={row.id}>
            <dt>{row.name}</dt>
            <dd>
              {code && <span className="mono">{code}</span>} {label}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
