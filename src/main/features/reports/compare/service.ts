import type { Filters } from '../../../../shared/query/query.ts'
import { ok, type Result } from '../../../../shared/result/failure.ts'
import type { Progress } from '../../../../shared/contract/progress.ts'
import type { Cause, ChangedRow, ReportComparison } from '../../../../shared/contract/reports-figures.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { textIndexReady } from '../../../text-index-ready.ts'

export async function compare({ run }: { run: number }, ctx: CallContext): Promise<Result<ReportComparison>> {
  await wordsReady(run, ctx)
  return ok(await requireWorkspace(ctx).reader.call('reportsCompare', { run }, options(ctx)))
}

export async function compareRows(
  asked: { run: number; figure: string; cause: Cause; offset: number; limit: number },
  ctx: CallContext,
): Promise<Result<{ total: number; rows: ChangedRow[] }>> {
  await wordsReady(asked.run, ctx)
  return ok(await requireWorkspace(ctx).reader.call('reportsCompareRows', asked, options(ctx)))
}

const options = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})

async function wordsReady(run: number, ctx: CallContext): Promise<void> {
  const filters: Filters[] = await requireWorkspace(ctx).reader.call('figureTextsOfRun', { run })
  for (const one of filters) await textIndexReady(one, ctx)
}
