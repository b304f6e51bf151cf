import type { ConnectionBody } from '../../../shared/contract/connections.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { Reach } from '../../db/remote/reach.ts'
import type { StoredConnection } from './stored.ts'
import { say } from './messages.ts'

/** A password's name in the keychain: of one workspace's connection, so that a copy of the file reads nothing with it. */
export const accountOf = (ctx: CallContext, id: number): string =>
  `connection:${requireWorkspace(ctx).id}:${id}`

/** 'kept' or 'asked'; a file and a socket's own user need none. */
export async function passwordState(
  ctx: CallContext,
  { id, kind }: StoredConnection,
): Promise<'kept' | 'asked' | 'none'> {
  if (kind === 'sqlite') return 'none'
  return (await ctx.app.secrets.get(accountOf(ctx, id))) === undefined ? 'asked' : 'kept'
}

/** The connection with the password given, else the one that the keychain has. Servers that want none are tried without. */
export async function reachOf(
  ctx: CallContext,
  connection: ConnectionBody,
  id: number | undefined,
  given: string | undefined,
): Promise<Reach> {
  if (connection.kind === 'sqlite') return connection
  const kept = given ?? (id === undefined ? undefined : await ctx.app.secrets.get(accountOf(ctx, id)))
  return { ...connection, password: kept }
}

export async function connectionById(ctx: CallContext, id: number): Promise<StoredConnection> {
  const all = await requireWorkspace(ctx).reader.call('connectionsAll', {})
  const found = all.find(one => one.id === id)
  if (!found) throw new FailureError('not-found', say().noConnection(id))
  return found
}
