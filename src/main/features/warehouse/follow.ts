import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { Reach } from '../../db/remote/reach.ts'
import type { Stored } from './attached.ts'
import { say } from './messages.ts'

export interface Refreshed {
  revision: number
  changed: boolean
  complete: boolean
  pushedAt: string
}

/** Looks for a newer push. A following workspace takes over the pieces that are others than its own. */
export async function refreshNow(ctx: CallContext, stored: Stored, reach: Reach): Promise<Refreshed> {
  const workspace = requireWorkspace(ctx)
  const { schema } = stored
  const about = await ctx.app.remote.call('warehouseAbout', { reach, schema })
  const { revision, complete, pushedAt } = about
  const newer = complete && pushedAt !== stored.pushedAt
  if (!newer) return { revision, changed: false, complete, pushedAt }
  if (!stored.follows) {
    await workspace.writer.call('warehouseAttach', { json: JSON.stringify({ ...stored, pushedAt }) })
    // What is answered there is another answer from now on: open views ask again.
    if (stored.reads) workspace.revision += 1
    return { revision, changed: true, complete, pushedAt }
  }
  await takeOver(ctx, stored, reach)
  return { revision, changed: true, complete, pushedAt }
}

async function takeOver(ctx: CallContext, stored: Stored, reach: Reach): Promise<void> {
  const { writer } = requireWorkspace(ctx)
  const { schema } = stored
  const there = await ctx.app.remote.call('warehouseUnits', { reach, schema })
  const batches = new Set<number>()
  const wanted = there.units.filter(([unit, hash]) => stored.units[unit] !== hash)
  for (const [i, [unit]] of wanted.entries()) {
    if (ctx.signal.aborted) throw new FailureError('cancelled', say().refreshCancelled)
    ctx.progress({ stage: 'following', done: i, total: wanted.length, unit: 'steps' })
    // oxlint-disable-next-line no-await-in-loop -- piece by piece, so that no side holds them all
    const piece = await ctx.app.remote.call('warehouseReadUnit', { reach, schema, unit })
    // oxlint-disable-next-line no-await-in-loop -- as above
    for (const batch of await writer.call('warehouseTakeUnit', piece)) batches.add(batch)
  }
  const kept = new Set(there.units.map(([unit]) => String(unit)))
  const gone = Object.keys(stored.units).filter(unit => !kept.has(unit))
  for (const batch of await writer.call('warehouseDropUnits', { units: gone.map(Number) })) batches.add(batch)
  const { about, tables } = there
  const workspace = requireWorkspace(ctx)
  workspace.revision = await writer.call('warehouseSettle', {
    tables,
    facts: about,
    batches: [...batches],
    attached: JSON.stringify({
      ...stored,
      units: Object.fromEntries(there.units),
      pushedAt: about.pushedAt,
    } satisfies Stored),
  })
}
