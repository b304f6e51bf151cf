import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerForecast, LedgerForecastRequest } from '../../../shared/contract/forecast.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { BUILT_IN_DIMENSIONS } from '../../../shared/query/dimensions.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { WorkerClient } from '../../compute/client.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import type { AnalysisOps } from '../../workers/analysis-ops.ts'
import { entriesFile } from './entries-file.ts'
import { forecastOf, recordOf, runOf } from './runs.ts'
import { say } from './messages.ts'

export const forecastService = {
  table: async ({ token, ...request }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    const asked = { ...request, path: file.path, name: file.name }
    return ok(
      await analysisFor(request.method, ctx, worker => worker.call('forecastFile', asked, optionsOf(ctx))),
    )
  },

  run: async (request, ctx) => ok(await forecastNow(request, ctx)),

  keep: async ({ note, ...request }, ctx) => {
    const { revision } = requireWorkspace(ctx)
    const forecast = await forecastNow(request, ctx)
    if (forecast.series.length === 0) return fail('bad-input', say().nothingToKeep)
    const kept = await requireWorkspace(ctx).writer.call(
      'forecastKeep',
      recordOf(request, forecast, note, revision),
    )
    return ok(runOf(kept))
  },

  runs: async (_input, ctx) => ok((await requireWorkspace(ctx).reader.call('forecastRuns', {})).map(runOf)),

  kept: async (input, ctx) => {
    const run = await requireWorkspace(ctx).reader.call('forecastRun', input)
    if (run.analysis !== 'forecast') return fail('not-found', say().noRun(input.run))
    return ok({ run: runOf(run), forecast: forecastOf(run) })
  },

  promote: async (input, ctx) =>
    ok((await requireWorkspace(ctx).writer.call('forecastPromote', input)).map(runOf)),

  archive: async (input, ctx) =>
    ok((await requireWorkspace(ctx).writer.call('forecastArchive', input)).map(runOf)),

  write: async ({ run }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const kept = await workspace.reader.call('forecastRun', { run })
    if (kept.analysis !== 'forecast') return fail('not-found', say().noRun(run))
    const forecast = forecastOf(kept)
    const { by } = forecast
    if (by !== undefined && !BUILT_IN_DIMENSIONS.some(one => one.id === by))
      return fail('bad-input', say().notWritten)
    const { profile } = await workspace.reader.call('forecastProfile', {})
    const { csv, rows, mapping } = entriesFile(forecast, run, profile)
    if (rows === 0) return fail('bad-input', say().allNought)
    const path = join(ctx.app.paths.temp, randomBytes(16).toString('hex'))
    await writeFile(path, csv, { flag: 'wx', mode: 0o600 })
    const name = say().runFile(run)
    const { token } = ctx.app.files.add(path, name, Buffer.byteLength(csv), true)
    const written = await ctx.call('import.commit', { token, mapping, profile })
    if (!written.ok) return written
    await workspace.writer.call('forecastWritten', { run, batch: written.value.id })
    return ok({ batch: written.value.id, file: name, entries: written.value.counts.loaded })
  },

  countries: async (_input, ctx) => ok(await ctx.app.analysis.call('forecastCountries', {})),
} satisfies Service<'forecast'>

const optionsOf = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})

async function forecastNow(request: LedgerForecastRequest, ctx: CallContext): Promise<LedgerForecast> {
  await textIndexReady(request.filters, ctx)
  const filters = withActual(withFlow(request.filters, request.measure))
  const dimensions = request.by === undefined ? [] : [request.by]
  const asked = { filters, dimensions }
  const { columns, ledgerTo } = await requireWorkspace(ctx).reader.call('forecastColumns', asked, {
    signal: ctx.signal,
  })
  return analysisFor(request.method, ctx, worker =>
    worker.call('forecastLedger', { request, columns, ledgerTo }, optionsOf(ctx)),
  )
}

/**
 * The worker of all analyses; for Prophet one of its own, which a cancel ends: a fit is seconds of WebAssembly that hears no flag and
 * would hold the others up.
 */
async function analysisFor<T>(
  method: LedgerForecastRequest['method'],
  ctx: CallContext,
  work: (worker: CallContext['app']['analysis']) => Promise<T>,
): Promise<T> {
  if (method !== 'prophet') return work(ctx.app.analysis)
  const own = new WorkerClient<AnalysisOps>('analysis')
  const kill = (): void => void own.kill()
  ctx.signal.addEventListener('abort', kill, { once: true })
  try {
    return await work(own)
  } finally {
    ctx.signal.removeEventListener('abort', kill)
    await own.close()
  }
}

/** The side of the result that the measure is about, within what is filtered already. */
function withFlow(filters: Filters, measure: LedgerForecastRequest['measure']): Filters {
  const sides = measure === 'net' ? ['income', 'expense'] : measure === 'income' ? ['income'] : ['expense']
  const asked = filters.members?.['flow']
  return {
    ...filters,
    members: { ...filters.members, flow: asked ? sides.filter(side => asked.includes(side)) : sides },
  }
}
