import type { QualityRuleBody } from '../../../shared/contract/quality.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { compilePattern } from '../../../shared/text/pattern.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { scoreOf } from './score.ts'
import { say as sayOfChecks } from './checks/messages.ts'
import { say } from './messages.ts'

export const qualityService = {
  rules: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('qualityRules', {})),

  saveRule: async ({ id, rule }, ctx) => {
    const problem = problemOf(rule)
    if (problem !== undefined) return fail('bad-input', problem)
    return ok(await requireWorkspace(ctx).writer.call('qualitySaveRule', { id, rule }))
  },

  deleteRule: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('qualityDeleteRule', input)),

  resetRules: async (_input, ctx) => ok(await requireWorkspace(ctx).writer.call('qualityResetRules', {})),

  run: async ({ batch, filters }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const scope = await scopeOf(filters, batch, ctx)
    const rules = (await workspace.reader.call('qualityRules', {})).filter(rule => rule.active)
    const { entries, revision, results } = await workspace.reader.call(
      'qualityCheck',
      { rules, filters: scope, today: today() },
      watched(ctx),
    )
    const all = results.map((result, i) => ({ ...result, rule: rules[i] as (typeof rules)[number] }))
    const run = {
      batch: batch ?? null,
      filters,
      entries,
      score: scoreOf(all),
      dataRevision: revision,
      results: all,
    }
    return ok(await workspace.writer.call('qualityRecord', run, { signal: ctx.signal }))
  },

  runs: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('qualityRuns', input)),

  check: async ({ rule, batch, filters, offset, limit }, ctx) => {
    const problem = problemOf(rule)
    if (problem !== undefined) return fail('bad-input', problem)
    const scope = await scopeOf(filters, batch, ctx)
    const found = await requireWorkspace(ctx).reader.call(
      'qualityCheckOne',
      { rule, filters: scope, today: today(), offset, limit },
      watched(ctx),
    )
    const { entries, results, rows, total } = found
    const [result] = results
    if (!result) return fail('internal', 'The rule gave no result.')
    return ok({ result: { ...result, rule: { ...rule, id: 0 } }, entries, rows, total })
  },

  reconcile: async ({ batch }, ctx) =>
    ok(await requireWorkspace(ctx).reader.call('qualityReconcile', { batch }, watched(ctx))),
} satisfies Service<'quality'>

const watched = (ctx: CallContext) => ({ signal: ctx.signal, onProgress: ctx.progress.bind(ctx) })

/** Days since 1970-01-01 of the day that it is where the machine stands. */
function today(): number {
  const now = new Date()
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000
}

async function scopeOf(filters: Filters, batch: number | undefined, ctx: CallContext): Promise<Filters> {
  await textIndexReady(filters, ctx)
  return batch === undefined ? filters : { ...filters, batches: [batch] }
}

/** What the contract cannot say of a rule. */
function problemOf({ expects }: QualityRuleBody): string | undefined {
  if (expects.kind === 'pattern') {
    const compiled = compilePattern(expects.pattern, { exact: true })
    if ('problem' in compiled) return sayOfChecks().badPattern(expects.pattern, compiled.problem)
  }
  if (expects.kind === 'between') {
    const { min, max } = expects
    if (min === undefined && max === undefined) return say().noBounds()
    if (min !== undefined && max !== undefined && min > max) return say().boundsCrossed()
  }
  if (expects.kind === 'date') {
    const { from, to, fiscalYear, ahead } = expects
    if (from === undefined && to === undefined && fiscalYear === undefined && ahead === undefined)
      return say().noDates()
    if (from !== undefined && to !== undefined && from > to) return say().datesCrossed()
  }
  return undefined
}
