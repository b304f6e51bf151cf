import type { Job } from '../../../shared/contract/schedule.ts'
import { useCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  ErrorState,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './schedule.module.css'

/** The files of a watched folder that were looked at, and what became of each. */
export function Files({ job, onClose }: { job: Job; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: files, failure, retry } = useCall('schedule.files', { job: job.id })
  return (
    <Dialog title={t.files(job.name)} opened onClose={onClose} size={760}>
      {failure && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
      {files?.length === 0 && <p>{t.noFiles}</p>}
      {files && files.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.files(job.name)}>
          <DataTable
            caption={t.files(job.name)}
            edge={false}
            rows={files}
            rowKey={file => file.name}
            columns={[
              { id: 'name', head: t.file, wrap: true, cell: file => file.name },
              { id: 'state', head: t.outcome, cell: file => t.states[file.state] },
              { id: 'at', head: t.at, cell: file => format.moment(file.at) },
              {
                id: 'message',
                head: t.message,
                wrap: true,
                cell: file => file.message,
              },
            ]}
          />
        </div>
      )}
      <DialogButtons>
        <Button kind="primary" onClick={onClose}>
          {t.close}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
