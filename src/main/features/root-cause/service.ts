import type { ChangeExplanation } from '../../../shared/contract/root-cause.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { bothFilters } from '../../../shared/query/both.ts'
import { EVIDENCE, type ExplainedColumns } from './explain-columns.ts'
import { findingsOf } from './findings.ts'
import type { ChangeByDimensions } from './change.ts'
import { say } from './messages.ts'

export const rootCauseService = {
  explainTable: async (input, ctx) => {
    const { token, ...request } = input
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    return ok(
      await ctx.app.analysis.call(
        'explainTable',
        { ...request, path: file.path, name: file.name },
        watch(ctx),
      ),
    )
  },

  explain: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    const { reader } = requireWorkspace(ctx)
    const { dimensions, sign, ...change } = await reader.call('rootCauseChange', input, {
      signal: ctx.signal,
    })
    const by = dimensions.map(d => d.dimension)
    const shown = { ...change, measure: input.measure, compared: input.compared, dimensions }
    const nothing = { causes: [], method: 'riskloc' as const, reclassified: [], findings: [], parameters: {} }
    if (change.missing === 'entries' || by.length === 0) return ok({ ...shown, ...nothing })
    const before = await rowsOf(ctx, change.before.filters, by)
    const after = await rowsOf(ctx, change.after.filters, by)
    const found = await ctx.app.analysis.call('explainColumns', { before, after, sign }, watch(ctx))
    const { parameters, method, reclassified } = found
    const explanation = {
      ...shown,
      ...nothing,
      parameters,
      method,
      reclassified,
      causes: labelled(
        before.rows ? await withEvidence(ctx, change, found.causes) : found.causes,
        after.dimensions,
      ),
    }
    return ok({ ...explanation, findings: findingsOf(explanation) })
  },

  breakdown: async ({ by, ...input }, ctx) => {
    await textIndexReady(input.filters, ctx)
    const { reader } = requireWorkspace(ctx)
    const {
      dimensions,
      sign: _sign,
      residual: _residual,
      effects: _effects,
      ...change
    } = await reader.call('rootCauseChange', { ...input, by: [by] }, { signal: ctx.signal })
    return ok({
      ...change,
      measure: input.measure,
      compared: input.compared,
      breakdown: dimensions[0] ?? { dimension: by, members: [] },
    })
  },

  association: async ({ trees, seed, ...input }, ctx) => {
    await textIndexReady(input.filters, ctx)
    const { reader } = requireWorkspace(ctx)
    const change: ChangeByDimensions = await reader.call(
      'rootCauseChange',
      { ...input, top: 1 },
      { signal: ctx.signal },
    )
    const by = change.dimensions.map(d => d.dimension)
    if (change.missing === 'entries' || by.length === 0) return fail('not-found', say().noFactors)
    const columns = await extracted(ctx, change.after.filters, by)
    return ok(await ctx.app.analysis.call('associateColumns', { columns, trees, seed }, watch(ctx)))
  },
} satisfies Service<'root-cause'>

const watch = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Parameters<CallContext['progress']>[0]) => ctx.progress(progress),
})

const rowsOf = (ctx: CallContext, filters: Filters, dimensions: string[]) =>
  requireWorkspace(ctx).reader.call('rootCauseRows', { filters, dimensions }, { signal: ctx.signal })

/** The largest entries under each cause: of the later side, of the earlier where nothing is left. */
async function withEvidence(
  ctx: CallContext,
  { before, after }: Pick<ChangeByDimensions, 'before' | 'after'>,
  causes: ExplainedColumns['causes'],
): Promise<ExplainedColumns['causes']> {
  const { reader } = requireWorkspace(ctx)
  const under = async (filters: Filters, { members }: (typeof causes)[number]): Promise<number[]> => {
    const chosen = Object.fromEntries(Object.entries(members).map(([id, key]) => [id, [key]]))
    const both = bothFilters(filters, { members: chosen })
    return reader.call('rootCauseEvidence', { filters: both, limit: EVIDENCE }, { signal: ctx.signal })
  }
  const found: ExplainedColumns['causes'] = []
  for (const cause of causes) {
    // oxlint-disable-next-line no-await-in-loop -- few, and asked of one connection
    const later = await under(after.filters, cause)
    // oxlint-disable-next-line no-await-in-loop -- as above
    found.push({ ...cause, evidence: later.length > 0 ? later : await under(before.filters, cause) })
  }
  return found
}

const extracted = (ctx: CallContext, filters: Filters, dimensions: string[]) =>
  requireWorkspace(ctx).reader.call('extractColumns', { filters, dimensions }, { signal: ctx.signal })

function labelled(
  causes: ExplainedColumns['causes'],
  dimensions: Record<string, { keys: string[]; labels: string[] }>,
): ChangeExplanation['causes'] {
  const labelOf = (dimension: string, key: string): string => {
    const { keys = [], labels = [] } = dimensions[dimension] ?? {}
    return labels[keys.indexOf(key)] ?? key
  }
  return causes.map(cause => ({
    ...cause,
    members: Object.entries(cause.members).map(([dimension, key]) => ({
      dimension,
      key,
      label: labelOf(dimension, key),
    })),
  }))
}
