import { useEffect, useState } from 'react'
import type { DetectorRun } from '../../../shared/contract/anomalies.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, DataTable, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts'
import { Compare } from './Compare.tsx'
import { messages } from './messages.ts'
import type { AnomaliesPage } from './use-anomalies.ts'
import styles from './anomalies.module.css'

/** Recorded runs: the live one, its challengers, how they do on the verdicts that were held out. */
export function Runs({ page }: { page: AnomaliesPage }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [runs, setRuns] = useState<DetectorRun[]>()
  const [picked, setPicked] = useState<number[]>([])
  const challenge = useLongCall('anomalies.challenge')
  const promote = useLongCall('anomalies.promote')
  useEffect(() => {
    void call('anomalies.runs', {}).then(result => result.ok && setRuns(result.value))
  }, [])
  const take = (result: Result<DetectorRun[]>, said?: string): void => {
    if (result.ok) {
      setRuns(result.value)
      if (said) toast('done', said)
    } else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
  }
  const { found, choice } = page
  const settings = {
    filters: page.address.filters,
    method: choice.method ?? found?.method ?? 'combined',
    settings: choice.settings,
  }
  const busy = challenge.running ? challenge : promote.running ? promote : undefined
  const ratio = (run: DetectorRun, name: string): string =>
    (run.metrics['heldOut'] ?? 0) === 0 ? '–' : format.percent(run.metrics[name] ?? 0, { digits: 0 })
  const pick = (id: number): void =>
    // The third takes the place of the first.
    setPicked(before => (before.includes(id) ? before.filter(one => one !== id) : [...before, id].slice(-2)))
  const [one, two] = picked.flatMap(id => runs?.find(run => run.id === id) ?? [])
  const size = ({ parameters }: DetectorRun): string => {
    const { threshold, contamination } = parameters
    if (typeof threshold === 'number') return format.number(threshold, 1)
    return typeof contamination === 'number' ? format.percent(contamination, { digits: 1 }) : '–'
  }
  return (
    <div className={styles.months}>
      <div className={styles.bar}>
        <span className="cap">{t.runsNote}</span>
        <Button
          needs="anomalies.challenge"
          disabled={busy !== undefined}
          onClick={() => void challenge.run(settings).then(result => take(result, t.recorded))}
        >
          {t.challenge}
        </Button>
      </div>
      <CallProgress call={busy} label={t.searching} />
      {runs?.length === 0 && <p className={styles.note}>{t.noRuns}</p>}
      {one && two && <Compare runs={[one, two]} />}
      {runs && runs.length > 0 && (
        <div className={styles.scroll} role="region" aria-label={t.runsTab} tabIndex={0}>
          <DataTable
            caption={t.runsTab}
            rows={runs}
            rowKey={run => String(run.id)}
            columns={[
              {
                id: 'pick',
                head: t.compare,
                width: 70,
                cell: run => (
                  <input
                    type="checkbox"
                    aria-label={t.comparePick(run.id)}
                    checked={picked.includes(run.id)}
                    onChange={() => pick(run.id)}
                  />
                ),
              },
              { id: 'id', head: t.run, mono: true, cell: run => String(run.id) },
              {
                id: 'role',
                head: t.live,
                cell: run =>
                  run.origin === 'search' && run.role === 'archived' ? t.searchRun : t.role[run.role],
              },
              {
                id: 'method',
                head: t.method,
                cell: run => t.methods[run.method as keyof typeof t.methods] ?? run.method,
              },
              { id: 'size', head: `${t.sensitivity} / ${t.threshold}`, numeric: true, cell: size },
              {
                id: 'heldOut',
                head: t.heldOut,
                numeric: true,
                cell: run => format.count(run.metrics['heldOut'] ?? 0),
              },
              { id: 'precision', head: t.precisionHead, numeric: true, cell: run => ratio(run, 'precision') },
              { id: 'recall', head: t.recallHead, numeric: true, cell: run => ratio(run, 'recall') },
              { id: 'f1', head: t.f1, numeric: true, cell: run => ratio(run, 'f1') },
              { id: 'made', head: t.made, cell: run => format.moment(run.createdAt) },
              {
                id: 'do',
                head: '',
                cell: run =>
                  run.role === 'champion' ? null : (
                    <span className={styles.buttons}>
                      <Button
                        needs="anomalies.promote"
                        disabled={busy !== undefined}
                        onClick={() =>
                          void promote.run({ run: run.id }).then(result => take(result, t.promoted))
                        }
                      >
                        {t.promote}
                      </Button>
                      {run.role === 'challenger' && (
                        <Button
                          needs="anomalies.archive"
                          kind="quiet"
                          onClick={() =>
                            void call('anomalies.archive', { run: run.id }).then(result => take(result))
                          }
                        >
                          {t.archive}
                        </Button>
                      )}
                    </span>
                  ),
              },
            ]}
          />
        </div>
      )}
    </div>
  )
}
