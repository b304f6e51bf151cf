import { useState } from 'react'
import type { ForecastRun } from '../../../shared/contract/forecast.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  LinkButton,
  Panel,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { CompareRuns } from './CompareRuns.tsx'
import { useWords } from './words.ts'
import { messages } from './messages.ts'
import styles from './forecast.module.css'

/** Runs that were kept, to compare; one of each scope is live. */
export function Runs() {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const { value: runs, retry } = useCall('forecast.runs', {})
  const writing = useLongCall('forecast.write')
  const [picked, setPicked] = useState<number[]>([])
  const pick = (id: number): void =>
    // The third takes the place of the first.
    setPicked(before => (before.includes(id) ? before.filter(one => one !== id) : [...before, id].slice(-2)))
  const [one, two] = picked
  const [asking, setAsking] = useState<ForecastRun>()
  const settle = (result: { ok: true } | { ok: false; failure: Failure }, done: string): void => {
    if (result.ok) toast('done', done)
    else toast('error', result.failure.message)
    retry()
  }
  const promote = async ({ id }: ForecastRun): Promise<void> =>
    settle(await call('forecast.promote', { run: id }), t.promoted(id))
  const archive = async ({ id }: ForecastRun): Promise<void> =>
    settle(await call('forecast.archive', { run: id }), t.archived(id))
  const write = async ({ id }: ForecastRun): Promise<void> => {
    setAsking(undefined)
    const result = await writing.run({ run: id })
    settle(result, result.ok ? t.written(format.count(result.value.entries)) : '')
  }
  if (!runs || runs.length === 0)
    return (
      <Panel title={t.runs} inset>
        <p className="cap">{t.noRuns}</p>
      </Panel>
    )
  const live = runs.filter(run => run.role === 'champion')
  const number = (run: ForecastRun, name: string): number | undefined => run.metrics[name]
  return (
    <Panel
      title={t.runs}
      subtitle={
        live.length > 0
          ? t.liveRuns(live.map(run => `${run.id}, ${words.method(run.method)}`).join('; '))
          : t.runsNote
      }
    >
      <div className={styles.runs}>
        <DataTable
          caption={t.runs}
          rows={runs}
          rowKey={run => run.id}
          kind={run => (run.role === 'archived' ? 'quiet' : undefined)}
          columns={[
            {
              id: 'pick',
              head: t.compare,
              cell: run => (
                <input
                  type="checkbox"
                  aria-label={t.comparePick(run.id)}
                  checked={picked.includes(run.id)}
                  onChange={() => pick(run.id)}
                />
              ),
            },
            { id: 'id', head: t.run, cell: run => run.id, numeric: true, sortBy: run => run.id },
            { id: 'role', head: t.role, cell: run => t.roles[run.role] },
            {
              id: 'what',
              head: t.what,
              text: true,
              cell: run =>
                `${t.measures[run.request.measure]}, ${t.everyStep[run.request.grain]}, ${format.count(run.request.horizon)}`,
            },
            { id: 'method', head: t.method, cell: run => words.method(run.method) },
            {
              id: 'mase',
              head: t.ofNaive,
              numeric: true,
              sortBy: run => number(run, 'mase') ?? 99,
              cell: run => {
                const [error, naive] = [number(run, 'error'), number(run, 'naiveError')]
                return error === undefined || !naive ? '–' : format.percent(error / naive, { digits: 0 })
              },
            },
            { id: 'made', head: t.made, cell: run => format.moment(run.createdAt) },
            {
              id: 'do',
              head: <span className="visually-hidden">{t.actions}</span>,
              cell: run => (
                <span className={styles.actions}>
                  {run.role !== 'champion' && (
                    <LinkButton
                      needs="forecast.promote"
                      onClick={() => void promote(run)}
                      aria-label={`${t.promote} ${run.id}`}
                    >
                      {t.promote}
                    </LinkButton>
                  )}
                  {run.role === 'challenger' && (
                    <LinkButton
                      needs="forecast.archive"
                      onClick={() => void archive(run)}
                      aria-label={`${t.archive} ${run.id}`}
                    >
                      {t.archive}
                    </LinkButton>
                  )}
                  {run.batch === undefined ? (
                    <LinkButton
                      needs="forecast.write"
                      onClick={() => setAsking(run)}
                      aria-label={`${t.write} ${run.id}`}
                      disabled={writing.running}
                    >
                      {t.write}
                    </LinkButton>
                  ) : (
                    <span className="t3">{t.inBatch(run.batch)}</span>
                  )}
                </span>
              ),
            },
          ]}
        />
      </div>
      {one !== undefined && two !== undefined && <CompareRuns runs={[one, two]} />}
      {asking && (
        <Dialog opened title={t.writeTitle(asking.id)} onClose={() => setAsking(undefined)}>
          <p>{t.writeText}</p>
          <DialogButtons>
            <Button onClick={() => setAsking(undefined)}>{t.cancel}</Button>
            <Button kind="primary" onClick={() => void write(asking)}>
              {t.write}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </Panel>
  )
}
