import { useState } from 'react'
import { useCall } from '../../app/use-call.ts'
import { DataTable, EmptyState, ErrorState, LinkButton, useFormat, useMessages } from '../../ui/index.ts'
import { compareMessages } from './compare/messages.ts'
import { WhatChanged } from './compare/WhatChanged.tsx'
import { messages } from './messages.ts'

/** Files that were made, with the hash that says which of them one has in hand. */
export function RunHistory() {
  const t = useMessages(messages)
  const changed = useMessages(compareMessages)
  const format = useFormat()
  const [compared, setCompared] = useState<number>()
  const { value: runs, failure, retry } = useCall('reports.runs', {})
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!runs) return null
  if (runs.length === 0) return <EmptyState title={t.history.none}>{t.history.noneText}</EmptyState>
  return (
    <>
      <DataTable
        caption={t.runsCaption}
        rows={runs}
        rowKey={run => run.id}
        columns={[
          { id: 'when', head: t.history.when, cell: run => format.moment(run.madeAt) },
          { id: 'name', head: t.history.name, wrap: true, cell: run => run.name },
          { id: 'format', head: t.history.format, cell: run => t.formats[run.format] },
          { id: 'days', head: t.history.days, cell: run => format.span(run.from, run.to) },
          { id: 'figures', head: t.history.figures, numeric: true, cell: run => format.count(run.figures) },
          { id: 'bytes', head: t.history.bytes, numeric: true, cell: run => format.count(run.bytes) },
          {
            id: 'hash',
            head: t.history.hash,
            cell: run => <code title={run.sha256}>{run.sha256.slice(0, 12)}</code>,
          },
          {
            id: 'changed',
            head: <span className="visually-hidden">{changed.title}</span>,
            cell: run => <LinkButton onClick={() => setCompared(run.id)}>{changed.open}</LinkButton>,
          },
        ]}
      />
      {compared !== undefined && <WhatChanged key={compared} run={compared} />}
    </>
  )
}
