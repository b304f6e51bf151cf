import { connectionsOps } from '../features/connections/worker-ops.ts'
import { warehouseOps } from '../features/warehouse/worker-ops.ts'

/** What speaks to other people's databases: in a worker of its own, which holds no key and may be killed at any time. */
export const remoteOps = { ...connectionsOps, ...warehouseOps }
export type RemoteOps = typeof remoteOps
