import { useCallback, useEffect, useState } from 'react'
import type { Backup, BackupList } from '../../../shared/contract/backup.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { BackupTable } from '../../app/BackupTable.tsx'
import { call } from '../../app/client.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, ErrorState, LinkButton, CallProgress, PasswordField, TextField, useFormat, useMessages } from '../../ui/index.ts' // prettier-ignore
import { baseName } from './OpenDialogs.tsx'
import { restoreMessages } from './restore.messages.ts'
import type { Start } from './use-start.ts'
import styles from './start.module.css'

interface Props {
  start: Start
  /** The workspace that could not be opened, and why; undefined where somebody looks for backups. */
  damaged: { path: string; why: string } | undefined
  onClose: () => void
}

/** Where the backups are, which one, and to where; then the restored workspace is opened. Nothing that is there is deleted. */
export function RestoreDialog({ start, damaged, onClose }: Props) {
  const t = useMessages(restoreMessages)
  const format = useFormat()
  const [where, setWhere] = useState(damaged?.path ?? '')
  const [found, setFound] = useState<BackupList>()
  const [chosen, setChosen] = useState<Backup>()
  const [failure, setFailure] = useState<Failure>()
  const look = useCallback(async (typed: string) => {
    const path = typed.trim().replace(/^"(.*)"$/, '$1')
    setFailure(undefined)
    const ofWorkspace = await call('backup.list', { workspace: path })
    if (!ofWorkspace.ok) return setFailure(ofWorkspace.failure)
    if (ofWorkspace.value.backups.length > 0) return setFound(ofWorkspace.value)
    const inFolder = await call('backup.list', { folder: path })
    return inFolder.ok ? setFound(inFolder.value) : setFailure(inFolder.failure)
  }, [])
  const path = damaged?.path
  useEffect(() => {
    if (path !== undefined) void look(path)
  }, [path, look])
  return (
    <Dialog title={damaged ? t.damagedTitle : t.title} opened onClose={onClose} size={760}>
      <div className={styles.form}>
        {damaged && (
          <>
            <ErrorState failure={{ message: damaged.why }} title={t.damagedTitle} />
            <p>{t.damaged}</p>
          </>
        )}
        {failure && <ErrorState failure={failure} />}
        {!chosen && (
          <>
            {!damaged && (
              <form
                className={styles.form}
                onSubmit={event => {
                  event.preventDefault()
                  void look(where)
                }}
              >
                <TextField
                  label={t.where}
                  hint={t.whereHint}
                  data-autofocus
                  required
                  maxLength={4096}
                  spellCheck={false}
                  value={where}
                  onChange={event => setWhere(event.target.value)}
                />
                <div>
                  <Button type="submit" disabled={where.trim() === ''}>
                    {t.look}
                  </Button>
                </div>
              </form>
            )}
            {found?.backups.length === 0 && <p role="status">{t.none}</p>}
            {found && found.backups.length > 0 && (
              <BackupTable
                backups={found.backups}
                actions={backup => (
                  <LinkButton
                    aria-label={t.pickOf(format.moment(backup.madeAt))}
                    disabled={!backup.readable || backup.problem !== null}
                    onClick={() => setChosen(backup)}
                  >
                    {t.pick}
                  </LinkButton>
                )}
              />
            )}
            <DialogButtons>
              <Button onClick={onClose}>{t.cancel}</Button>
            </DialogButtons>
          </>
        )}
        {chosen && (
          <Destination
            start={start}
            backup={chosen}
            damaged={damaged?.path}
            onBack={() => setChosen(undefined)}
            onFailure={setFailure}
          />
        )}
      </div>
    </Dialog>
  )
}

interface DestinationProps {
  start: Start
  backup: Backup
  damaged: string | undefined
  onBack: () => void
  onFailure: (failure: Failure | undefined) => void
}

function Destination({ start, backup, damaged, onBack, onFailure }: DestinationProps) {
  const t = useMessages(restoreMessages)
  const format = useFormat()
  const restore = useLongCall('backup.restore')
  const [to, setTo] = useState(damaged ?? '')
  const [asked, setAsked] = useState(false)
  const [password, setPassword] = useState('')
  const go = async (): Promise<void> => {
    onFailure(undefined)
    const target = to.trim()
    const done = await restore.run({
      path: backup.path,
      to: target,
      over: target === damaged,
      ...(asked && { password }),
    })
    if (!done.ok) {
      if (done.failure.details?.['needs'] === 'password') setAsked(true)
      if (done.failure.code !== 'cancelled') onFailure(done.failure)
      return
    }
    start.ask(undefined)
    await start.openPath({ path: done.value.path }, baseName(done.value.path))
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      <BackupTable backups={[backup]} actions={() => null} />
      <TextField
        label={t.to}
        hint={to.trim() === damaged ? t.toHint : t.toNewHint}
        required
        autoFocus
        maxLength={4096}
        spellCheck={false}
        value={to}
        onChange={event => setTo(event.target.value)}
      />
      {asked && (
        <PasswordField
          label={t.password}
          hint={t.passwordHint}
          autoComplete="off"
          autoFocus
          required
          value={password}
          onValue={setPassword}
        />
      )}
      <CallProgress call={restore} overlay={false} flush label={t.restoring} />
      <DialogButtons>
        <Button onClick={onBack}>{t.back}</Button>
        <Button kind="primary" type="submit" disabled={to.trim() === '' || restore.running}>
          {t.restore(format.moment(backup.madeAt))}
        </Button>
      </DialogButtons>
    </form>
  )
}
