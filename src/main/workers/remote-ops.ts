import { FailureError } from '../../shared/result/failure.ts'
import { connectionsOps } from '../features/connections/worker-ops.ts'
import { warehouseOps } from '../features/warehouse/worker-ops.ts'
import { say } from '../messages.ts'
import { warehouseReads } from './warehouse-reads.ts'

/** What speaks to other people's databases: in a worker of its own, which holds no key and may be killed at any time. */
export const remoteOps = {
  ...connectionsOps,
  ...warehouseOps(async (session, warehouse, context, op, input) => {
    const reads: Record<string, unknown> = warehouseReads(session, warehouse, context)
    const read = Object.hasOwn(reads, op) ? reads[op] : undefined
    if (typeof read !== 'function') throw new FailureError('internal', say().noOperation(op))
    return (read as (input: unknown) => Promise<unknown>)(input)
  }),
}
export type RemoteOps = typeof remoteOps
