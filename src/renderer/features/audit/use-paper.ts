import type { Workpaper, WorkpaperHead, AuditVerdict } from '../../../shared/data/workpaper.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, type Called } from '../../app/use-call.ts'
import { toast } from '../../ui/index.ts'

export interface Paper {
  found: Called<Workpaper>
  decide: (exceptions: number[], verdict: AuditVerdict, note?: string) => void
  enter: (items: { item: number; audit: string | null }[]) => void
  conclude: (conclusion: string, said: string) => void
  sign: (by: string) => Promise<boolean>
  refresh: () => void
}

/** Exceptions of a page. */
export const SHOWN = 1000

/** A workpaper with what can be done to it; each change shows the workpaper as it is then. */
export function usePaper(run: number, verdict: AuditVerdict | undefined, offset: number): Paper {
  const found = useCall('audit.show', {
    run,
    offset,
    limit: SHOWN,
    ...(verdict !== undefined && { verdict }),
  })
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: ['audit.show'] })
    void queryClient.invalidateQueries({ queryKey: ['audit.runs'] })
  }
  const take = (result: Result<WorkpaperHead>, said?: string): boolean => {
    if (!result.ok) toast('error', result.failure.message)
    else if (said !== undefined) toast('done', said)
    refresh()
    return result.ok
  }
  return {
    found,
    refresh,
    decide: (exceptions, to, note) =>
      void call('audit.verdict', { run, exceptions, verdict: to, ...(note !== undefined && { note }) }).then(
        result => take(result),
      ),
    enter: items => void call('audit.values', { run, items }).then(result => take(result)),
    conclude: (conclusion, said) =>
      void call('audit.conclude', { run, conclusion }).then(result => take(result, said)),
    sign: by => call('audit.sign', { run, by }).then(result => take(result)),
  }
}
