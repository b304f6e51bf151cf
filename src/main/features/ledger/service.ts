import type { Progress } from '../../../shared/contract/progress.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'

export const ledgerService = {
  dimensions: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerDimensions', {})),

  members: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerMembers', input)),

  page: async (input, ctx) => {
    await catchUpTexts(input.filters, ctx)
    return ok(await requireWorkspace(ctx).reader.call('ledgerPage', input, { signal: ctx.signal }))
  },

  entry: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerEntry', input)),

  exportCsv: async (input, ctx) => {
    await catchUpTexts(input.filters, ctx)
    const options = { signal: ctx.signal, onProgress: (progress: Progress) => ctx.progress(progress) }
    return ok(await requireWorkspace(ctx).reader.call('ledgerExport', input, options))
  },
} satisfies Service<'ledger'>

/** The word index may lag behind the imports; a text filter waits for it. A read-only workspace is searched as far as it is indexed. */
async function catchUpTexts(filters: Filters, ctx: CallContext): Promise<void> {
  const workspace = requireWorkspace(ctx)
  if (!filters.text || workspace.readOnly) return
  await workspace.writer.call('ensureTextIndex', {}, { signal: ctx.signal })
}
