import { useState } from 'react'
import { JOB_KINDS, type JobBody, type JobTask } from '../../../shared/contract/schedule.ts'
import { call } from '../../app/client.ts'
import { useCall } from '../../app/use-call.ts'
import { SaveDialog } from '../../app/SaveDialog.tsx'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { ReportTaskFields } from './ReportTaskFields.tsx'
import { cronOf, OFTENS, timesOf, type Often } from './times.ts'
import styles from './schedule.module.css'

export const BLANK: JobBody = {
  name: '',
  task: { kind: 'import', folder: '', endings: [] },
  cron: '0 * * * *',
  active: true,
}

/** Makes or changes a job. */
export function JobDialog({
  job,
  id,
  onClose,
}: {
  job: JobBody
  id: number | undefined
  onClose: () => void
}) {
  const t = useMessages(messages)
  const [draft, setDraft] = useState<JobBody>(job)
  const [often, setOften] = useState<Often>(timesOf(job.cron).often)
  const [endings, setEndings] = useState(job.task.kind === 'import' ? job.task.endings.join(', ') : '')
  const put = (part: Partial<JobBody>): void => setDraft(now => ({ ...now, ...part }))
  const { time } = timesOf(draft.cron)
  const task: JobTask =
    draft.task.kind === 'import'
      ? {
          ...draft.task,
          folder: draft.task.folder.trim(),
          endings: endings
            .split(/[\s,;]+/)
            .map(one => one.replace(/^\*?\./, '').toLowerCase())
            .filter(one => one !== ''),
        }
      : draft.task
  const { value: queries } = useCall('connections.queries', {})
  const name = draft.name.trim() || t.tasks[task.kind]
  const complete =
    task.kind === 'import'
      ? task.folder !== ''
      : task.kind === 'report'
        ? task.folder !== '' && task.report > 0
        : task.kind === 'quality' || task.query > 0
  const save = () => call('schedule.save', { ...(id !== undefined && { id }), job: { ...draft, name, task } })
  return (
    <SaveDialog
      title={id === undefined ? t.newTitle : t.editTitle}
      size={600}
      complete={complete}
      save={save}
      saved={t.saved}
      stale="schedule.list"
      onClose={onClose}
    >
      <TextField
        label={t.name}
        value={draft.name}
        placeholder={name}
        maxLength={200}
        onChange={event => put({ name: event.target.value })}
      />
      <SelectField
        label={t.task}
        value={draft.task.kind}
        options={JOB_KINDS.map(value => ({ value, label: t.tasks[value] }))}
        onChange={event => put({ task: blankTask(event.target.value, queries?.[0]?.id) })}
      />
      {draft.task.kind === 'source' && (
        <SelectField
          label={t.query}
          hint={queries?.length === 0 ? t.noQueries : undefined}
          value={String(draft.task.query)}
          options={(queries ?? []).map(one => ({
            value: String(one.id),
            label: `${one.connectionName}: ${one.name}`,
          }))}
          onChange={event => put({ task: { kind: 'source', query: Number(event.target.value) } })}
        />
      )}
      {draft.task.kind === 'report' && (
        <ReportTaskFields task={draft.task} onChange={changed => put({ task: changed })} />
      )}
      {draft.task.kind === 'import' && (
        <>
          <TextField
            label={t.folder}
            hint={t.folderHint}
            value={draft.task.folder}
            onChange={event => put({ task: { kind: 'import', folder: event.target.value, endings: [] } })}
          />
          <TextField
            label={t.endings}
            value={endings}
            placeholder="csv, xlsx"
            onChange={event => setEndings(event.target.value)}
          />
        </>
      )}
      <div className={styles.pair}>
        <SelectField
          label={t.often}
          value={often}
          options={OFTENS.map(value => ({ value, label: t.oftens[value] }))}
          onChange={event => {
            const chosen = OFTENS.find(one => one === event.target.value) ?? 'custom'
            setOften(chosen)
            put({ cron: cronOf({ often: chosen, time }, draft.cron) })
          }}
        />
        {often === 'custom' ? (
          <TextField
            label={t.cron}
            className="mono"
            value={draft.cron}
            maxLength={100}
            onChange={event => put({ cron: event.target.value })}
          />
        ) : (
          <TextField
            label={t.time}
            type="time"
            value={time}
            onChange={event => put({ cron: cronOf({ often, time: event.target.value || time }, draft.cron) })}
          />
        )}
      </div>
    </SaveDialog>
  )
}

function blankTask(kind: string, query: number | undefined): JobTask {
  if (kind === 'quality') return { kind: 'quality' }
  if (kind === 'report') return { kind: 'report', report: 0, format: 'pdf', folder: '' }
  return kind === 'source'
    ? { kind: 'source', query: query ?? 0 }
    : { kind: 'import', folder: '', endings: [] }
}
