import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Job, JobBody } from '../../../shared/contract/schedule.ts'
import { queryClient, useLongCall } from '../../app/use-call.ts'
import { Button, Page, CallProgress, PageTabs, toast, useMessages } from '../../ui/index.ts'
import { Files } from './Files.tsx'
import { History } from './History.tsx'
import { BLANK, JobDialog } from './JobDialog.tsx'
import { JobTable } from './JobTable.tsx'
import { messages } from './messages.ts'

type Tab = 'jobs' | 'history'

/** What runs by the clock: watched folders and checks, and how it went. */
export default function SchedulePage() {
  const t = useMessages(messages)
  const [tab, setTab] = useState<Tab>('jobs')
  const [open, setOpen] = useState<{ job: JobBody; id: number | undefined }>()
  const [files, setFiles] = useState<Job>()
  const running = useLongCall('schedule.run')
  const run = async (job: Job): Promise<void> => {
    const result = await running.run({ id: job.id })
    if (!result.ok) {
      if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
    } else {
      const { outcome, message } = result.value
      const text = `${job.name}: ${t.outcomes[outcome]}${message === '' ? '' : `. ${message}`}`
      toast(outcome === 'done' || outcome === 'nothing' ? 'done' : 'error', text)
    }
    void queryClient.invalidateQueries()
  }
  const add = (): void => setOpen({ job: BLANK, id: undefined })
  return (
    <Page
      title={t.title}
      actions={
        <Button needs="schedule.save" kind="primary" icon={<IconPlus aria-hidden />} onClick={add}>
          {t.add}
        </Button>
      }
    >
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={(['jobs', 'history'] as const).map(id => ({ id, label: t.tabs[id] }))}
      >
        {tab === 'jobs' && (
          <JobTable
            busy={running.running}
            onAdd={add}
            onRun={job => void run(job)}
            onFiles={setFiles}
            onEdit={({ id, name, task, cron, active }) => setOpen({ id, job: { name, task, cron, active } })}
          />
        )}
        {tab === 'history' && <History />}
      </PageTabs>
      {open && <JobDialog {...open} onClose={() => setOpen(undefined)} />}
      {files && <Files job={files} onClose={() => setFiles(undefined)} />}
      <CallProgress call={running} label={t.running} />
    </Page>
  )
}
