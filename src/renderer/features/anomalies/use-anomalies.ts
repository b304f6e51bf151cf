import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Anomalies, Detector, DetectorSettings, Verdict } from '../../../shared/contract/anomalies.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { call, currentRevision, onRevision } from '../../app/client.ts'
import { useLongCall, type LongCall } from '../../app/use-call.ts'
import { useFilters, type UseFilters } from '../../app/use-filters.ts'
import { toast } from '../../ui/index.ts'

/** What is asked for beside the filters; no method: the live one. */
export interface Choice {
  method?: Detector
  settings: DetectorSettings
}

export interface AnomaliesPage {
  address: UseFilters
  choice: Choice
  choose: (choice: Choice) => void
  found: Anomalies | undefined
  failure: Failure | undefined
  /** An older answer is shown while the next is worked out. */
  stale: boolean
  search: LongCall<'anomalies.find'>
  retry: () => void
  verdicts: ReadonlyMap<number, Verdict>
  decide: (entry: number, verdict: Verdict['verdict'] | null, note: string) => void
}

/** Looks again whenever the filters, the choice or the ledger change; the verdicts come and go without a new search. */
export function useAnomalies(): AnomaliesPage {
  const address = useFilters()
  const [choice, choose] = useState<Choice>({ settings: {} })
  const search = useLongCall('anomalies.find')
  const [answer, setAnswer] = useState<{ found?: Anomalies; failure?: Failure; of: string }>()
  const [tries, setTries] = useState(0)
  const revision = useSyncExternalStore(onRevision, currentRevision)
  const asked = useMemo(
    () => ({ filters: address.filters, ...choice, record: true }),
    [address.filters, choice],
  )
  const key = JSON.stringify([asked, revision, tries])
  const { run } = search
  useEffect(() => {
    let current = true
    const [request] = JSON.parse(key) as [typeof asked]
    void run(request).then(result => {
      if (!current) return
      if (result.ok) setAnswer({ found: result.value, of: key })
      else setAnswer(before => ({ ...before, failure: result.failure, of: key }))
    })
    return () => {
      current = false
    }
  }, [key, run])

  const [list, setList] = useState<Verdict[]>([])
  useEffect(() => {
    void call('anomalies.verdicts', {}).then(result => result.ok && setList(result.value))
  }, [revision])
  const verdicts = useMemo(() => new Map(list.map(verdict => [verdict.entry, verdict])), [list])
  const found = answer?.found
  const decide = useCallback(
    (entry: number, verdict: Verdict['verdict'] | null, note: string) => {
      const score = found?.findings.find(finding => finding.entry === entry)?.score ?? null
      const method = found?.method ?? ''
      void call('anomalies.decide', { entry, verdict, note, method, score }).then(result => {
        if (result.ok) setList(result.value)
        else toast('error', result.failure.message)
      })
    },
    [found],
  )
  return {
    address,
    choice,
    choose,
    found,
    failure: answer?.of === key ? answer.failure : undefined,
    stale: answer !== undefined && answer.of !== key,
    search,
    retry: () => setTries(n => n + 1),
    verdicts,
    decide,
  }
}
