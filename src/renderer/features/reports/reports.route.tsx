import { useState } from 'react'
import {
  REPORT_FORMATS,
  type ReportDefinition,
  type ReportFormat,
} from '../../../shared/report/definition.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  ErrorState,
  Page,
  Panel,
  CallProgress,
  SelectField,
  Tabs,
  TextField,
  toast,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { dialogMessages } from './dialogs.messages.ts'
import type { Draft } from './draft.ts'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { handOut } from './export-file.ts'
import { messages } from './messages.ts'
import { Parameters } from './Parameters.tsx'
import { Preview } from './Preview.tsx'
import { RunHistory } from './RunHistory.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { Sections } from './Sections.tsx'
import styles from './reports.module.css'

type Tab = 'build' | 'history'

/** Reports: chosen or built at the left, seen at the right, made into files. */
export default function ReportsPage() {
  const t = useMessages(messages)
  const dialogs = useMessages(dialogMessages)
  const language = useLanguage()
  const [tab, setTab] = useState<Tab>('build')
  const [chosen, setChosen] = useState<Draft>()
  const [packing, setPacking] = useState(false)
  const templates = useCall('reports.templates', { language })
  const saved = useCall('reports.list', {})
  const making = useLongCall('reports.make')
  const [first] = templates.value ?? []
  const draft: Draft | undefined = chosen ?? (first && { id: undefined, report: first.report })
  const make = async (format: ReportFormat): Promise<void> => {
    if (!draft) return
    const which = { report: draft.report, ...(draft.id !== undefined && { id: draft.id }) }
    const made = await making.run({ which, format })
    const failure = made.ok ? await handOut(made.value) : made.failure
    if (failure && failure.code !== 'cancelled') toast('error', failure.message)
    if (made.ok && !failure) toast('done', [t.made(made.value.name), ...made.value.notes].join(' '))
    void queryClient.invalidateQueries({ queryKey: ['reports.runs'] })
  }
  if (templates.failure) return <ErrorState failure={templates.failure} onRetry={templates.retry} />
  return (
    <Page
      title={t.title}
      fill
      actions={
        <>
          <Button disabled={!draft || making.running} onClick={() => setPacking(true)}>
            {dialogs.evidence.open}
          </Button>
          {REPORT_FORMATS.map(format => (
            <Button
              key={format}
              kind={format === 'pdf' ? 'primary' : 'default'}
              disabled={!draft || making.running}
              onClick={() => void make(format)}
            >
              {t.formats[format]}
            </Button>
          ))}
        </>
      }
    >
      <div className={styles.page}>
        <Tabs
          label={t.title}
          value={tab}
          onChange={setTab}
          tabs={(['build', 'history'] as const).map(id => ({ id, label: t.tabs[id] }))}
        >
          {tab === 'history' && <RunHistory />}
          {tab === 'build' && draft && (
            <div className={styles.desk}>
              <div className={styles.builder}>
                <Chooser draft={draft} onChoose={setChosen} />
                <Panel title={t.parameters} inset>
                  <Parameters
                    key={draft.id ?? draft.report.template}
                    value={draft.report.parameters}
                    onChange={parameters => setChosen({ ...draft, report: { ...draft.report, parameters } })}
                  />
                </Panel>
                <Panel title={t.sections} inset>
                  <Sections
                    sections={draft.report.sections}
                    onChange={sections => setChosen({ ...draft, report: { ...draft.report, sections } })}
                  />
                </Panel>
              </div>
              <Preview report={draft.report} />
            </div>
          )}
          {saved.failure && <ErrorState failure={saved.failure} onRetry={saved.retry} />}
        </Tabs>
      </div>
      {packing && draft && <EvidenceDialog draft={draft} onClose={() => setPacking(false)} />}
      <CallProgress call={making} label={t.making} />
    </Page>
  )
}

/** Templates and saved reports, and what is done with one as a whole. */
function Chooser({ draft, onChoose }: { draft: Draft; onChoose: (draft: Draft | undefined) => void }) {
  const t = useMessages(messages)
  const dialogs = useMessages(dialogMessages)
  const language = useLanguage()
  const { value: templates = [] } = useCall('reports.templates', { language })
  const { value: saved = [] } = useCall('reports.list', {})
  const [scheduling, setScheduling] = useState(false)
  const again = (): void => void queryClient.invalidateQueries({ queryKey: ['reports.list'] })
  const choose = (value: string): void => {
    const [kind, id] = value.split(':') as [string, string]
    const report: ReportDefinition | undefined =
      kind === 't'
        ? templates.find(one => one.template === id)?.report
        : saved.find(one => one.id === Number(id))?.report
    if (report) onChoose({ id: kind === 't' ? undefined : Number(id), report })
  }
  const save = async (id: number | undefined): Promise<void> => {
    const result = await call('reports.save', { report: draft.report, ...(id !== undefined && { id }) })
    if (!result.ok) return toast('error', result.failure.message)
    toast('done', t.savedToast)
    onChoose({ id: result.value.id, report: result.value.report })
    again()
  }
  const duplicate = async (id: number): Promise<void> => {
    const result = await call('reports.duplicate', { id })
    if (!result.ok) return toast('error', result.failure.message)
    onChoose({ id: result.value.id, report: result.value.report })
    again()
  }
  const remove = async (id: number): Promise<void> => {
    const result = await call('reports.remove', { id })
    if (!result.ok) return toast('error', result.failure.message)
    toast('done', t.removed)
    onChoose(undefined)
    again()
  }
  const { id } = draft
  return (
    <Panel title={t.report} inset>
      <div className={styles.fields}>
        <SelectField
          label={t.report}
          value={id === undefined ? `t:${draft.report.template}` : `s:${id}`}
          options={[
            ...templates.map(one => ({
              value: `t:${one.template}`,
              label: `${t.templates}: ${one.report.name}`,
            })),
            ...saved.map(one => ({ value: `s:${one.id}`, label: one.report.name })),
          ]}
          hint={
            id === undefined
              ? templates.find(one => one.template === draft.report.template)?.about
              : undefined
          }
          onChange={event => choose(event.target.value)}
        />
        <TextField
          label={t.name}
          value={draft.report.name}
          maxLength={200}
          onChange={event => onChoose({ ...draft, report: { ...draft.report, name: event.target.value } })}
        />
        <div className={styles.buttons}>
          {id !== undefined && (
            <Button needs="reports.save" onClick={() => void save(id)}>
              {t.save}
            </Button>
          )}
          <Button needs="reports.save" onClick={() => void save(undefined)}>
            {t.saveNew}
          </Button>
          {id !== undefined && (
            <Button needs="reports.duplicate" onClick={() => void duplicate(id)}>
              {t.duplicate}
            </Button>
          )}
          {id !== undefined && (
            <Button needs="reports.remove" onClick={() => void remove(id)}>
              {t.remove}
            </Button>
          )}
          <Button
            needs="schedule.save"
            disabled={id === undefined}
            title={id === undefined ? dialogs.schedule.saveFirst : undefined}
            onClick={() => setScheduling(true)}
          >
            {dialogs.schedule.open}
          </Button>
        </div>
        {scheduling && id !== undefined && (
          <ScheduleDialog id={id} name={draft.report.name} onClose={() => setScheduling(false)} />
        )}
      </div>
    </Panel>
  )
}
