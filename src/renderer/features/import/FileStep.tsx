import { IconFileImport, IconX } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { Button, ErrorState, IconButton, useFormat, useMay, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { UseWizard } from './use-wizard.ts'
import type { WizardFile } from './wizard.ts'
import styles from './file-step.module.css'

// What a file is, is judged by its content: the names only keep a picker's list short.
const ACCEPT =
  '.csv,.tsv,.txt,.tab,.xlsx,.xlsm,.ofx,.qfx,.qif,.sta,.mt940,.mt942,.940,.942,.xml,.camt,.journal,.ledger,.hledger,.beancount,.bean,.dat,.zip,.gz,text/csv,text/plain,text/tab-separated-values'

/** Choose or drop files; they are then taken one after another. */
export function FileStep({ wizard }: { wizard: UseWizard }) {
  const may = useMay('import.preview')
  const t = useMessages(messages)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (may && event.dataTransfer.files.length > 0) void wizard.pick(event.dataTransfer.files)
  }
  const { files } = wizard.state
  return (
    <div className={styles.fileStep}>
      <div
        className={styles.drop}
        data-over={over ? '' : undefined}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileImport size={28} stroke={1.4} aria-hidden />
        <h2>{t.drop}</h2>
        <p>{t.dropText}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-testid="file-input"
          accept={ACCEPT}
          onChange={event => {
            const chosen = event.target.files
            if (chosen && chosen.length > 0) void wizard.pick(Array.from(chosen))
            // The same file chosen again must fire again.
            event.target.value = ''
          }}
        />
        <Button needs="import.preview" kind="primary" size="large" onClick={() => input.current?.click()}>
          {t.choose}
        </Button>
      </div>
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
