import { useState } from 'react'
import { Button, Dialog, DialogButtons, TextField, useMessages } from '../../ui/index.ts'
import { backupsMessages } from './backups.messages.ts'
import styles from './settings.module.css'

interface Props {
  workspace: string
  onClose: () => void
  onGo: (to: string, over: boolean) => void
}

/** Over the open workspace, or to a new place: nothing is ever deleted by either. */
export function RestoreChoice({ workspace, onClose, onGo }: Props) {
  const t = useMessages(backupsMessages)
  const [over, setOver] = useState(false)
  const [to, setTo] = useState(workspace.replace(/(\.farthing)?$/, ' (restored)$1'))
  return (
    <Dialog title={t.restoreTitle} opened onClose={onClose} size={520}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          onGo(over ? workspace : to.trim(), over)
        }}
      >
        <label className={styles.check}>
          <input type="radio" name="where" checked={!over} onChange={() => setOver(false)} />
          {t.restoreNew}
        </label>
        {!over && (
          <TextField
            label={t.newPlace}
            maxLength={4096}
            spellCheck={false}
            required
            value={to}
            onChange={event => setTo(event.target.value)}
          />
        )}
        <label className={styles.check}>
          <input type="radio" name="where" checked={over} onChange={() => setOver(true)} />
          {t.restoreOver}
        </label>
        {over && <p className="t3">{t.restoreOverHint}</p>}
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind={over ? 'danger' : 'primary'} type="submit">
            {t.go}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
