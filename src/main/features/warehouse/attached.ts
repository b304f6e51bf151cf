import { z } from 'zod'
import type { Attached } from '../../../shared/contract/warehouse.ts'
import { WarehouseTargetSchema } from '../../../shared/contract/warehouse.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { say } from './messages.ts'

/** What a workspace keeps of the warehouse that it belongs to. */
const StoredSchema = WarehouseTargetSchema.extend({
  reads: z.boolean(),
  follows: z.boolean(),
  asksOnly: z.boolean().default(false),
  approximateAbove: z.number().int().min(0).nullable().default(null),
  /** Of a following workspace: the pieces that it has, by their hashes, and when they were pushed. */
  units: z.record(z.string(), z.string()).default({}),
  pushedAt: z.string().default(''),
})
export type Stored = z.infer<typeof StoredSchema>

export async function storedOf(ctx: CallContext): Promise<Stored | undefined> {
  const json = await requireWorkspace(ctx).reader.call('warehouseAttached', {})
  return json === null ? undefined : StoredSchema.parse(JSON.parse(json))
}

export async function mustBeAttached(ctx: CallContext): Promise<Stored> {
  const stored = await storedOf(ctx)
  if (!stored) throw new FailureError('not-found', say().notAttached)
  return stored
}

export async function attachedOf(ctx: CallContext, stored: Stored): Promise<Attached> {
  const { units: _units, pushedAt: _pushedAt, ...rest } = stored
  const all = await ctx.call('connections.list', {})
  const found = all.ok ? all.value.find(one => one.id === stored.connection) : undefined
  return { ...rest, connectionName: found?.name ?? '' }
}

// Passwords given while the program runs, where no keychain keeps them. They go with it.
const given = new WeakMap<object, Map<number, string>>()

/** How to reach the connection: by the password given, given before, or kept in the keychain. */
export async function reachOf(ctx: CallContext, connection: number, password?: string): Promise<Reach> {
  const workspace = requireWorkspace(ctx)
  const known = given.get(workspace) ?? new Map<number, string>()
  given.set(workspace, known)
  if (password !== undefined) known.set(connection, password)
  const all = await workspace.reader.call('connectionsAll', {})
  const found = all.find(one => one.id === connection)
  if (!found) throw new FailureError('not-found', say().noConnection(connection))
  if (found.kind !== 'postgres') throw new FailureError('bad-input', say().notPostgres(found.name))
  const kept =
    known.get(connection) ?? (await ctx.app.secrets.get(`connection:${workspace.id}:${connection}`))
  const { id: _id, ...reach } = found
  return { ...reach, password: kept }
}
