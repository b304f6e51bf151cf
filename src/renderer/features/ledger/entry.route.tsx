import { IconArrowLeft } from '@tabler/icons-react'
import { useParams, useRouter } from '@tanstack/react-router'
import { useCall } from '../../app/use-call.ts'
import { Button, ErrorState, Page, useKeys, useMessages } from '../../ui/index.ts'
import { DocumentLines } from './DocumentLines.tsx'
import { EntryChanges, EntryEditor } from './EntryEditor.tsx'
import { EntryFigure, EntryMembers } from './EntryInspector.tsx'
import { FieldOrigins } from './FieldOrigins.tsx'
import { messages } from './messages.ts'
import { Origin } from './Origin.tsx'
import { SourceLine } from './SourceLine.tsx'
import styles from './entry.module.css'

/** An entry's page: what it is, the line of the file it stands on, and how each of its fields was made of that line. */
export default function EntryPage() {
  const t = useMessages(messages)
  const router = useRouter()
  const { id } = useParams({ strict: false }) as { id?: string }
  const number = Number(id)
  const valid = Number.isSafeInteger(number) && number > 0
  const { value: entry, failure, stale, retry } = useCall('ledger.entry', { id: number }, { enabled: valid })
  const back = (): void => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: '/ledger' })
  }
  useKeys({ Escape: back })
  const missing = !valid || failure?.code === 'not-found'
  return (
    <Page
      title={t.entryOf(id ?? '')}
      subtitle={entry && !missing ? <span className="mono">{entry.document}</span> : undefined}
      actions={
        <Button kind="quiet" icon={<IconArrowLeft aria-hidden />} onClick={back}>
          {t.backToLedger}
        </Button>
      }
    >
      {missing && <ErrorState failure={failure ?? { message: t.noEntry }} title={t.noEntry} />}
      {failure && !missing && <ErrorState failure={failure} onRetry={retry} />}
      {entry && !missing && (
        <div className={styles.page} data-stale={stale ? '' : undefined} aria-busy={stale}>
          <div className={styles.main}>
            <EntryFigure entry={entry} />
            <SourceLine entry={entry} />
            <FieldOrigins entry={entry} />
          </div>
          <div className={styles.side}>
            <EntryEditor
              entry={entry}
              onOpen={other => void router.navigate({ to: '/entry/$id', params: { id: String(other) } })}
            />
            <EntryMembers entry={entry} />
            <EntryChanges changes={entry.changes} />
            <DocumentLines entry={entry} most={200} />
            <section className={styles.part} aria-label={t.origin}>
              <h2 className={styles.partHead}>{t.origin}</h2>
              <Origin origin={entry.origin} whole />
            </section>
          </div>
        </div>
      )}
    </Page>
  )
}
