import { useEffect, useState } from 'react'
import { Button, Dialog, DialogButtons, useMessages } from '../../ui/index.ts'
import { workspaceMessages } from './messages.ts'
import styles from './start.module.css'

interface RecoveryKeyDialogProps {
  recoveryKey: string
  name: string
  onDone: () => void
}

/** Shown once, after making a workspace. Closes only by its own button, and only after the tick. */
export function RecoveryKeyDialog({ recoveryKey, name, onDone }: RecoveryKeyDialogProps) {
  const t = useMessages(workspaceMessages)
  const [kept, setKept] = useState(false)
  const [copied, setCopied] = useState(false)
  // A reload would lose the key: it lies nowhere else.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return (
    <Dialog title={t.recoveryTitle} opened onClose={() => undefined} insistent size={540}>
      <p className="t2">{t.recoveryWhy}</p>
      <p className="strong" style={{ marginTop: 12 }}>
        {name}
      </p>
      <output className={styles.key} aria-label={t.recoveryKey}>
        {recoveryKey}
      </output>
      <div className={styles.tools}>
        <Button onClick={() => void navigator.clipboard.writeText(recoveryKey).then(() => setCopied(true))}>
          {copied ? t.copied : t.copy}
        </Button>
        <Button onClick={() => window.print()}>{t.print}</Button>
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={kept} onChange={event => setKept(event.target.checked)} />
        {t.kept}
      </label>
      <DialogButtons>
        <Button kind="primary" disabled={!kept} onClick={onDone}>
          {t.go}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
