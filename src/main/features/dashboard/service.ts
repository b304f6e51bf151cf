import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'

export const dashboardService = {
  overview: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    return ok(await requireWorkspace(ctx).reader.call('dashboardOverview', input, { signal: ctx.signal }))
  },
} satisfies Service<'dashboard'>
