import { withActual } from '../../../shared/query/scenario.ts'
import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'

export const exploreService = {
  query: async ({ query, engine }, ctx) => {
    await textIndexReady(query.filters, ctx)
    const asked = { ...query, filters: withActual(query.filters, query.groupBy) }
    return ok(
      await requireWorkspace(ctx).reader.call('query', { query: asked, engine }, { signal: ctx.signal }),
    )
  },
} satisfies Service<'explore'>
