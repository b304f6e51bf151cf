import { useLongCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'

/** After a person was erased: the backups made before still have the name, and a new one can take their place. */
export function OldBackups({ count, onClose }: { count: number; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const renew = useLongCall('backup.renew')
  const replace = async (): Promise<void> => {
    const result = await renew.run({})
    if (!result.ok)
      return void (result.failure.code !== 'cancelled' && toast('error', result.failure.message))
    toast('done', t.backupsReplaced(format.count(result.value.removed)))
    onClose()
  }
  return (
    <Dialog title={t.oldBackups} opened={count > 0} onClose={onClose}>
      <p>{t.oldBackupsText(format.count(count))}</p>
      <CallProgress call={renew} overlay={false} label={t.replacing} />
      <DialogButtons>
        <Button onClick={onClose}>{t.keepBackups}</Button>
        <Button kind="danger" needs="backup.renew" disabled={renew.running} onClick={() => void replace()}>
          {t.replaceBackups}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
