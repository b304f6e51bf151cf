import { useState } from 'react'
import type { Failure, Result } from '../../../shared/result/failure.ts'
import { queryClient, useLongCall } from '../../app/use-call.ts'
import { Button, ErrorState, CallProgress, TextField, toast, useFormat, useMessages } from '../../ui/index.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'

const MEGABYTE = 1_000_000

/** Copies the workspace's file, moves it, or writes it anew without gaps. A path is typed: a browser has no dialog for it. */
export function FileActions({ path }: { path: string }) {
  const t = useMessages(settingsMessages)
  const format = useFormat()
  const [place, setPlace] = useState(path)
  const [failure, setFailure] = useState<Failure>()
  const duplicate = useLongCall('workspace.duplicate')
  const move = useLongCall('workspace.move')
  const compact = useLongCall('workspace.compact')
  const running = [duplicate, move, compact].find(each => each.running)
  const run = async <T,>(call: () => Promise<Result<T>>, said: (value: T) => string): Promise<void> => {
    setFailure(undefined)
    const result = await call()
    if (!result.ok) return setFailure(result.failure)
    toast('done', said(result.value))
    await queryClient.invalidateQueries({ queryKey: ['workspace.status'] })
  }
  const elsewhere = place.trim() !== '' && place.trim() !== path
  return (
    <div className={styles.form}>
      {failure && failure.code !== 'cancelled' && <ErrorState failure={failure} />}
      <TextField
        label={t.newPlace}
        hint={t.newPlaceHint}
        maxLength={4096}
        needs="workspace.move"
        value={place}
        onChange={event => setPlace(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button
          needs="workspace.duplicate"
          disabled={!elsewhere || running !== undefined}
          onClick={() =>
            void run(
              () => duplicate.run({ path: place.trim() }),
              value => t.duplicated(value.path),
            )
          }
        >
          {t.duplicate}
        </Button>
        <Button
          needs="workspace.move"
          disabled={!elsewhere || running !== undefined}
          onClick={() =>
            void run(
              () => move.run({ path: place.trim() }),
              status => t.moved(status.path ?? ''),
            )
          }
        >
          {t.move}
        </Button>
        <Button
          needs="workspace.compact"
          disabled={running !== undefined}
          onClick={() =>
            void run(
              () => compact.run({}),
              ({ bytesBefore, bytesAfter }) =>
                t.compacted(
                  format.count(Math.round(bytesBefore / MEGABYTE)),
                  format.count(Math.round(bytesAfter / MEGABYTE)),
                ),
            )
          }
        >
          {t.compactFile}
        </Button>
      </div>
      <CallProgress call={running} cancellable={false} overlay={false} label={t.rewriting} />
    </div>
  )
}
