import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { loadEntries, readFigures } from './load.ts'
import { textIndexReady } from '../../text-index-ready.ts'

export const budgetService = {
  scenarios: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('budgetScenarios', {})),

  variance: async (request, ctx) => {
    await textIndexReady(request.filters, ctx)
    const { reader } = requireWorkspace(ctx)
    return ok(await reader.call('budgetVariance', request, { signal: ctx.signal }))
  },

  previewFile: async (input, ctx) => ok((await readFigures(input, ctx)).report),

  importFile: async (input, ctx) => {
    const { report, csv, columns, ledger } = await readFigures(input, ctx)
    const written = await loadEntries(
      { csv, columns, name: `${input.scenario}: ${report.file}.csv` },
      ledger,
      ctx,
    )
    if (!written.ok) return written
    const { loaded, duplicate, rejected } = written.value.counts
    return ok({ ...report, batch: written.value.id, loaded, duplicate, rejected })
  },

  setCapital: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('budgetSetCapital', input)
    return ok({})
  },
} satisfies Service<'budget'>
