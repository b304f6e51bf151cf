import type { Progress } from '../../../shared/contract/progress.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import type { Changed } from '../../../shared/contract/ledger.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { maskerFor } from '../../masking.ts'
import { say } from './messages.ts'
import { textIndexReady } from '../../text-index-ready.ts'

export const ledgerService = {
  dimensions: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerDimensions', {})),

  members: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerMembers', input)),

  page: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    const asked = { ...input, filters: withActual(input.filters) }
    return ok(await requireWorkspace(ctx).reader.call('ledgerPage', asked, { signal: ctx.signal }))
  },

  groups: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    const asked = { ...input, filters: withActual(input.filters) }
    return ok(await requireWorkspace(ctx).reader.call('ledgerGroups', asked, { signal: ctx.signal }))
  },

  entry: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerEntry', input)),

  origins: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerOrigins', input)),

  exportCsv: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    const options = { signal: ctx.signal, onProgress: (progress: Progress) => ctx.progress(progress) }
    const asked = { filters: withActual(input.filters) }
    return ok(await requireWorkspace(ctx).reader.call('ledgerExport', asked, options))
  },

  edit: async ({ entries, set }, ctx) => {
    const ids = await idsOf(entries, ctx)
    return changed(ctx, await requireWorkspace(ctx).writer.call('ledgerEdit', { ids, set }, watching(ctx)))
  },

  attachments: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerAttachments', input)),

  attach: async ({ entry, token }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    const asked = { entry, path: file.path, name: file.name }
    return changed(
      ctx,
      await requireWorkspace(ctx).writer.call('ledgerAttach', asked, { signal: ctx.signal }),
    )
  },

  detach: async (input, ctx) => changed(ctx, await requireWorkspace(ctx).writer.call('ledgerDetach', input)),

  attachmentPiece: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    // A picture of a receipt cannot be masked.
    if (await maskerFor(workspace, ctx.session, 'ledger.attachmentPiece'))
      return fail('forbidden', say().attachmentMasked)
    return ok(await workspace.reader.call('ledgerAttachmentPiece', input))
  },

  split: async (input, ctx) => {
    const { writer } = requireWorkspace(ctx)
    const { parts, ...stepped } = await writer.call('ledgerSplit', input, { signal: ctx.signal })
    const done = changed(ctx, stepped)
    return done.ok ? ok({ ...done.value, parts }) : done
  },

  join: async (input, ctx) =>
    changed(ctx, await requireWorkspace(ctx).writer.call('ledgerJoin', input, { signal: ctx.signal })),

  remove: async ({ entries }, ctx) => {
    const ids = await idsOf(entries, ctx)
    return changed(ctx, await requireWorkspace(ctx).writer.call('ledgerRemove', { ids }, watching(ctx)))
  },

  restoreEntries: async (input, ctx) =>
    changed(ctx, await requireWorkspace(ctx).writer.call('ledgerRestore', input, { signal: ctx.signal })),

  trash: async ({ olderThan, ...input }, ctx) =>
    ok(await requireWorkspace(ctx).reader.call('ledgerTrash', { ...input, before: daysAgo(olderThan) })),

  purge: async ({ entries, files }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const which = 'ids' in entries ? entries : { before: daysAgo(entries.olderThan) }
    const { revision, ...purged } = await workspace.writer.call(
      'ledgerPurge',
      { entries: which, files },
      watching(ctx),
    )
    workspace.revision = revision
    return ok(purged)
  },

  history: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerHistory', input)),

  undo: async (_input, ctx) => stepped(ctx, 'ledgerUndo'),
  redo: async (_input, ctx) => stepped(ctx, 'ledgerRedo'),
} satisfies Service<'ledger'>

/** Entries chosen by a filter are those that the page shows: of the actual scenario, unless it asks for another. */
async function idsOf(
  entries: { ids: number[] } | { filters: Filters },
  ctx: CallContext,
): Promise<ArrayLike<number>> {
  if ('ids' in entries) return entries.ids
  await textIndexReady(entries.filters, ctx)
  return requireWorkspace(ctx).reader.call('ledgerIds', { filters: withActual(entries.filters) })
}

/** The moment before which something is older than so many days; without any, one that never comes. */
const daysAgo = (days: number | undefined): string =>
  days ? new Date(Date.now() - days * 86_400_000).toISOString() : '9999'

const watching = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})

function changed(ctx: CallContext, { revision, ...rest }: Changed & { revision: number }): Result<Changed> {
  requireWorkspace(ctx).revision = revision
  return ok(rest)
}

async function stepped(ctx: CallContext, op: 'ledgerUndo' | 'ledgerRedo') {
  const workspace = requireWorkspace(ctx)
  const { revision, step } = await workspace.writer.call(op, {}, watching(ctx))
  workspace.revision = revision
  return ok(step)
}
