import { useState } from 'react'
import { useCall } from '../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorState,
  LinkButton,
  TextField,
  useMessages,
} from '../../ui/index.ts'
import { workspaceMessages } from './messages.ts'
import { StartProgress } from './StartProgress.tsx'
import type { Start } from './use-start.ts'
import styles from './start.module.css'

/** Asks for a workspace's path: a browser cannot hand over a file's place, and Electron has its own dialog in the File menu. */
export function OpenDialog({
  start,
  folder,
  onClose,
}: {
  start: Start
  folder: string
  onClose: () => void
}) {
  const t = useMessages(workspaceMessages)
  const { value: recent } = useCall('workspace.recent', {})
  const [path, setPath] = useState('')
  const clean = path.trim().replace(/^"(.*)"$/, '$1')
  return (
    <Dialog title={t.openTitle} opened onClose={onClose} size={560}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (clean) void start.openPath({ path: clean }, baseName(clean))
        }}
      >
        {start.failure && <ErrorState failure={start.failure} />}
        <TextField
          label={t.path}
          hint={t.pathHint(folder)}
          data-autofocus
          required
          maxLength={4096}
          spellCheck={false}
          list="recent-workspaces"
          value={path}
          onChange={e => setPath(e.target.value)}
        />
        <datalist id="recent-workspaces">
          {recent
            ?.filter(r => r.exists)
            .map(r => (
              <option key={r.path} value={r.path} label={r.name} />
            ))}
        </datalist>
        <StartProgress start={start} />
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={!clean || start.running !== undefined}>
            {t.open}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

interface UnlockDialogProps {
  start: Start
  path: string
  name: string
  wrong: string | undefined
  /** More than one person opens it: the name is asked for, too. */
  users: boolean
  onClose: () => void
}

/** The password, or the recovery key, of a workspace whose key is not in the keychain. */
export function UnlockDialog({ start, path, name, wrong, users, onClose }: UnlockDialogProps) {
  const t = useMessages(workspaceMessages)
  const [secret, setSecret] = useState('')
  const [recovery, setRecovery] = useState(false)
  const [user, setUser] = useState('')
  return (
    <Dialog title={t.unlockTitle(name)} opened onClose={onClose} size={440}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (secret)
            void start.openPath(
              {
                path,
                ...(recovery ? { recoveryKey: secret.trim() } : { password: secret }),
                ...(!recovery && user.trim() && { user: user.trim() }),
              },
              name,
            )
        }}
      >
        {start.failure && <ErrorState failure={start.failure} />}
        {users && !recovery && (
          <TextField
            label={t.userName}
            autoComplete="username"
            maxLength={80}
            value={user}
            onChange={e => setUser(e.target.value)}
          />
        )}
        <TextField
          key={recovery ? 'key' : 'password'}
          label={recovery ? t.recoveryKey : t.password}
          type={recovery ? 'text' : 'password'}
          autoComplete={recovery ? 'off' : 'current-password'}
          spellCheck={false}
          maxLength={recovery ? 200 : 1024}
          data-autofocus
          autoFocus
          error={wrong}
          value={secret}
          onChange={e => setSecret(e.target.value)}
        />
        <div>
          <LinkButton
            onClick={() => {
              setRecovery(!recovery)
              setSecret('')
            }}
          >
            {recovery ? t.usePassword : t.useRecovery}
          </LinkButton>
        </div>
        <StartProgress start={start} />
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={!secret || start.running !== undefined}>
            {t.unlock}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** A workspace's name as far as its path tells. */
export function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.farthing$/, '')
}
