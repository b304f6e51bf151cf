import { fail, FailureError, ok } from '../../../shared/result/failure.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import type { Said } from './say.ts'
import { newestDay, watch } from './watch.ts'
import { say } from './messages.ts'

/** What the last look saw, while the workspace is open: opening it is a reason to look. */
const seen = new WeakMap<OpenWorkspace, string>()

export const alertsService = {
  list: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('alertsList', {})),

  rules: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('alertsRules', {})),

  saveRule: async ({ id, rule }, ctx) => {
    const { watch: own } = rule
    if (own.kind === 'threshold' && own.measure !== 'sum' && own.limit < 0)
      return fail('bad-input', say().limitBelowNil)
    return ok(await requireWorkspace(ctx).writer.call('alertsSaveRule', { id, rule }))
  },

  deleteRule: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('alertsDeleteRule', input)),

  look: async ({ force }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const { reader } = workspace
    const today = todayHere()
    const rules = await reader.call('alertsRules', {})
    const state = JSON.stringify([workspace.revision, today, rules])
    if (!force && seen.get(workspace) === state)
      return ok({ ...(await reader.call('alertsList', {})), raised: 0, problems: [] })
    const live = rules.filter(rule => rule.enabled)
    const newest = live.length > 0 ? await newestDay(ctx, today) : undefined
    const said: Said[] = []
    const problems: { rule: number; name: string; message: string }[] = []
    for (const [done, rule] of live.entries()) {
      if (newest === undefined) break
      ctx.progress({ stage: rule.name, done, total: live.length, unit: 'steps' })
      try {
        said.push(...(await watch(rule, newest, today, ctx)))
      } catch (error) {
        // One rule that cannot be held against this ledger (its scenario is gone …) must not silence the others.
        if (!(error instanceof FailureError) || error.failure.code === 'cancelled') throw error
        problems.push({ rule: rule.id, name: rule.name, message: error.message })
      }
    }
    const { raised } = said.length > 0 ? await workspace.writer.call('alertsRaise', { said }) : { raised: 0 }
    seen.set(workspace, state)
    return ok({ ...(await reader.call('alertsList', {})), raised, problems })
  },

  mark: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('alertsMark', input)),
} satisfies Service<'alerts'>

/** Days since 1970-01-01 of the day that it is where the machine stands. */
function todayHere(): number {
  const now = new Date()
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000
}
