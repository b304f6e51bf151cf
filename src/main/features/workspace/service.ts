import { resolve } from 'node:path'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { noteFailedUnlock } from '../../audit-log/failed-unlocks.ts'
import { showsOwnPassword } from '../../secrets/own-password.ts'
import { compactNow, duplicateTo, moveTo } from './files.ts'
import {
  closeWorkspace,
  createAt,
  inTurn,
  logClosing,
  openAt,
  setOwnPassword,
  statusOf,
} from './lifecycle.ts'
import { defaultPath, isFile, workspacePath } from './place.ts'
import { readRecents } from './recents.ts'
import { newDataKey } from './rekey.ts'
import { openSample, passingPassword } from './open-sample.ts'
import { say } from './messages.ts'

export const workspaceService = {
  status: async (_input, ctx) => ok(await statusOf(ctx)),

  recent: async (_input, ctx) => ok(await readRecents(ctx.app.paths.config)),

  create: ({ path: typed, password, ...settings }, ctx) => {
    const path =
      typed === undefined
        ? defaultPath(ctx.app.paths.workspaces, settings.name)
        : workspacePath(ctx.app.paths.workspaces, typed)
    return inTurn(ctx, () => createAt(ctx, path, settings, password))
  },

  open: async ({ path, user, password, recoveryKey }, ctx) => {
    const full = resolve(path)
    if (!isFile(full)) return fail('not-found', say().noWorkspace(full))
    return inTurn(ctx, () => openAt(ctx, full, { user, password, recoveryKey }))
  },

  sample: async ({ kind, path: typed, password }, ctx) => {
    if (typed !== undefined)
      return inTurn(ctx, () =>
        openSample(ctx, kind, workspacePath(ctx.app.paths.workspaces, typed), password),
      )
    // Nobody should have to make up a password to look at invented figures: without a keychain the sample lasts as long as this run.
    const passing = password === undefined && !(await ctx.app.secrets.available())
    const folder = passing ? ctx.app.paths.temp : ctx.app.paths.workspaces
    const secret = passing ? passingPassword(ctx.app) : password
    const made = await inTurn(ctx, () => openSample(ctx, kind, defaultPath(folder, `Sample ${kind}`), secret))
    return made.ok && passing ? ok({ status: made.value.status }) : made
  },

  close: (_input, ctx) =>
    inTurn(ctx, async () => {
      // Nothing is open: whoever closes does not want the locked one back.
      if (!ctx.app.workspace) ctx.app.locked = undefined
      await logClosing(ctx, ctx.app.locked ? 'workspace.lock' : 'workspace.close')
      await closeWorkspace(ctx)
      return ok(await statusOf(ctx))
    }),

  update: async (changes, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('updateSettings', changes)
    return ok(await statusOf(ctx))
  },

  setPassword: ({ password, current }, ctx) =>
    inTurn(ctx, async () => {
      const workspace = requireWorkspace(ctx)
      if (workspace.readOnly) return fail('read-only', say().passwordStays)
      if (!(await showsOwnPassword(workspace.path, ctx.session.user?.id, current))) {
        await noteFailedUnlock(ctx.app.paths.config, workspace.id)
        return fail('wrong-password', current === undefined ? say().giveCurrent : say().wrongCurrent)
      }
      await setOwnPassword(ctx, password)
      return ok(await statusOf(ctx))
    }),

  duplicate: ({ path }, ctx) => inTurn(ctx, () => duplicateTo(ctx, path)),

  move: ({ path }, ctx) => inTurn(ctx, () => moveTo(ctx, path)),

  newDataKey: ({ without }, ctx) => inTurn(ctx, () => newDataKey(ctx, without)),

  compact: (_input, ctx) => inTurn(ctx, () => compactNow(ctx)),

  verify: async (_input, ctx) => {
    const checks = await requireWorkspace(ctx).writer.call(
      'verifyWorkspace',
      {},
      { signal: ctx.signal, onProgress: ctx.progress },
    )
    return ok({ ok: checks.every(check => check.ok), checks })
  },
} satisfies Service<'workspace'>
