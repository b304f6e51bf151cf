import type { ReportDefinition } from '../../../shared/report/definition.ts'
import { ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { putInto } from './deliver.ts'
import { dropRows, makeFile, readPiece } from './file.ts'
import { figureService } from './figures/service.ts'
import { makeDocument } from './make/document.ts'
import { templateOf, templatesFor } from './templates.ts'
import { noReport } from './writes.ts'

/** Entries that a preview shows of a data section. */
const PREVIEWED = 200

export const reportsService = {
  ...figureService,

  templates: async ({ language }, ctx) => {
    const status = await ctx.call('workspace.status', {})
    const profile = status.ok ? status.value.settings?.profile : undefined
    return ok(templatesFor(profile).map(template => templateOf(template, language)))
  },

  list: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('reportsList', {})),

  save: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('reportsSave', input)),

  duplicate: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('reportsDuplicate', input)),

  remove: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('reportsRemove', input)),

  preview: async ({ report }, ctx) => {
    const document = await makeDocument(report, ctx)
    try {
      const made = await ctx.app.analysis.call(
        'reportsPreview',
        { document, entries: PREVIEWED },
        { signal: ctx.signal },
      )
      return ok({
        ...made,
        from: document.from,
        to: document.to,
        figures: document.figures.length,
        printed: document.figures,
      })
    } finally {
      await dropRows(document)
    }
  },

  make: async ({ which, format }, ctx) => {
    const report = 'report' in which ? which.report : (await stored(which.id, ctx)).report
    return ok(await makeFile(report, which.id, format, ctx))
  },

  piece: async ({ token, offset }, ctx) => ok(await readPiece(ctx, token, offset)),

  deliver: async ({ id, format, folder }, ctx) => {
    const { report } = await stored(id, ctx)
    const made = await makeFile(report, id, format, ctx)
    const from = ctx.app.files.path(made.token)
    if (!from) throw new Error('the file that was just made is not there')
    return ok({ ...made, path: await putInto(folder, made.name, from.path) })
  },

  runs: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('reportsRuns', input)),
} satisfies Service<'reports'>

async function stored(id: number, ctx: CallContext): Promise<{ report: ReportDefinition }> {
  const found = await requireWorkspace(ctx).reader.call('reportsOne', { id })
  if (!found) throw noReport(id)
  return found
}
