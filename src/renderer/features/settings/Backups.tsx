import { useState } from 'react'
import type { Backup } from '../../../shared/contract/backup.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { BackupTable } from '../../app/BackupTable.tsx'
import { call } from '../../app/client.ts'
import { workspaceOpened } from '../../app/open-workspace.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { Button, ErrorState, LinkButton, CallProgress, TextField, toast, useFormat, useHeld, useMessages } from '../../ui/index.ts' // prettier-ignore
import { backupsMessages } from './backups.messages.ts'
import { RestoreChoice } from './RestoreChoice.tsx'
import styles from './settings.module.css'

/** The workspace's backups: made, checked and restored here; where they are kept, and whether they are made by themselves. */
export function Backups({ path, role }: { path: string; role: string | undefined }) {
  const t = useMessages(backupsMessages)
  const format = useFormat()
  const { value: list, failure: unread, retry } = useCall('backup.list', {})
  const make = useLongCall('backup.make')
  const verify = useLongCall('backup.verify')
  const restore = useLongCall('backup.restore')
  const [failure, setFailure] = useState<Failure>()
  const [chosen, setChosen] = useState<Backup>()
  const running = make.running ? make : verify.running ? verify : restore.running ? restore : undefined
  const admin = role === 'admin'
  const again = (): void => void queryClient.invalidateQueries({ queryKey: ['backup.list'] })
  const failed = (reason: Failure): void => {
    if (reason.code !== 'cancelled') setFailure(reason)
  }
  const back = async (backup: Backup, to: string, over: boolean): Promise<void> => {
    setChosen(undefined)
    const done = await restore.run({ path: backup.path, to, over })
    if (!done.ok) return failed(done.failure)
    toast('done', t.restored(done.value.path))
    if (over) workspaceOpened({ open: false })
  }
  if (unread) return <ErrorState failure={unread} onRetry={retry} />
  if (!list) return null
  return (
    <div className={`${styles.form} ${styles.wide}`}>
      {failure && <ErrorState failure={failure} />}
      {list.lastProblem !== null && <ErrorState title={t.problem} failure={{ message: list.lastProblem }} />}
      <BackupTable
        backups={list.backups}
        actions={backup => {
          const when = format.moment(backup.madeAt)
          return (
            <span className={`${styles.buttons} ${styles.inLine}`}>
              <LinkButton
                aria-label={t.checkOf(when)}
                disabled={running !== undefined}
                onClick={() => {
                  setFailure(undefined)
                  void verify.run({ path: backup.path }).then(result => {
                    if (!result.ok) return failed(result.failure)
                    const bad = result.value.checks.find(one => !one.ok)
                    return toast(
                      bad ? 'error' : 'done',
                      bad ? t.unsound(`${bad.check}: ${bad.found}`) : t.sound,
                    )
                  })
                }}
              >
                {t.check}
              </LinkButton>
              {admin && (
                <LinkButton
                  aria-label={t.restoreOf(when)}
                  disabled={running !== undefined || !backup.readable}
                  onClick={() => setChosen(backup)}
                >
                  {t.restore}
                </LinkButton>
              )}
            </span>
          )
        }}
      />
      {list.synced && <p className="t3">{t.synced}</p>}
      <div>
        <Button
          needs="backup.make"
          disabled={running !== undefined}
          onClick={() => {
            setFailure(undefined)
            void make.run({}).then(result => {
              if (result.ok) toast('done', t.done)
              else failed(result.failure)
              again()
            })
          }}
        >
          {t.make}
        </Button>
      </div>
      <Place key={list.folder} list={list} onFailure={setFailure} onSaved={again} />
      <CallProgress
        call={running}
        overlay={false}
        label={make.running ? t.making : verify.running ? t.checking : t.restoring}
      />
      {chosen && (
        <RestoreChoice
          workspace={path}
          onClose={() => setChosen(undefined)}
          onGo={(to, over) => void back(chosen, to, over)}
        />
      )}
    </div>
  )
}

function Place({
  list,
  onFailure,
  onSaved,
}: {
  list: { folder: string; automatic: boolean }
  onFailure: (failure: Failure | undefined) => void
  onSaved: () => void
}) {
  const t = useMessages(backupsMessages)
  const held = useHeld()
  const [folder, setFolder] = useState(list.folder)
  const configure = async (changes: { folder?: string | null; automatic?: boolean }): Promise<void> => {
    const result = await call('backup.configure', changes)
    onFailure(result.ok ? undefined : result.failure)
    if (result.ok) toast('done', t.saved)
    onSaved()
  }
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          {...held('backup.configure')}
          checked={list.automatic}
          onChange={event => void configure({ automatic: event.target.checked })}
        />
        {t.automatic}
      </label>
      <TextField
        label={t.folder}
        hint={t.folderHint}
        maxLength={4096}
        spellCheck={false}
        needs="backup.configure"
        value={folder}
        onChange={event => setFolder(event.target.value)}
      />
      <div>
        <Button
          needs="backup.configure"
          disabled={folder === list.folder}
          onClick={() => void configure({ folder: folder.trim() === '' ? null : folder.trim() })}
        >
          {t.save}
        </Button>
      </div>
    </>
  )
}
