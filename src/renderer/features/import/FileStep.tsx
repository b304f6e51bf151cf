import { IconFileImport, IconX } from '@tabler/icons-react'
import { DropArea } from '../../app/DropArea.tsx'
import { Button, ErrorState, IconButton, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { UseWizard } from './use-wizard.ts'
import type { WizardFile } from './wizard.ts'
import styles from './file-step.module.css'

// What a file is, is judged by its content: the names only keep a picker's list short.
const ACCEPT =
  '.csv,.tsv,.txt,.tab,.xlsx,.xlsm,.ofx,.qfx,.qif,.sta,.mt940,.mt942,.940,.942,.xml,.camt,.journal,.ledger,.hledger,.beancount,.bean,.dat,.zip,.gz,text/csv,text/plain,text/tab-separated-values'

/** Choose or drop files; they are then taken one after another. */
export function FileStep({ wizard }: { wizard: UseWizard }) {
  const t = useMessages(messages)
  const { files } = wizard.state
  return (
    <div className={styles.fileStep}>
      <DropArea
        className={styles.drop}
        testId="file-input"
        accept={ACCEPT}
        multiple
        needs="import.preview"
        onFiles={chosen => void wizard.pick(chosen)}
      >
        {choose => (
          <>
            <IconFileImport size={28} stroke={1.4} aria-hidden />
            <h2>{t.drop}</h2>
            <p>{t.dropText}</p>
            <Button needs="import.preview" kind="primary" size="large" onClick={choose}>
              {t.choose}
            </Button>
          </>
        )}
      </DropArea>
      {files.length > 0 && (
        <section className={styles.queue} aria-label={t.files}>
          <h2>{t.files}</h2>
          <ul>
            {files.map((file, index) => (
              <QueueItem key={file.picked.token} file={file} index={index} wizard={wizard} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function QueueItem({ file, index, wizard }: { file: WizardFile; index: number; wizard: UseWizard }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { picked, phase } = file
  const words: Record<WizardFile['phase'], string> = {
    waiting: t.waiting,
    stopped: t.waiting,
    reading: t.reading,
    ready: t.ready,
    loading: t.loading,
    loaded: file.batch?.undone ? t.undone : t.loaded,
    failed: t.failed,
  }
  const busy = phase === 'reading' || phase === 'loading'
  return (
    <li className={styles.queued}>
      <div className={styles.queuedLine}>
        <span className="ellipsis" title={picked.name}>
          {picked.name}
        </span>
        <span className="cap tn">
          {picked.bytes < 1e6
            ? t.sizeSmall(format.number(Math.max(0.1, picked.bytes / 1e3), 1))
            : t.size(format.number(picked.bytes / 1e6, 1))}
        </span>
        <span className={styles.phase} data-phase={phase}>
          {words[phase]}
        </span>
        {(phase === 'stopped' || phase === 'failed') && (
          <Button needs="import.preview" onClick={() => void wizard.read(index)}>
            {t.read}
          </Button>
        )}
        {(phase === 'ready' || phase === 'loaded') && (
          <Button onClick={() => wizard.dispatch({ kind: 'chose', index })}>{t.open}</Button>
        )}
        <IconButton
          label={t.remove(picked.name)}
          disabled={busy}
          onClick={() => wizard.dispatch({ kind: 'removed', index })}
        >
          <IconX aria-hidden />
        </IconButton>
      </div>
      {file.failure && phase === 'failed' && <ErrorState failure={file.failure} title={t.failedRead} />}
    </li>
  )
}
