import { useState, type ReactNode } from 'react'
import type { MethodName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/result/failure.ts'
import { Button, Dialog, DialogButtons, toast, useMessages } from '../ui/index.ts'
import { appMessages } from './app.messages.ts'
import { queryClient } from './use-call.ts'
import styles from './save-dialog.module.css'

interface Props {
  title: string
  size?: number
  /** All that is needed is there. */
  complete: boolean
  /** Saves what is in the fields. Where it fails, its sentence stands above the buttons and the dialog stays. */
  save: () => Promise<Result<unknown>>
  /** What is said once it is saved. */
  saved: string
  /** The query that is stale then. */
  stale: MethodName
  needs?: MethodName
  onClose: () => void
  children: ReactNode
}

/** A dialog that makes or changes one thing: its fields, what is wrong, Cancel and Save. Enter saves. */
export function SaveDialog({ title, size, complete, save, saved, stale, needs, onClose, children }: Props) {
  const t = useMessages(appMessages)
  const [problem, setProblem] = useState<string>()
  const submit = async (): Promise<void> => {
    const result = await save()
    if (!result.ok) {
      setProblem(result.failure.message)
      return
    }
    toast('done', saved)
    void queryClient.invalidateQueries({ queryKey: [stale] })
    onClose()
  }
  return (
    <Dialog title={title} opened onClose={onClose} {...(size !== undefined && { size })}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (complete) void submit()
        }}
      >
        {children}
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={!complete} {...(needs && { needs })}>
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
