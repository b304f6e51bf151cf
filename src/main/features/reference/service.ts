import type { ChartReport } from '../../../shared/contract/reference.ts'
import { plainKey } from './chart-writes.ts'
import type { Chart } from './formats/chart/chart.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { FailureError, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'

const SAMPLE = 50

async function reportOn(chart: Chart & { name: string }, ctx: CallContext): Promise<ChartReport> {
  const about = chart.format === 'places' ? 'cost_centre' : 'account'
  const rows = chart.format === 'places' ? chart.places : chart.accounts
  const members = await requireWorkspace(ctx).reader.call('referenceMembers', { dimension: about })
  const known = new Set(members.map(member => plainKey(member.key)))
  const stated = new Set(rows.map(row => plainKey(row.key)))
  return {
    file: chart.name,
    format: chart.format,
    about,
    rows: rows.length,
    matched: members.filter(member => stated.has(plainKey(member.key))).length,
    unmatched: members
      .filter(member => !stated.has(plainKey(member.key)))
      .map(member => member.key)
      .slice(0, 1000),
    unused: rows.filter(row => !known.has(plainKey(row.key))).length,
    problems: chart.problems.slice(0, 200),
    sample: [
      ...chart.accounts.map(({ key, name, type, levels }) => ({ key, name, type, levels, members: {} })),
      ...chart.places.map(({ key, name, members: own }) => ({
        key,
        name,
        type: '',
        levels: [],
        members: own,
      })),
    ].slice(0, SAMPLE),
  }
}

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

  previewChart: async ({ token }, ctx) => {
    const chart = await ctx.app.analysis.call('referenceChart', fileOf(ctx, token), optionsOf(ctx))
    return ok(await reportOn(chart, ctx))
  },

  importChart: async ({ token }, ctx) => {
    const chart = await ctx.app.analysis.call('referenceChart', fileOf(ctx, token), optionsOf(ctx))
    const report = await reportOn(chart, ctx)
    const workspace = requireWorkspace(ctx)
    const { revision, ...counts } = await workspace.writer.call('referenceSetChart', chart, optionsOf(ctx))
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
