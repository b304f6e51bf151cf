import { useState } from 'react'
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/report/definition.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, SelectField, TextField, toast, useMessages } from '../../ui/index.ts'
import { dialogMessages } from './dialogs.messages.ts'
import { messages } from './messages.ts'
import styles from './reports.module.css'

const OFTENS = ['daily', 'weekly', 'monthly', 'quarterly'] as const
type Often = (typeof OFTENS)[number]
/** Day of month, month, day of week. */
const DAYS: Record<Often, string> = {
  daily: '* * *',
  weekly: '* * 1',
  monthly: '1 * *',
  quarterly: '1 1,4,7,10 *',
}

/** When a saved report is made by itself, as what, and where it is put. */
export function ScheduleDialog({ id, name, onClose }: { id: number; name: string; onClose: () => void }) {
  const t = { ...useMessages(messages), ...useMessages(dialogMessages) }
  const { value: jobs = [] } = useCall('schedule.list', {})
  const [often, setOften] = useState<Often>('monthly')
  const [time, setTime] = useState('07:00')
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [folder, setFolder] = useState('')
  const [problem, setProblem] = useState<string>()
  const own = jobs.filter(job => job.task.kind === 'report' && job.task.report === id)
  const save = async (): Promise<void> => {
    const [hour = 7, minute = 0] = time.split(':').map(Number)
    const result = await call('schedule.save', {
      job: {
        name,
        task: { kind: 'report', report: id, format, folder: folder.trim() },
        cron: `${minute} ${hour} ${DAYS[often]}`,
        active: true,
      },
    })
    if (!result.ok) {
      setProblem(result.failure.message)
      return
    }
    toast('done', t.schedule.saved)
    void queryClient.invalidateQueries({ queryKey: ['schedule.list'] })
    onClose()
  }
  return (
    <Dialog title={t.schedule.title(name)} opened onClose={onClose} size={520}>
      <form
        className={styles.fields}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        {own.length > 0 && <p className="t2">{t.schedule.already(own.length)}</p>}
        <SelectField
          label={t.schedule.often}
          value={often}
          options={OFTENS.map(value => ({ value, label: t.schedule.oftens[value] }))}
          onChange={event => setOften(OFTENS.find(one => one === event.target.value) ?? 'monthly')}
        />
        <TextField
          label={t.schedule.time}
          type="time"
          value={time}
          onChange={event => setTime(event.target.value || time)}
        />
        <SelectField
          label={t.schedule.format}
          value={format}
          options={REPORT_FORMATS.map(value => ({ value, label: t.formats[value] }))}
          onChange={event => setFormat(REPORT_FORMATS.find(one => one === event.target.value) ?? 'pdf')}
        />
        <TextField
          label={t.schedule.folder}
          hint={t.schedule.folderHint}
          value={folder}
          onChange={event => setFolder(event.target.value)}
        />
        {problem && (
          <p role="alert" className={styles.bad}>
            {problem}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={folder.trim() === ''}>
            {t.schedule.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
