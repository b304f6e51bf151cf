import type { Progress } from '../../../shared/contract/progress.ts'
import { FailureError, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'

export const referenceService = {
  previewRates: async (input, ctx) => ok((await readRates(input, ctx)).report),

  importRates: async ({ reconvert, limitDays, ...input }, ctx) => {
    const { report, rates } = await readRates(input, ctx)
    const workspace = requireWorkspace(ctx)
    const source = report.layout === 'ecb' ? 'ECB' : report.file
    const written = await workspace.writer.call(
      'referenceSetRates',
      { file: report.file, rates: rates.map(rate => ({ ...rate, source })), reconvert, limitDays },
      optionsOf(ctx),
    )
    const { revision, ...counts } = written
    workspace.revision = revision
    return ok({ ...report, ...counts })
  },

  rates: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('referenceRateList', {})),
} satisfies Service<'reference'>

async function readRates({ token, against }: { token: string; against?: string }, ctx: CallContext) {
  const { base } = await requireWorkspace(ctx).reader.call('referenceBase', {})
  return ctx.app.analysis.call('referenceRates', { ...fileOf(ctx, token), against, base }, optionsOf(ctx))
}

function fileOf(ctx: CallContext, token: string): { path: string; name: string } {
  const file = ctx.app.files.path(token)
  if (!file) throw new FailureError('not-found', 'The file is not at hand any more. Choose it again.')
  return { path: file.path, name: file.name }
}

const optionsOf = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})
