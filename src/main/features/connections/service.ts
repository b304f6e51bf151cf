import type { Connection, ConnectionBody } from '../../../shared/contract/connections.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { extractNow } from './extraction.ts'
import { accountOf, connectionById, passwordState, reachOf } from './passwords.ts'
import { say } from './messages.ts'

export const connectionsService = {
  list: async (_input, ctx) => ok(await listed(ctx)),

  save: async ({ id, connection, password }, ctx) => {
    const problem = problemOf(connection)
    if (problem) return fail('bad-input', problem)
    const saved = await requireWorkspace(ctx).writer.call('connectionsSave', { id, connection })
    // An empty one is taken back; without a keychain it is asked each time, and kept nowhere.
    if (password === '') await ctx.app.secrets.delete(accountOf(ctx, saved))
    else if (password !== undefined) await ctx.app.secrets.set(accountOf(ctx, saved), password)
    return ok(await listed(ctx))
  },

  remove: async ({ id }, ctx) => {
    await requireWorkspace(ctx).writer.call('connectionsRemove', { id })
    await ctx.app.secrets.delete(accountOf(ctx, id))
    return ok(await listed(ctx))
  },

  test: async ({ id, connection, password }, ctx) => {
    const asked = connection ?? (id === undefined ? undefined : await connectionById(ctx, id))
    if (!asked) return fail('bad-input', say().sayWhich)
    const problem = problemOf(asked)
    if (problem) return fail('bad-input', problem)
    const reach = await reachOf(ctx, asked, id, password)
    const begun = performance.now()
    const about = await ctx.app.remote.call('sourceAbout', { reach }, { signal: ctx.signal })
    return ok({ ...about, ms: Math.round(performance.now() - begun) })
  },

  tables: async ({ id, password }, ctx) => {
    const reach = await reachOf(ctx, await connectionById(ctx, id), id, password)
    return ok(await ctx.app.remote.call('sourceTables', { reach }, { signal: ctx.signal }))
  },

  preview: async ({ id, password, source, limit }, ctx) => {
    const reach = await reachOf(ctx, await connectionById(ctx, id), id, password)
    return ok(await ctx.app.remote.call('sourcePreview', { reach, source, limit }, { signal: ctx.signal }))
  },

  queries: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('connectionsQueries', {})),

  saveQuery: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('connectionsSaveQuery', input)),

  removeQuery: async (input, ctx) =>
    ok(await requireWorkspace(ctx).writer.call('connectionsRemoveQuery', input)),

  extract: async ({ id, password }, ctx) => {
    const done = await extractNow(ctx, id, password)
    return done.ok ? ok(done.value.extract) : done
  },

  import: async ({ id, password, propose, answers }, ctx) => {
    const done = await extractNow(ctx, id, password, true)
    if (!done.ok) return done
    const { file, ...counts } = done.value.extract
    if (!file) return ok({ ...counts, batch: null })
    const { token, name } = file
    const preview = await ctx.call('import.preview', { token, answers })
    if (!preview.ok) return preview
    const { questions, mappingOrigin, sha256 } = preview.value
    if (questions.length > 0)
      return fail('import-unsettled', `${name}: ${questions.map(q => q.text).join(' ')}`, { questions })
    if (mappingOrigin === 'proposed' && !propose) return fail('import-unsettled', say().unconfirmed(name))
    const batch = await ctx.call('import.commit', { token, sha256, answers, check: true })
    return batch.ok ? ok({ ...counts, batch: batch.value }) : batch
  },

  origin: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('connectionsOrigin', input)),
} satisfies Service<'connections'>

async function listed(ctx: CallContext): Promise<Connection[]> {
  const all = await requireWorkspace(ctx).reader.call('connectionsAll', {})
  return Promise.all(all.map(async one => ({ ...one, password: await passwordState(ctx, one) })))
}

/** What a connection needs before it can be tried. */
function problemOf({ kind, host, database, file }: ConnectionBody): string | undefined {
  if (kind === 'sqlite') return file.trim() === '' ? say().giveFile : undefined
  if (host.trim() === '') return say().giveHost
  if (kind === 'postgres' && database.trim() === '') return say().giveDatabase
  return undefined
}
