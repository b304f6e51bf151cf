import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'

export const exploreService = {
  query: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    // The word index may lag behind the imports; a read-only workspace is searched as far as it is indexed.
    if (input.query.filters.text && !workspace.readOnly)
      await workspace.writer.call('ensureTextIndex', {}, { signal: ctx.signal })
    return ok(await workspace.reader.call('query', input, { signal: ctx.signal }))
  },
} satisfies Service<'explore'>
