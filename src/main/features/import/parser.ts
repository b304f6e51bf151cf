import { FailureError, type Result } from '../../../shared/result/failure.ts'
import type { CallContext } from '../../app.ts'
import { WorkerClient } from '../../compute/client.ts'
import type { ImportOps } from './worker-ops.ts'
import { say } from './messages.ts'

/** What one file's parser may take: objects in its heap, and all memory of the program beyond what it had before. */
export interface ParserLimits {
  heapMb: number
  growthMb: number
}

// A CSV of 2 GB is read within 512 MB in all; a workbook's shared texts are what can be large without being hostile.
const LIMITS: ParserLimits = { heapMb: 1536, growthMb: 2048 }
const LOOK_MS = 250

/**
 * Each file gets a parser of its own, which is ended with it: a file that hangs the parser hangs nothing else, and one that makes it
 * eat up the memory ends it before the machine suffers.
 */
export async function withParser<T>(
  ctx: CallContext,
  work: (parser: WorkerClient<ImportOps>) => Promise<Result<T>>,
  limits: ParserLimits = LIMITS,
): Promise<Result<T>> {
  const parser = new WorkerClient<ImportOps>('import', undefined, limits.heapMb)
  // A parser that does not heed the cancel flag within its time is killed.
  let timer: NodeJS.Timeout | undefined
  const kill = (): void => {
    timer = setTimeout(() => void parser.kill(), 300)
  }
  ctx.signal.addEventListener('abort', kill, { once: true })
  // Buffers lie outside of the heap that the worker is limited to.
  const before = process.memoryUsage.rss()
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > limits.growthMb * 1024 * 1024) void parser.kill(tooMuch())
  }, LOOK_MS)
  try {
    return await work(parser)
  } catch (error) {
    if (error instanceof FailureError && error.failure.details?.['memory'] === true)
      return { ok: false, failure: tooMuch() }
    throw error
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    ctx.signal.removeEventListener('abort', kill)
    await parser.close()
  }
}

const tooMuch = () =>
  ({
    code: 'import-refused',
    message: say().tooMuchMemory,
  }) as const

/** Waits for both ends. Once one fails the other is told through the bell, and the failure that came first is the one to report. */
export async function together<A, B>(
  bell: SharedArrayBuffer,
  ends: [Promise<A>, Promise<B>],
): Promise<[A, B]> {
  const flags = new Int32Array(bell)
  let first: { error: unknown } | undefined
  const give = (error: unknown): void => {
    // "Cancelled" is what the second end says when the first has failed.
    const cancelled = error instanceof FailureError && error.failure.code === 'cancelled'
    const held = first?.error
    const heldCancelled = held instanceof FailureError && held.failure.code === 'cancelled'
    if (!first || (heldCancelled && !cancelled)) first = { error }
    Atomics.store(flags, 1, 1)
    Atomics.add(flags, 0, 1)
    Atomics.notify(flags, 0)
  }
  for (const end of ends) end.catch(give)
  const settled = await Promise.allSettled(ends)
  if (first) throw first.error
  return settled.map(s => (s as PromiseFulfilledResult<unknown>).value) as [A, B]
}
