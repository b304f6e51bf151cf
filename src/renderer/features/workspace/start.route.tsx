import {
  IconArrowRight,
  IconBuildingBank,
  IconFolderOpen,
  IconFileImport,
  IconPlus,
  IconRestore,
  IconWallet,
  type Icon,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { wished } from '../../app/open-workspace.ts'
import { useCall } from '../../app/use-call.ts'
import { Button, ErrorState, useFormat, useMessages, useStore } from '../../ui/index.ts'
import { baseName } from './OpenDialogs.tsx'
import { workspaceMessages } from './messages.ts'
import { restoreMessages } from './restore.messages.ts'
import { SidePanel, type Choice } from './SidePanel.tsx'
import { StartProgress } from './StartProgress.tsx'
import { StartDialogs } from './StartDialogs.tsx'
import { useStart, type Start } from './use-start.ts'
import styles from './start.module.css'

/** First run, and whenever no workspace is open. */
export default function StartPage() {
  const t = useMessages(workspaceMessages)
  const r = useMessages(restoreMessages)
  const start = useStart()
  const { value: about } = useCall('settings.about', {})
  const [choice, setChoice] = useState<Choice>({ baseCurrency: 'GBP', fiscalStartMonth: 4 })
  useEffect(() => {
    document.title = 'Farthing'
  }, [])
  const wish = useStore(wished)
  const { value: status } = useCall('workspace.status', {})
  const locked = status?.locked
  // Once: whoever closes the question wants another workspace.
  useEffect(() => {
    if (locked) start.ask({ what: 'unlock', ...locked })
    // oxlint-disable-next-line react/exhaustive-deps -- `start` is new with every render
  }, [locked?.path])
  useEffect(() => {
    if (!wish) return
    wished.set(undefined)
    if (wish.kind === 'create') start.ask({ what: 'create', files: [] })
    else if (wish.kind === 'unlock') start.ask({ what: 'unlock', path: wish.path, name: baseName(wish.path) })
    else void start.openSample(wish.sample)
  })
  const dialog = start.asking !== undefined
  return (
    <main id="main" tabIndex={-1} className={styles.start}>
      <div className={styles.left}>
        <div className={styles.column}>
          <h1>{t.headline}</h1>
          <DropZone onFiles={files => start.ask({ what: 'create', files })} />
          {!dialog && start.failure && <ErrorState failure={start.failure} />}
          <ul className={styles.options}>
            <Option
              icon={IconWallet}
              title={t.household}
              what={t.householdWhat}
              does={t.open}
              onGo={() => void start.openSample('household')}
            />
            <Option
              icon={IconBuildingBank}
              title={t.company}
              what={t.companyWhat}
              does={t.open}
              onGo={() => void start.openSample('company')}
            />
            <Option
              icon={IconFolderOpen}
              title={t.openWorkspace}
              what={t.openWhat}
              does={t.browse}
              onGo={() => start.ask({ what: 'open' })}
            />
            <Option
              icon={IconPlus}
              title={t.create}
              what={t.createWhat}
              does={t.make}
              onGo={() => start.ask({ what: 'create', files: [] })}
            />
            <Option
              icon={IconRestore}
              title={r.option}
              what={r.optionWhat}
              does={t.browse}
              onGo={() => start.ask({ what: 'restore', damaged: undefined })}
            />
          </ul>
          <Recent start={start} />
        </div>
      </div>
      <SidePanel choice={choice} onChoice={setChoice} />
      <StartDialogs start={start} choice={choice} about={about} />
      {!dialog && <StartProgress start={start} overlay />}
    </main>
  )
}

function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useMessages(workspaceMessages)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null | undefined): void => {
    if (files?.length) onFiles([...files])
  }
  const over = useDrop(take)
  return (
    <section className={styles.drop} data-over={over ? '' : undefined} aria-label={t.drop}>
      <span className={styles.symbol}>
        <IconFileImport stroke={1.6} aria-hidden />
      </span>
      <div className={styles.dropText}>
        <h2>{over ? t.dropNow : t.drop}</h2>
        <p>{t.dropFormats}</p>
      </div>
      <Button kind="primary" size="large" onClick={() => input.current?.click()}>
        {t.chooseFiles}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.chooseFiles}
        accept=".csv,.tsv,.txt,.tab,.gz,text/csv,text/plain,application/gzip"
        onChange={event => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </section>
  )
}

/** Files may be dropped anywhere in the window: a near miss would make the browser open the file in place of the program. */
function useDrop(onDrop: (files: FileList | undefined) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const enter = (event: DragEvent): void => {
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      latest.current(event.dataTransfer?.files)
    }
    window.addEventListener('dragover', enter, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => stop.abort()
  }, [])
  return over
}

interface OptionProps {
  icon: Icon
  title: string
  what: string
  does: string
  onGo: () => void
}

function Option({ icon: Symbol, title, what, does, onGo }: OptionProps) {
  return (
    <li>
      <button type="button" className={styles.option} onClick={onGo}>
        <Symbol stroke={1.6} aria-hidden />
        <span>
          <strong>{title}</strong>
          <small>{what}</small>
        </span>
        <span className={styles.go} aria-hidden>
          {does} <IconArrowRight stroke={1.6} />
        </span>
      </button>
    </li>
  )
}

function Recent({ start }: { start: Start }) {
  const t = useMessages(workspaceMessages)
  const format = useFormat()
  const { value } = useCall('workspace.recent', {})
  if (!value) return null
  return (
    <section className={styles.recent} aria-label={t.recent}>
      <h2>{t.recent}</h2>
      {value.length === 0 && <p className="t3">{t.noRecent}</p>}
      {value.length > 0 && (
        <ul>
          {value.map(item => (
            <li key={item.path}>
              <button
                type="button"
                className={styles.recentItem}
                disabled={!item.exists}
                onClick={() => void start.openPath({ path: item.path }, item.name)}
              >
                <span className="strong ellipsis">{item.name}</span>
                <span className="cap">{item.exists ? t.opened(format.age(item.openedAt)) : t.missing}</span>
                <span className={`${styles.path} cap ellipsis`}>{item.path}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
