import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { compactNow, duplicateTo, moveTo } from './files.ts'
import { putPassword } from './keys.ts'
import { closeWorkspace, createAt, openAt, removeDatabase, statusOf } from './lifecycle.ts'
import { defaultPath, workspacePath } from './place.ts'
import { forget, readRecents } from './recents.ts'
import { makeSample, SAMPLE_SETTINGS } from './samples/index.ts'

export const workspaceService = {
  status: async (_input, ctx) => ok(await statusOf(ctx)),

  recent: async (_input, ctx) => ok(await readRecents(ctx.app.paths.config)),

  create: async ({ path, password, ...settings }, ctx) =>
    createAt(
      ctx,
      path === undefined ? defaultPath(ctx.app.paths.workspaces, settings.name) : workspacePath(path),
      settings,
      password,
    ),

  open: async ({ path, password, recoveryKey }, ctx) => {
    const full = resolve(path)
    if (!existsSync(full))
      return fail('not-found', `There is no workspace at ${full}. It may have been moved or deleted.`)
    return openAt(ctx, full, { password, recoveryKey })
  },

  sample: async ({ kind, path: typed, password }, ctx) => {
    const path =
      typed === undefined ? defaultPath(ctx.app.paths.workspaces, `Sample ${kind}`) : workspacePath(typed)
    if (existsSync(path)) {
      const opened = await openAt(ctx, path, { password })
      return opened.ok ? ok({ status: opened.value }) : opened
    }
    const created = await createAt(ctx, path, SAMPLE_SETTINGS[kind], password)
    if (!created.ok) return created
    let made = false
    try {
      const filled = await makeSample(kind, ctx)
      if (!filled.ok) return filled
      made = true
      return ok({ status: await statusOf(ctx), recoveryKey: created.value.recoveryKey })
    } finally {
      // Half a sample would be opened as a whole one next time.
      if (!made) {
        await closeWorkspace(ctx)
        await removeDatabase(path)
        await rm(keyFilePath(path), { force: true })
        await forget(ctx.app.paths.config, path)
      }
    }
  },

  close: async (_input, ctx) => {
    await closeWorkspace(ctx)
    return ok(await statusOf(ctx))
  },

  update: async (changes, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('updateSettings', changes)
    return ok(await statusOf(ctx))
  },

  setPassword: async ({ password }, ctx) => {
    const workspace = requireWorkspace(ctx)
    if (workspace.readOnly)
      return fail('read-only', 'The workspace cannot be written here, so its password cannot change.')
    await putPassword(ctx.app.secrets, workspace.path, workspace.key, password)
    workspace.keyHolder = 'password'
    return ok(await statusOf(ctx))
  },

  duplicate: async ({ path }, ctx) => duplicateTo(ctx, path),

  move: async ({ path }, ctx) => moveTo(ctx, path),

  compact: async (_input, ctx) => compactNow(ctx),

  verify: async (_input, ctx) => {
    const checks = await requireWorkspace(ctx).writer.call(
      'verifyWorkspace',
      {},
      { signal: ctx.signal, onProgress: ctx.progress },
    )
    return ok({ ok: checks.every(check => check.ok), checks })
  },
} satisfies Service<'workspace'>
