import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { acceptAlarms, verifyLog } from './audit-log.ts'
import {
  addUser,
  changePassword,
  listUsers,
  newRecoveryKey,
  removeUser,
  renameUser,
  resetPassword,
  setRole,
} from './users.ts'
import { say } from './messages.ts'

export const securityService = {
  users: async (_input, ctx) => ok(await listUsers(ctx)),
  addUser,
  renameUser,
  setRole,
  resetPassword,
  removeUser,
  changePassword,
  newRecoveryKey,

  lock: async (_input, ctx) => {
    const { path, keyHolder, reader } = requireWorkspace(ctx)
    if (keyHolder === 'keychain') return fail('bad-input', say().nothingToLock)
    const [{ settings }, users] = await Promise.all([
      reader.call('workspaceFacts', {}),
      reader.call('securityUsers', {}),
    ])
    ctx.app.locked = { path, name: settings.name, users: users.length > 1 }
    const closed = await ctx.call('workspace.close', {})
    return closed.ok ? ok({}) : closed
  },

  autoLock: async (_input, ctx) => {
    const { keyHolder, reader } = requireWorkspace(ctx)
    return ok({ ...(await reader.call('securityAutoLock', {})), hasPassword: keyHolder === 'password' })
  },

  setAutoLock: async (input, ctx) => {
    await requireWorkspace(ctx).writer.call('securitySetAutoLock', input)
    return ok(input)
  },

  auditHead: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('logHead', {})),
  log: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('securityLog', input)),
  verifyLog: ({ heads }, ctx) => verifyLog(heads, ctx),
  acceptAlarms: (_input, ctx) => acceptAlarms(ctx),
} satisfies Service<'security'>
