import { randomUUID } from 'node:crypto'
import type { User, UserRole } from '../../../shared/contract/security.ts'
import { fail, FailureError, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { noteFailedUnlock } from '../../audit-log/failed-unlocks.ts'
import { changeKeyFile, readKeyFile } from '../../secrets/key-file.ts'
import {
  loginOf,
  resealSlot,
  rewrapSlot,
  sealSlot,
  type KeyFile,
  type Slot,
} from '../../secrets/key-slots.ts'
import { showsOwnPassword } from '../../secrets/own-password.ts'
import { makeRecoveryKey } from '../../secrets/recovery-key.ts'
import { say } from './messages.ts'

export async function listUsers(ctx: CallContext): Promise<User[]> {
  const { path, reader } = requireWorkspace(ctx)
  const [rows, { slots }] = await Promise.all([reader.call('securityUsers', {}), readKeyFile(path)])
  return rows.map(({ id, name, role, createdAt }) => ({
    id,
    name,
    role,
    createdAt,
    hasPassword: slots.some(slot => isPasswordOf(slot, id)),
    self: ctx.session.user?.id === id,
  }))
}

/** The user is in the workspace before the slot opens it: a slot of nobody lets nobody in. */
export async function addUser(
  { name, role, password }: { name: string; role: UserRole; password: string },
  ctx: CallContext,
): Promise<Result<User[]>> {
  const workspace = writable(ctx)
  if (workspace.keyHolder === 'keychain') return fail('bad-input', say().passwordBeforeUsers)
  const id = randomUUID()
  const slot = await sealSlot(
    workspace.id,
    { kind: 'password', user: id, role, name },
    password,
    workspace.key,
  )
  await workspace.writer.call('securityAddUser', {
    id,
    name,
    role,
    publicKey: slot.publicKey,
    createdAt: new Date().toISOString(),
  })
  await changeSlots(workspace, slots => [...slots, slot])
  return ok(await listUsers(ctx))
}

export async function renameUser({ id, name }: { id: string; name: string }, ctx: CallContext) {
  const workspace = writable(ctx)
  await workspace.writer.call('securityUpdateUser', { id, name })
  await changeSlots(workspace, slots =>
    slots.map(slot =>
      isPasswordOf(slot, id) && slot.version === 2 ? { ...slot, login: loginOf(workspace.id, name) } : slot,
    ),
  )
  if (ctx.session.user?.id === id) ctx.session.user = { id, name }
  return ok(await listUsers(ctx))
}

export async function setRole({ id, role }: { id: string; role: UserRole }, ctx: CallContext) {
  const workspace = writable(ctx)
  // What the workspace says is what holds; the slot follows.
  await workspace.writer.call('securityUpdateUser', { id, role })
  await changeSlots(workspace, slots =>
    slots.map(slot =>
      isPasswordOf(slot, id) && slot.version === 2
        ? resealSlot(workspace.id, slot, workspace.key, role)
        : slot,
    ),
  )
  if (ctx.session.user?.id === id) ctx.session.role = role
  return ok(role === 'admin' || ctx.session.user?.id !== id ? await listUsers(ctx) : [])
}

export async function resetPassword(
  { id, password, current }: { id: string; password: string; current?: string | undefined },
  ctx: CallContext,
) {
  const workspace = writable(ctx)
  if (ctx.session.user?.id === id) await assertOwnPassword(ctx, current)
  const user = (await workspace.reader.call('securityUsers', {})).find(one => one.id === id)
  if (!user) return fail('not-found', say().noUser)
  if (workspace.keyHolder === 'keychain' && ctx.session.user?.id !== id)
    return fail('bad-input', say().passwordFirst)
  const owner = { kind: 'password', user: id, role: user.role, name: user.name } as const
  const slot = await sealSlot(workspace.id, owner, password, workspace.key)
  await workspace.writer.call('securityUpdateUser', { id, publicKey: slot.publicKey })
  const file = await changeSlots(workspace, slots => [...slots.filter(one => !isPasswordOf(one, id)), slot])
  await ctx.app.secrets.delete(file.keychain)
  workspace.keyHolder = 'password'
  return ok(await listUsers(ctx))
}

/** One's own password: the key pair is wrapped anew, the data key and everybody else's slots stay as they are. */
export async function changePassword(
  { current, next }: { current: string; next: string },
  ctx: CallContext,
): Promise<Result<Record<string, never>>> {
  const workspace = writable(ctx)
  const id = ctx.session.user?.id
  let done = false
  await changeKeyFile(workspace.path, async file => {
    const own = file.slots.find(slot => id !== undefined && isPasswordOf(slot, id))
    if (!own || own.version !== 2) return file
    const rewrapped = await rewrapSlot(file.workspace, own, current, next)
    if (!rewrapped) return file
    done = true
    return { ...file, slots: file.slots.map(slot => (slot === own ? rewrapped : slot)) }
  })
  if (!done) {
    await noteFailedUnlock(ctx.app.paths.config, workspace.id)
    return fail('wrong-password', say().wrongPassword)
  }
  await workspace.writer.call('logEvent', { action: 'security.changePassword', detail: {} })
  return ok({})
}

export async function newRecoveryKey(
  { current }: { current?: string | undefined },
  ctx: CallContext,
): Promise<Result<{ recoveryKey: string }>> {
  const workspace = writable(ctx)
  await assertOwnPassword(ctx, current)
  const recoveryKey = makeRecoveryKey()
  const owner = { kind: 'recovery', user: 'recovery', role: 'admin' } as const
  const slot = await sealSlot(workspace.id, owner, recoveryKey, workspace.key)
  await changeSlots(workspace, slots => [...slots.filter(one => one.kind !== 'recovery'), slot])
  await workspace.writer.call('logEvent', { action: 'security.newRecoveryKey', detail: {} })
  return ok({ recoveryKey })
}

export async function removeUser({ id }: { id: string }, ctx: CallContext) {
  writable(ctx)
  if (ctx.session.user?.id === id) return fail('bad-input', say().notYourself)
  const made = await ctx.call('workspace.newDataKey', { without: id })
  return made.ok ? ok({ recoveryKey: made.value.recoveryKey, users: await listUsers(ctx) }) : made
}

/** A program that was left open must not hand out a way in that outlasts it. */
async function assertOwnPassword(ctx: CallContext, current: string | undefined): Promise<void> {
  const { path, id } = requireWorkspace(ctx)
  if (await showsOwnPassword(path, ctx.session.user?.id, current)) return
  await noteFailedUnlock(ctx.app.paths.config, id)
  throw new FailureError('wrong-password', current === undefined ? say().giveCurrent : say().wrongPassword)
}

function writable(ctx: CallContext): OpenWorkspace {
  const workspace = requireWorkspace(ctx)
  if (workspace.readOnly) throw new FailureError('read-only', say().readOnly)
  return workspace
}

const isPasswordOf = (slot: Slot, id: string): boolean => slot.kind === 'password' && slot.user === id

const changeSlots = (workspace: OpenWorkspace, change: (slots: Slot[]) => Slot[]): Promise<KeyFile> =>
  changeKeyFile(workspace.path, async file => ({ ...file, slots: change(file.slots) }))
