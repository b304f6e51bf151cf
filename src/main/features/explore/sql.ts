import type { SqlAnswer } from '../../../shared/contract/explore.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { runOnce } from '../../compute/process.ts'
import { processUrl } from '../../compute/worker-url.ts'
import { say } from './messages.ts'

export interface SqlRequest {
  path: string
  key: Uint8Array
  text: string
  limit: number
}

const SECONDS = 10
const HEAP_MB = 256

/**
 * Runs a person's statement in a process of its own: between two rows of an aggregate or a join nothing but the end of the process stops
 * SQLite, and a reader that waits for it would hold the dashboard.
 */
export function sqlAway(
  ctx: CallContext,
  { text, limit }: { text: string; limit: number },
): Promise<SqlAnswer> {
  const { file, key } = requireWorkspace(ctx)
  const request: SqlRequest = { path: file, key, text, limit }
  return runOnce<SqlAnswer>(ctx.app.startProcess, processUrl('sql'), request, {
    signal: ctx.signal,
    heapMb: HEAP_MB,
    seconds: SECONDS,
    late: {
      code: 'bad-input',
      message: say().late(SECONDS),
    },
    died: {
      code: 'bad-input',
      message: say().memory,
    },
  })
}
