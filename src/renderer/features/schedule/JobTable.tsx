import { IconFiles, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import type { Job, JobBody } from '../../../shared/contract/schedule.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  toast,
  useFormat,
  useMessages,
  toolsColumn,
  switchColumn,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { taskText, timesText } from './times.ts'
import styles from './schedule.module.css'

interface Props {
  busy: boolean
  onAdd: () => void
  onRun: (job: Job) => void
  onFiles: (job: Job) => void
  onEdit: (job: Job) => void
}

/** The jobs with their times in words, the next one and how the last went. */
export function JobTable({ busy, onAdd, onRun, onFiles, onEdit }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: jobs, failure, retry } = useCall('schedule.list', {})
  const again = (): void => void queryClient.invalidateQueries({ queryKey: ['schedule.list'] })
  const turn = async (job: Job, active: boolean): Promise<void> => {
    const body: JobBody = { name: job.name, task: job.task, cron: job.cron, active }
    const result = await call('schedule.save', { id: job.id, job: body })
    if (!result.ok) toast('error', result.failure.message)
    again()
  }
  const remove = async (job: Job): Promise<void> => {
    const result = await call('schedule.remove', { id: job.id })
    if (result.ok) toast('done', t.removed)
    else toast('error', result.failure.message)
    again()
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!jobs) return null
  if (jobs.length === 0)
    return (
      <EmptyState
        title={t.none}
        action={
          <Button needs="schedule.save" onClick={onAdd}>
            {t.add}
          </Button>
        }
      >
        {t.noneText}
      </EmptyState>
    )
  return (
    <>
      <p className={styles.lead}>{t.lead}</p>
      <DataTable
        caption={t.tabs.jobs}
        rows={jobs}
        rowKey={job => job.id}
        kind={job => (job.active ? undefined : 'quiet')}
        columns={[
          switchColumn<Job>({
            head: t.active,
            needs: 'schedule.save',
            name: job => job.name,
            on: job => job.active,
            onTurn: (job, on) => void turn(job, on),
          }),
          { id: 'name', head: t.name, wrap: true, cell: job => job.name },
          {
            id: 'task',
            head: t.task,
            wrap: true,
            cell: job => taskText(job.task, t),
          },
          { id: 'when', head: t.when, wrap: true, cell: job => timesText(job.cron, t) },
          { id: 'next', head: t.next, cell: job => (job.next === null ? '' : format.moment(job.next)) },
          {
            id: 'last',
            head: t.last,
            wrap: true,
            cell: job =>
              job.last === null ? (
                t.never
              ) : (
                <span className={job.last.outcome === 'failed' ? styles.bad : undefined}>
                  {t.outcomes[job.last.outcome]}, {format.age(job.last.startedAt)}
                </span>
              ),
          },
          toolsColumn<Job>(t.tools, 4, job => (
            <>
              <IconButton
                needs="schedule.run"
                label={t.runNow(job.name)}
                disabled={busy}
                onClick={() => onRun(job)}
              >
                <IconPlayerPlay aria-hidden />
              </IconButton>
              {job.task.kind === 'import' && (
                <IconButton label={t.files(job.name)} onClick={() => onFiles(job)}>
                  <IconFiles aria-hidden />
                </IconButton>
              )}
              <IconButton needs="schedule.save" label={t.edit(job.name)} onClick={() => onEdit(job)}>
                <IconPencil aria-hidden />
              </IconButton>
              <IconButton needs="schedule.remove" label={t.remove(job.name)} onClick={() => void remove(job)}>
                <IconTrash aria-hidden />
              </IconButton>
            </>
          )),
        ]}
      />
    </>
  )
}
