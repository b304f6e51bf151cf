import type { ChartReport } from '../../../shared/contract/reference.ts'
import { parseIsoDate, toIsoDate } from '../../../shared/calendar/day.ts'
import type { IndicatorsReport } from '../../../shared/contract/reference.ts'
import { plainKey } from './chart-writes.ts'
import type { IndicatorsFile } from './formats/indicators/indicators.ts'
import { say } from './messages.ts'
import { atPrices } from './prices.ts'
import type { NewRates } from './writes.ts'
import type { Chart } from './formats/chart/chart.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { fail, FailureError, ok } from '../../../shared/result/failure.ts'
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
    const source = report.layout === 'ecb' ? 'ECB' : report.file
    const dated = rates.map(rate => ({ ...rate, source }))
    return ok({ ...report, ...(await write(ctx, { file: report.file, rates: dated, reconvert, limitDays })) })
  },

  setRate: async ({ currency, date, rate, reconvert }, ctx) => {
    const { base } = await requireWorkspace(ctx).reader.call('referenceBase', {})
    if (currency === base) return fail('bad-input', say().baseItself(base))
    const plain = rate.trim()
    const day = parseIsoDate(date)
    if (day === undefined || !/^\d{1,12}(?:\.\d{1,12})?$/.test(plain) || !/[1-9]/.test(plain))
      return fail('bad-input', say().notARate(rate))
    const rates = [{ currency, day, rate: plain, source: say().byHand() }]
    return ok(await write(ctx, { file: `${currency} ${date}`, rates, reconvert, limitDays: undefined }))
  },

  removeRate: async ({ currency, date }, ctx) => {
    const day = parseIsoDate(date)
    if (day === undefined) return fail('not-found', say().noRate(currency, date))
    return changed(
      ctx,
      await requireWorkspace(ctx).writer.call('referenceRemoveRate', { currency, day, date }),
    )
  },

  convert: async ({ reconvert, limitDays }, ctx) =>
    ok(await write(ctx, { file: '', rates: [], reconvert, limitDays })),

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

  accounts: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('referenceAccounts', {})),

  rates: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('referenceRateList', {})),
  rateDays: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('referenceRateDays', input)),

  previewIndicators: async ({ token }, ctx) => ok((await readIndicators(token, ctx)).report),

  importIndicators: async ({ token }, ctx) => {
    const { report, file } = await readIndicators(token, ctx)
    const workspace = requireWorkspace(ctx)
    const { revision, ...counts } = await workspace.writer.call(
      'referenceSetIndicators',
      { file: file.name, series: file.series },
      optionsOf(ctx),
    )
    workspace.revision = revision
    return ok({ ...report, ...counts })
  },

  indicators: async (_input, ctx) =>
    ok(await requireWorkspace(ctx).reader.call('referenceIndicatorList', {})),
  indicator: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('referenceIndicator', input)),
  renameIndicator: async (input, ctx) =>
    changed(ctx, await requireWorkspace(ctx).writer.call('referenceRenameIndicator', input)),
  removeIndicator: async (input, ctx) =>
    changed(ctx, await requireWorkspace(ctx).writer.call('referenceRemoveIndicator', input)),

  prices: async ({ indicator, filters }, ctx) => {
    const { points, ...about } = await requireWorkspace(ctx).reader.call('referenceIndicator', {
      id: indicator,
    })
    const sums = await ctx.call('explore.query', {
      query: { measures: [{ op: 'sum' }], filters, groupBy: [{ grain: 'month' }] },
    })
    if (!sums.ok) return sums
    const priced = atPrices(points, sums.value.rows)
    if (!priced) return fail('bad-input', say().notAnIndex(about.name))
    return ok({ indicator: about, currency: sums.value.currency, ...priced })
  },
} satisfies Service<'reference'>

/** Writes rates and converts by them. */
async function write(ctx: CallContext, rates: NewRates) {
  const workspace = requireWorkspace(ctx)
  const { revision, ...counts } = await workspace.writer.call('referenceSetRates', rates, optionsOf(ctx))
  workspace.revision = revision
  return counts
}

function changed(ctx: CallContext, { revision }: { revision: number }) {
  requireWorkspace(ctx).revision = revision
  return ok({})
}

async function readIndicators(
  token: string,
  ctx: CallContext,
): Promise<{ report: IndicatorsReport; file: IndicatorsFile & { name: string } }> {
  const file = await ctx.app.analysis.call('referenceIndicators', fileOf(ctx, token), optionsOf(ctx))
  const there = await requireWorkspace(ctx).reader.call('referenceIndicatorList', {})
  const known = new Set(there.map(one => one.name))
  const series = file.series.map(({ name, values }) => ({
    name,
    values: values.length,
    from: toIsoDate(values[0]?.day ?? 0),
    to: toIsoDate(values.at(-1)?.day ?? 0),
    latest: values.at(-1)?.value ?? '',
    known: known.has(name),
  }))
  return { file, report: { file: file.name, series, problems: file.problems } }
}

async function readRates({ token, against }: { token: string; against?: string }, ctx: CallContext) {
  const { base } = await requireWorkspace(ctx).reader.call('referenceBase', {})
  return ctx.app.analysis.call('referenceRates', { ...fileOf(ctx, token), against, base }, optionsOf(ctx))
}

function fileOf(ctx: CallContext, token: string): { path: string; name: string } {
  const file = ctx.app.files.path(token)
  if (!file) throw new FailureError('not-found', say().fileGone())
  return { path: file.path, name: file.name }
}

const optionsOf = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})
