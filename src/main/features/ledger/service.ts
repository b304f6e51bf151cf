import type { Progress } from '../../../shared/contract/progress.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'

export const ledgerService = {
  dimensions: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerDimensions', {})),

  members: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerMembers', input)),

  page: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    const asked = { ...input, filters: withActual(input.filters) }
    return ok(await requireWorkspace(ctx).reader.call('ledgerPage', asked, { signal: ctx.signal }))
  },

  entry: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('ledgerEntry', input)),

  exportCsv: async (input, ctx) => {
    await textIndexReady(input.filters, ctx)
    const options = { signal: ctx.signal, onProgress: (progress: Progress) => ctx.progress(progress) }
    const asked = { filters: withActual(input.filters) }
    return ok(await requireWorkspace(ctx).reader.call('ledgerExport', asked, options))
  },
} satisfies Service<'ledger'>
