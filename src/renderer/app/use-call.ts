import { keepPreviousData, notifyManager, QueryClient, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import type { Progress } from '../../shared/contract/progress.ts'
import type { Failure, Result } from '../../shared/result/failure.ts'
import { call, onRevision, type CallOptions } from './client.ts'

/** Thrown by queries only, so that React Query sees a failure; useCall hands it out as a Failure again. */
class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

// In the turn in which an answer comes: a timer's turn may come a frame later.
notifyManager.setScheduler(queueMicrotask)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, gcTime: 300_000 },
  },
})

// One place for freshness: another revision makes everything fetched before stale. What is on screen is fetched again.
onRevision((_revision, before) => {
  if (before !== undefined) void queryClient.invalidateQueries()
})

function queryOf<N extends MethodName>(
  name: N,
  input: Input<N>,
  onProgress?: (progress: Progress) => void,
): { queryKey: readonly unknown[]; queryFn: (asked: { signal: AbortSignal }) => Promise<Output<N>> } {
  return {
    queryKey: [name, input],
    queryFn: ({ signal }) => answerOf(name, input, { signal, ...(onProgress ? { onProgress } : {}) }),
  }
}

/** A method's answer as queries need it: its failure is thrown, and read again by `failureOf`. */
export async function answerOf<N extends MethodName>(
  name: N,
  input: Input<N>,
  options: CallOptions,
): Promise<Output<N>> {
  const result = await call(name, input, options)
  if (!result.ok) throw new CallFailed(result.failure)
  return result.value
}

/** What a query threw, as a failure. */
export function failureOf(error: Error | null | undefined): Failure | undefined {
  if (!error) return undefined
  return error instanceof CallFailed ? error.failure : { code: 'internal', message: error.message }
}

/** Asks before the component is there that will: it then finds the answer, or waits for the same one. */
export function askAhead<N extends MethodName>(name: N, input: Input<N>): void {
  void queryClient.prefetchQuery(queryOf(name, input))
}

export interface Called<T> {
  value: T | undefined
  failure: Failure | undefined
  /** The first answer is not there yet. */
  loading: boolean
  /** An older answer is shown while the new one comes: dim it (class `stale`). */
  stale: boolean
  retry: () => void
}

/** Reads from the workspace: the answer is kept, old figures stay while new ones load, and a new revision fetches again. */
export function useCall<N extends MethodName>(
  name: N,
  input: Input<N>,
  { enabled = true, onProgress }: { enabled?: boolean; onProgress?: (progress: Progress) => void } = {},
): Called<Output<N>> {
  const query = useQuery({
    ...queryOf(name, input, onProgress),
    placeholderData: keepPreviousData,
    enabled,
  })
  const failure = failureOf(query.error)
  return {
    value: query.data as Output<N> | undefined,
    failure: failure?.code === 'cancelled' ? undefined : failure,
    loading: query.isPending && enabled,
    stale: query.isPlaceholderData || (query.isFetching && query.data !== undefined),
    retry: () => void query.refetch(),
  }
}

export interface LongCall<N extends MethodName> {
  run(input: Input<N>): Promise<Result<Output<N>>>
  cancel(): void
  running: boolean
  progress: Progress | undefined
  /** performance.now() of the start: ProgressOverlay takes it. */
  startedAt: number
}

/** Runs a long method with progress and Cancel. One at a time; leaving the page cancels it. */
export function useLongCall<N extends MethodName>(name: N): LongCall<N> {
  const [state, setState] = useState<{ progress: Progress | undefined; startedAt: number }>()
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  const run = useCallback(
    async (input: Input<N>) => {
      abort.current?.abort()
      const controller = new AbortController()
      abort.current = controller
      setState({ progress: undefined, startedAt: performance.now() })
      const result = await call(name, input, {
        signal: controller.signal,
        onProgress: progress =>
          setState(now => (controller === abort.current && now ? { ...now, progress } : now)),
      })
      if (controller === abort.current) setState(undefined)
      return result
    },
    [name],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  return {
    run,
    cancel,
    running: state !== undefined,
    progress: state?.progress,
    startedAt: state?.startedAt ?? 0,
  }
}
