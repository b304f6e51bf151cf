import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { maskerFor } from '../../masking.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { say } from './messages.ts'
import { sqlAway } from './sql.ts'

/** Filters as they are asked for: of the actual entries unless scenarios are spoken of, and with the word index caught up. */
async function ready<T extends { filters: Filters }>(input: T, ctx: CallContext): Promise<T> {
  await textIndexReady(input.filters, ctx)
  return { ...input, filters: withActual(input.filters) }
}

const watch = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Parameters<CallContext['progress']>[0]) => ctx.progress(progress),
})

const reader = (ctx: CallContext) => requireWorkspace(ctx).reader

export const exploreService = {
  query: async ({ query, engine }, ctx) => {
    await textIndexReady(query.filters, ctx)
    const asked = { ...query, filters: withActual(query.filters, query.groupBy) }
    return ok(
      await requireWorkspace(ctx).reader.call('query', { query: asked, engine }, { signal: ctx.signal }),
    )
  },

  profile: async (input, ctx) =>
    ok(await reader(ctx).call('exploreProfile', await ready(input, ctx), watch(ctx))),

  breakdown: async (input, ctx) =>
    ok(await reader(ctx).call('exploreBreakdown', await ready(input, ctx), watch(ctx))),

  pivot: async (input, ctx) =>
    ok(await reader(ctx).call('explorePivot', await ready(input, ctx), watch(ctx))),

  series: async (input, ctx) =>
    ok(await reader(ctx).call('exploreSeries', await ready(input, ctx), watch(ctx))),

  correlation: async (input, ctx) =>
    ok(await reader(ctx).call('exploreCorrelation', await ready(input, ctx), watch(ctx))),

  distribution: async (input, ctx) =>
    ok(await reader(ctx).call('exploreDistribution', await ready(input, ctx), watch(ctx))),

  schema: async (_input, ctx) => ok(await reader(ctx).call('exploreSchema', {}, watch(ctx))),

  sql: async (input, ctx) => {
    // hex(label) is no name any more, and still says it. Whoever could turn masking off is left to it.
    if (ctx.session.role !== 'admin' && (await maskerFor(ctx.app.workspace, ctx.session, 'explore.sql')))
      return fail('forbidden', say().sqlMasked)
    return ok(await sqlAway(ctx, input))
  },
} satisfies Service<'explore'>
