import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { acceptAlarms, verifyLog } from './audit-log.ts'

export const securityService = {
  auditHead: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('logHead', {})),
  log: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('securityLog', input)),
  verifyLog: ({ heads }, ctx) => verifyLog(heads, ctx),
  acceptAlarms: (_input, ctx) => acceptAlarms(ctx),
} satisfies Service<'security'>
