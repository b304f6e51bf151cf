import { ACTUAL } from '../../../shared/query/scenario.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { entriesCsv } from './entries-csv.ts'
import { planEntries } from './set-plan.ts'
import { loadEntries, readFigures } from './load.ts'
import { say } from './messages.ts'
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

  plan: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('budgetPlan', input)),

  setPlan: async (input, ctx) => {
    const { reader, revision } = requireWorkspace(ctx)
    if (input.scenario === ACTUAL) return fail('bad-input', say().actualIsNotPlanned)
    const plan = await reader.call('budgetPlan', input)
    const entries = planEntries(plan, input, `${input.year}, step ${revision + 1}`)
    if (entries.length === 0) return ok({ batch: null, entries: 0 })
    const file = {
      ...entriesCsv(entries, plan.currency, 'Plan'),
      name: `${input.scenario}: plan ${input.year}.csv`,
    }
    const written = await loadEntries(file, plan, ctx)
    return written.ok ? ok({ batch: written.value.id, entries: written.value.counts.loaded }) : written
  },

  saveComment: async ({ text, by, ...place }, ctx) => {
    if (place.to < place.from) return fail('bad-input', say().endsBeforeBegins)
    const user = ctx.session.user?.name ?? ''
    // A name given beside that of a shared account is kept, too.
    const who = by !== '' && user !== '' && by !== user ? `${by} (${user})` : by || user
    const said = { place, text, by: who, at: new Date().toISOString() }
    return ok(await requireWorkspace(ctx).writer.call('budgetComment', said))
  },

  setCapital: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    workspace.revision = await workspace.writer.call('budgetSetCapital', input)
    return ok({})
  },
} satisfies Service<'budget'>
