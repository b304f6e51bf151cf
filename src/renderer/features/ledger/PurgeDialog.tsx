import { useState } from 'react'
import type { Input } from '../../../shared/contract/index.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import styles from './changes.module.css'

/** What is asked about: which entries, and how many they are. */
export interface Purging {
  entries: Input<'ledger.purge'>['entries']
  count: number
}

/** Asks before entries go for good: nothing brings them back. */
export function PurgeDialog({ purging, onClose }: { purging: Purging | undefined; onClose: () => void }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const [files, setFiles] = useState(false)
  const purge = useLongCall('ledger.purge')
  const close = (): void => {
    purge.cancel()
    setFiles(false)
    onClose()
  }
  const run = async (): Promise<void> => {
    if (!purging) return
    const result = await purge.run({ entries: purging.entries, files })
    if (result.ok) {
      const { entries } = result.value
      toast('done', t.purged(format.count(entries), entries === 1))
    } else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
    close()
  }
  return (
    <Dialog
      title={purging ? t.purgeTitle(format.count(purging.count), purging.count === 1) : ''}
      opened={purging !== undefined}
      onClose={close}
    >
      <p>{t.purgeText}</p>
      <label className={styles.choice}>
        <input type="checkbox" checked={files} onChange={event => setFiles(event.target.checked)} />
        {t.purgeFiles}
      </label>
      <CallProgress call={purge} cancellable={false} overlay={false} label={t.purging} />
      <DialogButtons>
        <Button onClick={close}>{t.cancel}</Button>
        <Button kind="primary" needs="ledger.purge" disabled={purge.running} onClick={() => void run()}>
          {t.purge}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
