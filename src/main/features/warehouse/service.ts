import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { attachedOf, mustBeAttached, reachOf, storedOf, type Stored } from './attached.ts'
import { setDetour } from './detour.ts'
import { refreshNow } from './follow.ts'
import { pushNow } from './push.ts'
import { say } from './messages.ts'

export const warehouseService = {
  status: async (_input, ctx) => {
    const stored = await storedOf(ctx)
    setDetour(ctx, stored)
    return ok(stored ? await attachedOf(ctx, stored) : null)
  },

  push: async ({ connection, schema, kind, distribute, indexes, password }, ctx) => {
    const stored = await storedOf(ctx)
    if (stored?.follows || stored?.asksOnly) return fail('bad-input', say().nothingOwn)
    const reach = await reachOf(ctx, connection, password)
    const pushed = await pushNow(ctx, reach, { schema, dialect: kind, distribute, indexes })
    const about = await ctx.app.remote.call('warehouseAbout', { reach, schema })
    const reads = stored?.connection === connection && stored.schema === schema && stored.reads
    await keep(ctx, {
      connection,
      schema,
      kind,
      reads,
      follows: false,
      asksOnly: false,
      approximateAbove: stored?.approximateAbove ?? null,
      units: {},
      pushedAt: about.pushedAt,
    })
    return ok(pushed)
  },

  attach: async ({ connection, schema, kind, follow, password }, ctx) => {
    const reach = await reachOf(ctx, connection, password)
    const about = await ctx.app.remote.call('warehouseAbout', { reach, schema })
    const { entries } = await requireWorkspace(ctx).reader.call('workspaceFacts', {})
    if (follow && entries > 0) return fail('bad-input', say().notEmpty)
    const own = about.workspace === requireWorkspace(ctx).id
    if (!follow && !own && entries > 0) return fail('bad-input', say().another(schema))
    const asksOnly = !follow && !own
    const stored: Stored = { connection, schema, kind, reads: true, follows: follow, asksOnly, approximateAbove: null, units: {}, pushedAt: '' } // prettier-ignore
    await keep(ctx, stored)
    if (asksOnly)
      requireWorkspace(ctx).revision = await requireWorkspace(ctx).writer.call('warehouseAdopt', about)
    await refreshNow(ctx, stored, reach)
    return ok(await attachedOf(ctx, stored))
  },

  detach: async (_input, ctx) => {
    await requireWorkspace(ctx).writer.call('warehouseAttach', { json: '' })
    setDetour(ctx, undefined)
    return ok({})
  },

  reads: async ({ on, approximateAbove, password }, ctx) => {
    const before = await mustBeAttached(ctx)
    if (before.asksOnly && !on) return fail('bad-input', say().needsEntries)
    if (before.kind === 'postgres' && approximateAbove != null) return fail('bad-input', say().exactIsFaster)
    const reach = await reachOf(ctx, before.connection, password)
    // Before it is relied on.
    await ctx.app.remote.call('warehouseAbout', { reach, schema: before.schema })
    const stored = { ...before, reads: on, ...(approximateAbove === undefined ? {} : { approximateAbove }) }
    await keep(ctx, stored)
    requireWorkspace(ctx).revision += 1
    return ok(await attachedOf(ctx, stored))
  },

  refresh: async ({ password }, ctx) => {
    const stored = await mustBeAttached(ctx)
    setDetour(ctx, stored)
    return ok(await refreshNow(ctx, stored, await reachOf(ctx, stored.connection, password)))
  },

  access: async ({ password }, ctx) => {
    const { connection, schema } = await mustBeAttached(ctx)
    const reach = await reachOf(ctx, connection, password)
    return ok(await ctx.app.remote.call('warehouseAccess', { reach, schema }, { signal: ctx.signal }))
  },
} satisfies Service<'warehouse'>

async function keep(ctx: CallContext, stored: Stored): Promise<void> {
  await requireWorkspace(ctx).writer.call('warehouseAttach', { json: JSON.stringify(stored) })
  setDetour(ctx, stored)
}
