import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { LedgerForecast } from '../../../shared/contract/forecast.ts'
import { FilterBar } from '../../app/FilterBar.tsx'
import { useFilters } from '../../app/use-filters.ts'
import { call } from '../../app/client.ts'
import { queryClient } from '../../app/use-call.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { Button, EmptyState, ErrorState, Page, ProgressOverlay, toast, useMessages } from '../../ui/index.ts'
import { useWords } from './words.ts'
import { messages } from './messages.ts'
import { Parameters } from './Parameters.tsx'
import { ReportCardPanel } from './ReportCardPanel.tsx'
import { Runs } from './Runs.tsx'
import { SeriesFan } from './SeriesFan.tsx'
import { SeriesTable } from './SeriesTable.tsx'
import { useForecast } from './use-forecast.ts'
import { useRequest, type Request } from './use-request.ts'
import styles from './forecast.module.css'

fetchCharts()

/** What is to come: a fan, how far it can be trusted, its parameters, and the runs that were kept. */
export default function ForecastPage() {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const filters = useFilters()
  const asked = useRequest()
  const { value, failure, retry, cancel, running, progress, startedAt } = useForecast(asked.request)
  const empty = value !== undefined && value.series.length === 0
  const filtered = Object.keys(filters.filters).length > 0
  const keep = async (): Promise<void> => {
    const result = await call('forecast.keep', asked.request)
    if (result.ok) toast('done', t.keptAs(result.value.id, t.roles[result.value.role]))
    else toast('error', result.failure.message)
    // A kept run changes no figure, so the ledger's revision stays and nothing asks again by itself.
    await queryClient.invalidateQueries({ queryKey: ['forecast.runs'] })
  }
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle[asked.request.measure ?? 'spending']}
      filterBar={<FilterBar comparison={false} />}
      actions={
        <Button
          needs="forecast.keep"
          kind="primary"
          disabled={running || empty || !value}
          onClick={() => void keep()}
        >
          {t.keep}
        </Button>
      }
    >
      <Parameters asked={asked} />
      {failure && failure.code !== 'cancelled' && (
        <ErrorState title={t.failed} failure={failure} onRetry={retry} />
      )}
      {running && (
        <ProgressOverlay progress={progress} startedAt={startedAt} onCancel={cancel} label={t.working} />
      )}
      {empty && (
        <EmptyState
          title={t.emptyTitle}
          action={
            <Button
              kind="primary"
              onClick={() => (filtered ? filters.clear() : void navigate({ to: '/import' }))}
            >
              {filtered ? t.clearFilters : t.importFile}
            </Button>
          }
        >
          {filtered ? t.emptyFiltered : t.emptyLedger}
        </EmptyState>
      )}
      {value && !empty && (
        <div
          className={`${styles.sheet} ${running ? 'stale' : ''}`}
          aria-busy={running || undefined}
          data-testid="forecast"
        >
          <Shown forecast={value} request={asked.request} />
        </div>
      )}
      <Runs />
    </Page>
  )
}

function Shown({ forecast, request }: { forecast: LedgerForecast; request: Request }) {
  const words = useWords()
  const [picked, setPicked] = useState(0)
  const at = Math.min(picked, forecast.series.length - 1)
  const series = forecast.series[at]
  if (!series) return null
  return (
    <>
      {forecast.notes.length > 0 && (
        <ul className={styles.notes}>
          {forecast.notes.map(note => (
            <li key={note.code}>{words.note(note, forecast.currency)}</li>
          ))}
        </ul>
      )}
      <div className={styles.upper}>
        <SeriesFan forecast={forecast} series={series} request={request} />
        <ReportCardPanel forecast={forecast} series={series} />
      </div>
      {forecast.series.length > 1 && <SeriesTable forecast={forecast} picked={at} onPick={setPicked} />}
    </>
  )
}
