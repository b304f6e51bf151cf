import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'

export const budgetService = {
  scenarios: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('budgetScenarios', {})),

  variance: async (request, ctx) => {
    await textIndexReady(request.filters, ctx)
    const { reader } = requireWorkspace(ctx)
    return ok(await reader.call('budgetVariance', request, { signal: ctx.signal }))
  },

  setCapital: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('budgetSetCapital', input)
    return ok({})
  },
} satisfies Service<'budget'>
