import { open, rm } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { monitorOf } from '../../monitor.ts'
import { bundleFiles, zipOf } from './bundle.ts'
import { healthOf } from './health.ts'
import { runUpkeep } from './upkeep.ts'
import { say } from './messages.ts'

export const diagnosticsService = {
  health: async (_input, ctx) => ok(await healthOf(ctx)),

  losses: async (_input, ctx) =>
    ok({ losses: await requireWorkspace(ctx).reader.call('diagnosticsLosses', {}) }),

  lossesSeen: async (_input, ctx) =>
    ok({ losses: await requireWorkspace(ctx).writer.call('diagnosticsLossesSeen', {}) }),

  log: async ({ lines }, ctx) => ok({ lines: await monitorOf(ctx.app).log.tail(lines) }),

  bundlePreview: async (_input, ctx) => {
    const files = await bundleFiles(ctx)
    return ok({ files: files.map(({ name, text }) => ({ name, text, bytes: Buffer.byteLength(text) })) })
  },

  bundle: async ({ to }, ctx) => {
    const zip = zipOf(await bundleFiles(ctx))
    const name = `farthing-support-${new Date().toISOString().slice(0, 10)}.zip`
    if (to === undefined)
      return ok({ name, bytes: zip.length, path: null, zip: Buffer.from(zip).toString('base64') })
    if (!isAbsolute(to)) return fail('bad-input', say().wholePath(to))
    const path = resolve(to)
    try {
      const file = await open(path, 'wx', 0o600)
      try {
        await file.writeFile(zip)
      } finally {
        await file.close()
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') return fail('bad-input', say().taken(path))
      if (code === 'ENOENT') return fail('bad-input', say().noFolder(path))
      await rm(path, { force: true })
      throw error
    }
    return ok({ name, bytes: zip.length, path, zip: null })
  },

  upkeep: async ({ now }, ctx) => {
    if (requireWorkspace(ctx).readOnly) return ok({ done: [] })
    return ok({ done: await runUpkeep(ctx, now) })
  },
} satisfies Service<'diagnostics'>
