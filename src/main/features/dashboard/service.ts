import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'

export const dashboardService = {
  overview: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    // The word index may lag behind the imports; a read-only workspace is searched as far as it is indexed.
    if (input.filters.text && !workspace.readOnly)
      await workspace.writer.call('ensureTextIndex', {}, { signal: ctx.signal })
    return ok(await workspace.reader.call('dashboardOverview', input, { signal: ctx.signal }))
  },
} satisfies Service<'dashboard'>
