import type { QualityRun } from '../../../shared/contract/quality.ts'
import type { Called } from '../../app/use-call.ts'
import { DataTable, EmptyState, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { ScoreLine } from './ScoreLine.tsx'
import { shownScore } from './words.ts'

/** Every run with its score; the line above the table shows those over everything. */
export function Runs({ runs: { value: runs, failure, retry } }: { runs: Called<QualityRun[]> }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!runs) return null
  if (runs.length === 0) return <EmptyState title={t.noRuns}>{t.noRunsText}</EmptyState>
  return (
    <>
      <ScoreLine runs={runs} />
      <DataTable
        caption={t.tabs.runs}
        rows={runs}
        rowKey={run => run.id}
        columns={[
          { id: 'run', head: t.run_, mono: true, cell: run => run.id, sortBy: run => run.id },
          { id: 'at', head: t.at, cell: run => format.moment(run.at), sortBy: run => run.at },
          { id: 'of', head: t.of, cell: run => (run.batch === null ? t.all : t.batch(String(run.batch))) },
          { id: 'entries', head: t.entries, numeric: true, cell: run => format.count(run.entries) },
          {
            id: 'failed',
            head: t.failedCount,
            numeric: true,
            cell: run => format.count(run.results.filter(result => result.state === 'failed').length),
          },
          {
            id: 'score',
            head: t.score,
            numeric: true,
            cell: run => shownScore(run.score, format),
            sortBy: run => run.score ?? -1,
          },
        ]}
      />
    </>
  )
}
