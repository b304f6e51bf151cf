import type { JobTask } from '../../../shared/contract/schedule.ts'
import { REPORT_FORMATS } from '../../../shared/report/definition.ts'
import { useCall } from '../../app/use-call.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'

type ReportTask = Extract<JobTask, { kind: 'report' }>

/** Which saved report is made, as what, and where it is put. */
export function ReportTaskFields({
  task,
  onChange,
}: {
  task: ReportTask
  onChange: (task: ReportTask) => void
}) {
  const t = useMessages(messages)
  const { value: reports = [] } = useCall('reports.list', {})
  const [first] = reports
  const options = reports.map(one => ({ value: String(one.id), label: one.report.name }))
  return (
    <>
      <SelectField
        label={t.report}
        hint={first ? undefined : t.noReports}
        value={String(task.report)}
        options={task.report > 0 ? options : [{ value: '0', label: '…' }, ...options]}
        onChange={event => onChange({ ...task, report: Number(event.target.value) })}
      />
      <SelectField
        label={t.format}
        value={task.format}
        options={REPORT_FORMATS.map(value => ({ value, label: value.toUpperCase() }))}
        onChange={event =>
          onChange({ ...task, format: REPORT_FORMATS.find(one => one === event.target.value) ?? 'pdf' })
        }
      />
      <TextField
        label={t.folder}
        value={task.folder}
        onChange={event => onChange({ ...task, folder: event.target.value.trim() })}
      />
    </>
  )
}
