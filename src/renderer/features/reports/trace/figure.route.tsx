import { IconArrowLeft, IconCopy, IconListDetails } from '@tabler/icons-react'
import { useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Trace } from '../../../../shared/contract/reports-figures.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { readFigureId } from '../../../../shared/report/figure.ts'
import { ACTUAL } from '../../../../shared/query/scenario.ts'
import { serialiseFilters } from '../../../app/filters.ts'
import { useCall } from '../../../app/use-call.ts'
import {
  Button,
  DataTable,
  ErrorState,
  Figure,
  IconButton,
  Page,
  useFormat,
  useKeys,
  useMessages,
} from '../../../ui/index.ts'
import { Definition } from './Definition.tsx'
import { FigureRows } from './FigureRows.tsx'
import { messages } from './messages.ts'
import { givenFor } from './previewed.ts'
import { RowSource } from './RowSource.tsx'
import { useFigureValue } from './use-value.ts'
import styles from './trace.module.css'

const STEP = 50

/** A printed figure: what it was and is, what it means, and the rows behind it down to their lines. */
export default function FigurePage() {
  const t = useMessages(messages)
  const router = useRouter()
  const navigate = useNavigate()
  const { id: typed = '' } = useParams({ strict: false }) as { id?: string }
  const id = readFigureId(typed)
  const [paged, setPaged] = useState({ id, offset: 0 })
  const offset = paged.id === id ? paged.offset : 0
  const given = id === undefined ? undefined : givenFor(id)
  const [chosen, setChosen] = useState<number>()
  const { value, failure, stale, retry } = useCall(
    'reports.trace',
    { id: id ?? '', offset, limit: STEP, ...(given && { given }) },
    { enabled: id !== undefined },
  )
  const trace = failure ? undefined : value
  const row = trace?.rows.page.find(one => one.id === chosen)
  const filters = trace && filtersOf(trace)
  const ledger = (): void =>
    void navigate({
      to: '/ledger',
      search: serialiseFilters({ filters: filters ?? {}, comparison: undefined, path: [] }) as never,
    })
  const back = (): void => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: '/ledger' })
  }
  useKeys({ Escape: () => setChosen(undefined) })
  return (
    <Page
      title={t.title(trace?.label ?? '')}
      subtitle={
        id && (
          <>
            <span className="mono">{id}</span>
            <IconButton label={t.copy} onClick={() => void navigator.clipboard?.writeText(id)}>
              <IconCopy aria-hidden />
            </IconButton>
          </>
        )
      }
      actions={
        <>
          <Button kind="quiet" icon={<IconArrowLeft aria-hidden />} onClick={back}>
            {t.back}
          </Button>
          {filters && (
            <Button icon={<IconListDetails aria-hidden />} onClick={ledger}>
              {t.ledger}
            </Button>
          )}
        </>
      }
      inspector={row && <RowSource row={row} onClose={() => setChosen(undefined)} />}
      inspectorLabel={t.source}
    >
      {id === undefined && <ErrorState failure={{ message: t.noFigure(typed) }} title={t.failed} />}
      {failure && id !== undefined && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
      {trace && (
        <div className={stale ? 'stale' : undefined} data-testid="figure">
          <p className={styles.lead}>{t.lead}</p>
          <Values trace={trace} />
          <Definition trace={trace} />
          {trace.parts.length > 0 && <Parts trace={trace} />}
          {!('derived' in trace.definition) && (
            <FigureRows
              trace={trace}
              offset={offset}
              step={STEP}
              onPage={to => setPaged({ id, offset: to })}
              selected={row?.id}
              onSelect={one => setChosen(one.id === chosen ? undefined : one.id)}
            />
          )}
          {trace.printed.length > 0 && <Printed trace={trace} />}
        </div>
      )}
    </Page>
  )
}

/** What the ledger shows for a figure: actual entries need no filter to say so. */
function filtersOf({ definition }: Trace): Filters | undefined {
  if ('derived' in definition) return undefined
  const { members, entries, ...rest } =
    'query' in definition ? definition.query.filters : definition.statistic.filters
  // The ledger's filter bar has no chip for entries by number: they are the rows beneath.
  if (entries) return undefined
  const { scenario, ...others } = members ?? {}
  const actual = scenario?.length === 2 && scenario.includes(ACTUAL) && scenario.includes('')
  return { ...rest, members: actual || !scenario ? others : { ...others, scenario } }
}

function Values({ trace }: { trace: Trace }) {
  const t = useMessages(messages)
  const format = useFormat()
  const write = useFigureValue()
  const { was, now, unit, definition } = trace
  const said = 'statistic' in definition ? t.statistic : was.value === now.value ? t.same : t.differs
  return (
    <div className={styles.figures}>
      <Figure
        label={was.run === 0 ? t.inPreview : t.was(format.moment(was.asOf))}
        value={write(was.value, unit) || t.none}
      />
      {!('statistic' in definition) && (
        <Figure label={t.now} value={write(now.value, unit) || t.none}>
          {now.problem ?? said}
        </Figure>
      )}
      {'statistic' in definition && <p className="t2">{said}</p>}
    </div>
  )
}

function Parts({ trace }: { trace: Trace }) {
  const t = useMessages(messages)
  const write = useFigureValue()
  const navigate = useNavigate()
  return (
    <section className={styles.rows} aria-labelledby="parts">
      <h2 id="parts">{t.parts}</h2>
      <DataTable
        caption={t.parts}
        rows={trace.parts}
        rowKey={part => part.id}
        onOpen={part => void navigate({ to: '/figure/$id', params: { id: part.id } })}
        columns={[
          { id: 'id', head: t.part, mono: true, cell: part => part.id },
          { id: 'label', head: t.what, text: true, cell: part => part.label },
          { id: 'was', head: t.asPrinted, numeric: true, cell: part => write(part.was, part.unit) },
          { id: 'now', head: t.now, numeric: true, cell: part => write(part.now, part.unit) },
        ]}
      />
    </section>
  )
}

function Printed({ trace }: { trace: Trace }) {
  const t = useMessages(messages)
  const format = useFormat()
  const write = useFigureValue()
  return (
    <section className={styles.rows} aria-labelledby="printed">
      <h2 id="printed">{t.printed}</h2>
      <DataTable
        caption={t.printed}
        rows={trace.printed}
        rowKey={one => one.run}
        columns={[
          { id: 'run', head: t.run, text: true, cell: one => one.name },
          { id: 'when', head: t.when, cell: one => format.moment(one.asOf) },
          { id: 'value', head: t.value, numeric: true, cell: one => write(one.value, trace.unit) },
        ]}
      />
    </section>
  )
}
