import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { archiveYear } from './archive.ts'
import { report } from './report.ts'
import { say } from './messages.ts'

export const privacyService = {
  report: (_input, ctx) => report(ctx),

  setPerson: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('privacySetPerson', input)
    return ok({})
  },

  masking: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('privacyMasking', {})),

  setMasking: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('privacySetMasking', input)
    return ok(input)
  },

  erase: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    const options = { signal: ctx.signal, onProgress: ctx.progress.bind(ctx) }
    const { revision, ...erased } = await workspace.writer.call('privacyErase', input, options)
    workspace.revision = revision
    const archived = (await years(ctx)).filter(one => one.archive)
    return ok({ ...erased, backups: await backupsOf(ctx), archives: archived.length })
  },

  retention: async (_input, ctx) => ok((await rulesOf(ctx)) as never),

  setRetention: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('privacySetRetention', input)
    return ok((await rulesOf(ctx)) as never)
  },

  runRetention: async ({ apply }, ctx) => {
    const workspace = requireWorkspace(ctx)
    if (apply && workspace.readOnly) return fail('read-only', say().readOnly)
    const { findings, revision } = await workspace.writer.call(
      'privacyRetain',
      { apply, now: new Date().toISOString() },
      { signal: ctx.signal },
    )
    if (revision !== null) workspace.revision = revision
    return ok(findings)
  },

  years: async (_input, ctx) => ok(await years(ctx)),

  closeYear: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('privacyCloseYear', input)
    return ok(await years(ctx))
  },

  reopenYear: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('privacyReopenYear', input)
    return ok(await years(ctx))
  },

  archiveYear: ({ year, path }, ctx) => archiveYear(ctx, year, path),
} satisfies Service<'privacy'>

const years = (ctx: CallContext) => requireWorkspace(ctx).reader.call('privacyYears', {})
const rulesOf = (ctx: CallContext) => requireWorkspace(ctx).reader.call('privacyRetention', {})

/** Backups that were made before: they hold the name until the rotation takes them, or somebody deletes them. */
async function backupsOf(ctx: CallContext): Promise<number> {
  const listed = await ctx.call('backup.list', {})
  return listed.ok ? listed.value.backups.length : 0
}
