import { AUDIT_TESTS, type AuditField } from '../../../shared/data/audit-request.ts'
import { toDecimal, exponentOf } from '../../../shared/money/minor.ts'
import { FiltersSchema, type Filters } from '../../../shared/query/query.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { CHECKS, missingFor } from './checks/index.ts'
import { runOnWorkspace, watched } from './run-on-workspace.ts'
import { readValues } from './read-values.ts'
import { recordingOf } from './recording.ts'
import { sourcesOf } from './sources.ts'
import { headOf, workpaperOf } from './workpaper.ts'
import { say } from './messages.ts'

export const auditService = {
  table: async ({ token, ...asked }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    const request = { ...asked, path: file.path, name: file.name }
    return ok(await ctx.app.analysis.call('auditTable', request, watched(ctx)))
  },

  tests: async ({ columns }, ctx) => {
    const { sources, currency, entries } = await requireWorkspace(ctx).reader.call('auditSources', {})
    const found = sourcesOf(sources, columns)
    const has = new Set(Object.keys(found))
    const tests = AUDIT_TESTS.map(test => ({
      test,
      needs: [...CHECKS[test].needs],
      uses: [...CHECKS[test].uses],
      missing: missingFor(test, has) as AuditField[],
    }))
    return ok({ tests, columns: found, sources, currency, entries })
  },

  find: async ({ limit, ...asked }, ctx) => ok((await runOnWorkspace(asked, limit, ctx)).result),

  record: async ({ title, by, ...asked }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const revision = workspace.revision
    const ran = await runOnWorkspace(asked, MOST_STORED, ctx)
    const recording = await recordingOf(ran, { title, by: who(by, ctx), revision }, ctx)
    const run = await workspace.writer.call('auditRecord', recording, { signal: ctx.signal })
    return ok({ run, found: ran.result.found, stored: recording.exceptions.length })
  },

  runs: async (_input, ctx) => ok((await requireWorkspace(ctx).reader.call('auditRuns', {})).map(headOf)),

  show: async ({ run, verdict, offset, limit }, ctx) => {
    const { reader } = requireWorkspace(ctx)
    const asked = { run, offset, limit, ...(verdict !== undefined && { verdict }) }
    const stored = await reader.call('auditRun', asked)
    if (!stored) return fail('not-found', say().noWorkpaper(run))
    const now = await populationNow(FiltersSchema.parse(JSON.parse(stored.row.filters)), ctx)
    return ok(await workpaperOf(stored, now))
  },

  verdict: async (input, ctx) =>
    ok(headOf(await requireWorkspace(ctx).writer.call('auditVerdict', { ...input, by: who(input.by, ctx) }))),

  values: async (input, ctx) =>
    ok(headOf(await requireWorkspace(ctx).writer.call('auditValues', { ...input, by: who(input.by, ctx) }))),

  valuesFile: async ({ run, token, by }, ctx) => {
    const { reader, writer } = requireWorkspace(ctx)
    const stored = await reader.call('auditRun', { run, offset: 0, limit: 1 })
    if (!stored) return fail('not-found', say().noWorkpaper(run))
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    const table = await ctx.app.analysis.call(
      'readPlainTable',
      { path: file.path, name: file.name },
      watched(ctx),
    )
    const items = readValues(table, stored)
    if (items.length === 0) return fail('bad-input', say().noAuditValues(file.name))
    const row = await writer.call('auditValues', { run, items, by: who(by, ctx) })
    return ok({ head: headOf(row), read: table.rows.length, entered: items.length })
  },

  conclude: async (input, ctx) =>
    ok(
      headOf(await requireWorkspace(ctx).writer.call('auditConclude', { ...input, by: who(input.by, ctx) })),
    ),

  sign: async ({ run, by }, ctx) =>
    ok(headOf(await requireWorkspace(ctx).writer.call('auditSign', { run, by: who(by, ctx) }))),

  discard: async ({ run }, ctx) =>
    ok({ run: await requireWorkspace(ctx).writer.call('auditDiscard', { run }) }),
} satisfies Service<'audit'>

/** Of more the workpaper says how many there are. A test that finds so many was asked too widely. */
const MOST_STORED = 200_000

/** Number and sum of what filters select now, entries without a rate left out. */
async function populationNow(filters: Filters, ctx: CallContext): Promise<{ rows: number; sum: string }> {
  await textIndexReady(filters, ctx)
  const query = { measures: [{ op: 'sum' as const, of: 'amount' }], filters, groupBy: [], orderBy: [] }
  const asked = { query, engine: 'columnar' as const }
  const found = await requireWorkspace(ctx).reader.call('query', asked, { signal: ctx.signal })
  const sum = found.totals['sum(amount)']
  const whole = typeof sum === 'number' || typeof sum === 'bigint' ? sum : 0
  return { rows: found.matched - found.unconverted, sum: toDecimal(whole, exponentOf(found.currency)) }
}

/** Who is logged in; a name that was given beside it is kept too, for people who share an account. */
function who(by: string, { session }: CallContext): string {
  const user = session.user?.name ?? ''
  return by !== '' && user !== '' && by !== user ? `${by} (${user})` : by || user
}
