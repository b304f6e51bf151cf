import type { ReactNode } from 'react'
import type { PickedFile } from '../../../shared/contract/import.ts'
import type { MethodName } from '../../../shared/contract/index.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorState,
  CallProgress,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { FilePick } from './FilePick.tsx'
import { messages } from './messages.ts'
import styles from './reference.module.css'

interface Work {
  running: boolean
  progress: Progress | undefined
  startedAt: number
  cancel: () => void
}

interface Props {
  title: string
  accept: string
  /** What files are taken. */
  text: string
  picked: PickedFile | undefined
  onPick: (file: PickedFile) => void
  problem: string | undefined
  /** The call that is running, to be watched and cancelled. */
  work: Work
  working: string
  needs: MethodName
  /** What was found in the file, once it was read: then it can be imported. */
  children: ReactNode
  ready: boolean
  onImport: () => void
  onClose: () => void
}

/** A file of reference data: chosen, looked at, then imported. */
export function ImportDialog(props: Props) {
  const { title, accept, text, picked, onPick, problem, work, working, needs, children } = props
  const t = useMessages(messages)
  return (
    <Dialog title={title} opened onClose={props.onClose} size={640}>
      <div className={styles.form}>
        <FilePick accept={accept} onPick={onPick}>
          {text}
        </FilePick>
        {picked && (
          <p className={styles.file}>
            {t.file}: <span className="strong">{picked.name}</span>
          </p>
        )}
        {problem && <ErrorState failure={{ message: problem }} />}
        {children}
        <CallProgress call={work} flush label={working} />
      </div>
      <DialogButtons>
        <Button onClick={props.onClose}>{t.cancel}</Button>
        <Button kind="primary" needs={needs} disabled={!props.ready || work.running} onClick={props.onImport}>
          {t.import}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Lines that were not taken, the first of them with their reason. */
export function Problems({
  problems,
}: {
  problems: readonly { line: number; column?: string; message: string }[]
}) {
  const t = useMessages(messages)
  const format = useFormat()
  if (problems.length === 0) return null
  return (
    <details className={styles.problems}>
      <summary>{t.problems(format.count(problems.length), problems.length === 1)}</summary>
      <ul>
        {problems.slice(0, 50).map((one, i) => (
          <li key={i}>{t.problem(format.count(one.line), one.column ?? '', one.message)}</li>
        ))}
      </ul>
    </details>
  )
}
