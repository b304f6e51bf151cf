import type { EntryRow } from '../../../shared/contract/ledger.ts'
import type { Rule, RuleBody, RuleFile, Run } from '../../../shared/contract/rules.ts'
import { RuleFileSchema } from '../../../shared/contract/rules.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import type { Plan } from './run.ts'
import { say } from './messages.ts'

const LONGEST = 500

export const rulesService = {
  list: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('rulesList', undefined)),
  save: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('rulesSave', input)),
  remove: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('rulesRemove', input)),
  reorder: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('rulesReorder', input)),

  export: async (_input, ctx) => {
    const rules = await requireWorkspace(ctx).reader.call('rulesList', undefined)
    const bodies = rules.map(({ id: _id, position: _position, ...body }: Rule) => body)
    return ok({ farthing: 'rules', version: 1, rules: bodies } satisfies RuleFile)
  },

  import: async ({ json, replace }, ctx) => {
    const file = readRules(json)
    if (!file.ok) return file
    const rules = await requireWorkspace(ctx).writer.call('rulesImport', { rules: file.value.rules, replace })
    return ok({ added: file.value.rules.length, rules })
  },

  dryRun: async ({ rule, batch, examples }, ctx) => {
    const plan = await planOf(ctx, { ...(rule && { rule }), ...(batch !== undefined && { batch }), examples })
    return ok(await runOf(ctx, plan, null))
  },

  apply: async ({ id, batch }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const asked = { ...(id !== undefined && { id }), ...(batch !== undefined && { batch }), examples: 0 }
    const plan = await planOf(ctx, asked)
    if (id !== undefined && plan.rules.length === 0) return fail('not-found', say().noRule(id))
    if (plan.changed === 0) return ok(await runOf(ctx, plan, null))
    const name = plan.rules
      .filter(rule => rule.changed > 0)
      .map(rule => rule.name)
      .join(', ')
      .slice(0, LONGEST)
    const { revision, change } = await workspace.writer.call(
      'rulesApply',
      { plan, name },
      { signal: ctx.signal },
    )
    workspace.revision = revision
    return ok(await runOf(ctx, plan, change))
  },

  suggest: async (input, ctx) =>
    ok(await requireWorkspace(ctx).reader.call('rulesSuggest', input, { signal: ctx.signal })),

  transfers: async ({ days }, ctx) => {
    const { reader } = requireWorkspace(ctx)
    const options = { signal: ctx.signal, onProgress: ctx.progress.bind(ctx) }
    const { paired, ...input } = await reader.call('rulesSides', {}, options)
    const pairs = await ctx.app.analysis.call('rulesPairs', { ...input, days }, { signal: ctx.signal })
    // What is asked of a person comes first; a page shows no more than some hundreds.
    const shown = pairs.toSorted((a, b) => Number(a.sure) - Number(b.sure)).slice(0, 5000)
    const rows = await rowsOf(
      ctx,
      shown.flatMap(pair => [pair.out, pair.in]),
    )
    return ok({
      paired,
      found: shown.flatMap(pair => {
        const [out, other] = [rows.get(pair.out), rows.get(pair.in)]
        return out && other ? [{ out, in: other, days: pair.days, sure: pair.sure, why: pair.why }] : []
      }),
    })
  },

  pairTransfers: async (input, ctx) =>
    stepped(ctx, await requireWorkspace(ctx).writer.call('rulesPair', input)),
  unpair: async (input, ctx) => stepped(ctx, await requireWorkspace(ctx).writer.call('rulesUnpair', input)),
  refuseTransfer: async (input, ctx) => {
    await requireWorkspace(ctx).writer.call('rulesRefuse', input)
    return ok({})
  },

  recurring: async (_input, ctx) => {
    const { reader } = requireWorkspace(ctx)
    const options = { signal: ctx.signal, onProgress: ctx.progress.bind(ctx) }
    const input = await reader.call('rulesItems', {}, options)
    return ok(await ctx.app.analysis.call('rulesRecurring', input, { signal: ctx.signal }))
  },

  categories: async (_input, ctx) =>
    ok(await requireWorkspace(ctx).reader.call('rulesCategories', undefined)),
  createCategory: async (input, ctx) => {
    const { writer, reader } = requireWorkspace(ctx)
    await writer.call('rulesCreateCategory', input)
    return ok(await reader.call('rulesCategories', undefined))
  },
  addStarterCategories: async (input, ctx) => {
    const { writer, reader } = requireWorkspace(ctx)
    await writer.call('rulesAddStarters', input)
    return ok(await reader.call('rulesCategories', undefined))
  },
  renameCategory: async (input, ctx) =>
    stepped(ctx, await requireWorkspace(ctx).writer.call('rulesRenameCategory', input)),
  moveCategory: async (input, ctx) =>
    stepped(ctx, await requireWorkspace(ctx).writer.call('rulesMoveCategory', input)),
  mergeCategory: async (input, ctx) =>
    stepped(ctx, await requireWorkspace(ctx).writer.call('rulesMergeCategory', input)),
} satisfies Service<'rules'>

function planOf(
  ctx: CallContext,
  input: { rule?: RuleBody; id?: number; batch?: number; examples: number },
): Promise<Plan> {
  return requireWorkspace(ctx).reader.call('rulesPlan', input, {
    signal: ctx.signal,
    onProgress: progress => ctx.progress(progress),
  })
}

async function runOf(ctx: CallContext, plan: Plan, change: number | null): Promise<Run> {
  const rows = await rowsOf(
    ctx,
    plan.examples.map(example => example.id),
  )
  return {
    matched: plan.matched,
    changed: plan.changed,
    rules: plan.rules,
    change,
    examples: plan.examples.flatMap(({ id, becomes }) => {
      const row = rows.get(id)
      return row ? [{ ...row, becomes }] : []
    }),
  }
}

async function rowsOf(ctx: CallContext, ids: readonly number[]): Promise<Map<number, EntryRow>> {
  const rows = await requireWorkspace(ctx).reader.call('ledgerRows', { ids })
  return new Map(rows.map(row => [row.id, row]))
}

function stepped(
  ctx: CallContext,
  { revision, change, entries }: { revision: number; change: number | null; entries: number },
): Result<{ change: number | null; entries: number }> {
  requireWorkspace(ctx).revision = revision
  return ok({ change, entries })
}

function readRules(json: string): Result<RuleFile> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return fail('bad-input', say().notJson((error as Error).message))
  }
  if ((value as { farthing?: unknown } | null)?.farthing !== 'rules')
    return fail('bad-input', say().otherFile())
  const parsed = RuleFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail('bad-input', say().notRules(issue?.path.join('.') ?? '', issue?.message ?? ''))
}
