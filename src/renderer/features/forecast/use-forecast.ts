import { useEffect, useState } from 'react'
import type { LedgerForecast } from '../../../shared/contract/forecast.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { onRevision } from '../../app/client.ts'
import { useLongCall } from '../../app/use-call.ts'
import type { Request } from './use-request.ts'

/** The forecast for a request: made again when the request or the ledger changes, with progress and a way to stop it. */
export function useForecast(request: Request) {
  const { run, cancel, running, progress, startedAt } = useLongCall('forecast.run')
  const [answer, setAnswer] = useState<{ value?: LedgerForecast; failure?: Failure }>({})
  const [again, setAgain] = useState(0)
  useEffect(() => onRevision(() => setAgain(n => n + 1)), [])
  const key = JSON.stringify(request)
  useEffect(() => {
    let wanted = true
    void run(JSON.parse(key) as Request).then(result => {
      if (!wanted) return
      if (result.ok) setAnswer({ value: result.value })
      else setAnswer(before => ({ value: before.value, failure: result.failure }))
    })
    return () => {
      wanted = false
    }
  }, [run, key, again])
  return { ...answer, retry: () => setAgain(n => n + 1), cancel, running, progress, startedAt }
}
