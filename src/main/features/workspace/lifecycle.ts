import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { WorkspaceSettings, WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import { FailureError, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type App, type CallContext } from '../../app.ts'
import { anchored, forgetAnchor } from '../../audit-log/anchor.ts'
import { meetRestored, noteAbout } from '../../audit-log/restored.ts'
import { noteFailedUnlock, takeFailedUnlocks } from '../../audit-log/failed-unlocks.ts'
import { lockPath, makeDatabaseFile, openWorkspace, type OpenWorkspace } from '../../db/open-workspace.ts'
import { besideWorkspace, readBackupPlace } from '../../files/backup-place.ts'
import { isSyncedFolder } from '../../files/synced-folder.ts'
import { witnessPath } from '../../files/workspace-files.ts'
import { syncFolder } from '../../files/write-atomic.ts'
import { keyFilePath, readKeyFile, writeKeyFile } from '../../secrets/key-file.ts'
import { appVersion } from '../../version.ts'
import { newKeys, putPassword, unlock, type Given, type Unlocked } from './keys.ts'
import { takePlace } from './place.ts'
import { forget, remember } from './recents.ts'
import { say } from './messages.ts'

/** What is open, and what the status line says of it. */
export async function statusOf(ctx: CallContext): Promise<WorkspaceStatus> {
  const { workspace } = ctx.app
  if (!workspace) return { open: false, locked: ctx.app.locked }
  const facts = await workspace.reader.call('workspaceFacts', {})
  return {
    open: true,
    path: workspace.path,
    settings: facts.settings,
    role: ctx.session.role,
    user: ctx.session.user,
    entries: facts.entries,
    revision: facts.revision,
    firstDay: facts.firstDay === null ? undefined : toIsoDate(facts.firstDay),
    lastDay: facts.lastDay === null ? undefined : toIsoDate(facts.lastDay),
    lastImportAt: facts.lastImportAt ?? undefined,
    unconverted: facts.unconverted,
    keyHolder: workspace.keyHolder,
    readOnly: workspace.readOnly,
    asksOnly: workspace.asksOnly,
    syncedFolder: isSyncedFolder(workspace.path),
  }
}

/** Makes the workspace and opens it. On any failure nothing is left behind; what was open before stays open. */
export async function createAt(
  ctx: CallContext,
  path: string,
  settings: WorkspaceSettings,
  password: string | undefined,
): Promise<Result<{ status: WorkspaceStatus; recoveryKey: string }>> {
  const place = await takePlace(path)
  if (!place.ok) return place
  const { secrets } = ctx.app
  const keys = await newKeys(secrets, password)
  if (!keys.ok) return keys
  const { id, key, file, recoveryKey } = keys.value
  // Under another name until it is whole: a kill leaves no half-made workspace where one is looked for.
  const making = join(dirname(path), `.${basename(path)}.${id.slice(0, 8)}`)
  try {
    await makeDatabaseFile(making, key, writer =>
      writer.call('setUpWorkspace', { settings, id, createdAt: new Date().toISOString() }),
    )
    await writeKeyFile(path, file)
    await rename(making, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await Promise.all([
      removeDatabase(making),
      rm(keyFilePath(path), { force: true }),
      secrets.delete(file.keychain),
    ])
    throw error
  }
  try {
    return ok({ status: await enter(ctx, path, keys.value), recoveryKey })
  } catch (error) {
    // Its recovery key would never be shown.
    if (ctx.app.workspace?.path === path) await closeWorkspace(ctx)
    await Promise.all([removeMade(path), secrets.delete(file.keychain)])
    throw error
  }
}

/** Opens an existing workspace in place of the one that is open. */
export async function openAt(ctx: CallContext, path: string, given: Given): Promise<Result<WorkspaceStatus>> {
  const unlocked = await unlock(ctx.app.secrets, path, given)
  if (!unlocked.ok) {
    if (given.password !== undefined || given.recoveryKey !== undefined)
      await noteFailedUnlock(ctx.app.paths.config, (await readKeyFile(path)).workspace)
    return unlocked
  }
  ctx.app.refused = undefined
  try {
    const status = await enter(ctx, path, unlocked.value)
    const { user, publicKey } = unlocked.value
    // A slot of the first version has no key pair: it is made anew now that its password is at hand.
    if (given.password !== undefined && publicKey === undefined && user !== 'recovery' && !status.readOnly)
      await setOwnPassword(ctx, given.password)
    return ok(status)
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'file-damaged') throw error
    // Nothing is shown of a file that is known to be damaged; its backups are offered instead.
    if (ctx.app.workspace?.path === path) await closeWorkspace(ctx)
    const { id, key } = unlocked.value
    ctx.app.refused = { path, id, key }
    throw error
  }
}

export async function closeWorkspace(ctx: CallContext): Promise<void> {
  const { workspace } = ctx.app
  ctx.app.workspace = undefined
  ctx.session.role = 'nobody'
  ctx.session.user = undefined
  await workspace?.close()
}

/**
 * Closes the workspace, changes its files while nobody has them open, and opens it again where `change` says. Where `change` fails it
 * is opened again at its old place, and the failure goes on.
 */
export async function whileClosed(
  ctx: CallContext,
  change: (workspace: OpenWorkspace) => Promise<string | { path: string; key: Uint8Array }>,
): Promise<WorkspaceStatus> {
  const workspace = requireWorkspace(ctx)
  const { role, user } = ctx.session
  const away = Promise.withResolvers<void>()
  ctx.app.away = away.promise
  let [path, key] = [workspace.path, workspace.key]
  try {
    await closeWorkspace(ctx)
    try {
      await assertSettled(path)
      const changed = await change(workspace)
      if (typeof changed === 'string') path = changed
      else ({ path, key } = changed)
    } finally {
      ctx.app.workspace = await reopen(ctx, path, { ...workspace, key })
      ctx.session.role = role
      ctx.session.user = user
    }
  } finally {
    ctx.app.away = undefined
    away.resolve()
  }
  return statusOf(ctx)
}

/** A WAL that outlived its closing holds commits: a file moved away from it would lose them, one put in its place would be spoilt by them. */
async function assertSettled(path: string): Promise<void> {
  const wal = await stat(`${path}-wal`).catch(() => undefined)
  if (wal && wal.size > 0) throw new FailureError('file-busy', say().beingRead)
}

/**
 * Takes back a workspace that the same call has made and that came to nothing: its files, its keychain entry, its place in the list.
 * Never for one that was there before.
 */
export async function discardMade(ctx: CallContext, path: string): Promise<void> {
  await closeWorkspace(ctx)
  const { keychain } = await readKeyFile(path)
  await removeMade(path)
  await ctx.app.secrets.delete(keychain)
  await forgetAnchor(ctx.app, keychain)
  await forget(ctx.app.paths.config, path)
}

const queues = new WeakMap<App, Promise<unknown>>()

/** Opening, closing and moving wait for each other: a second click must not meet the first one's lock. */
export async function inTurn<T>(ctx: CallContext, run: () => Promise<T>): Promise<T> {
  const before = queues.get(ctx.app) ?? Promise.resolve()
  const turn = before.then(run, run)
  queues.set(ctx.app, turn)
  return turn
}

/** Removes a database's files that this program has just made itself: never one that it opened. */
export async function removeDatabase(path: string): Promise<void> {
  for (const file of [path, `${path}-wal`, `${path}-shm`, lockPath(path), witnessPath(path)])
    await rm(file, { force: true })
}

async function removeMade(path: string): Promise<void> {
  await removeDatabase(path)
  await rm(keyFilePath(path), { force: true })
}

async function enter(ctx: CallContext, path: string, unlocked: Unlocked): Promise<WorkspaceStatus> {
  const open = ctx.app.workspace
  // The same file again: its lock is ours, so it must be let go first.
  if (open?.path === path) await closeWorkspace(ctx)
  const workspace = await reopen(ctx, path, unlocked)
  const who = await whoIs(workspace, unlocked)
  await closeWorkspace(ctx)
  ctx.app.workspace = workspace
  ctx.app.locked = undefined
  ctx.session.role = who.role
  ctx.session.user = { id: who.id, name: who.name }
  await logOpening(ctx, workspace)
  // A workspace that belongs to a warehouse has its questions answered there from the first one on.
  await ctx.call('warehouse.status', {})
  const status = await statusOf(ctx)
  // A sample of this run only is gone at the next.
  if (dirname(path) !== ctx.app.paths.temp)
    await remember(ctx.app.paths.config, path, status.settings?.name ?? basename(path))
  return status
}

/** What the workspace says of whoever unlocked it. A slot alone is not enough: an old key file may be put back beside the workspace. */
async function whoIs(workspace: OpenWorkspace, { user, publicKey }: Unlocked) {
  if (user === 'recovery') return { id: user, name: say().recoveryKey, role: 'admin' } as const
  const known = await workspace.reader.call('securityUser', { id: user })
  if (!known) {
    await workspace.close()
    throw new FailureError('wrong-password', say().removed, { needs: 'password' })
  }
  if (publicKey !== undefined && publicKey !== known.publicKey && !workspace.readOnly)
    await workspace.writer.call('securityUpdateUser', { id: user, publicKey })
  return known
}

async function reopen(
  ctx: CallContext,
  path: string,
  unlocked: Pick<Unlocked, 'id' | 'key' | 'keyHolder'>,
): Promise<OpenWorkspace> {
  const { id, key, keyHolder } = unlocked
  const { config, temp } = ctx.app.paths
  const { folder } = await readBackupPlace(config, id)
  const backups = {
    folder: folder ?? besideWorkspace(path),
    workspace: id,
    program: await appVersion(),
  }
  const note = await noteAbout(ctx.app, path)
  const workspace = await openWorkspace(path, { id, key, keyHolder, temp, backups })
  return anchored(ctx.app, workspace, note && (await meetRestored(ctx.app, workspace, note)))
}

/** Into the audit log: who opened it, and how often somebody tried in vain before. */
async function logOpening({ app, session }: CallContext, workspace: OpenWorkspace): Promise<void> {
  if (workspace.readOnly) return
  const tried = await takeFailedUnlocks(app.paths.config, workspace.id)
  const note = (action: string, detail: Record<string, string | number>) =>
    workspace.writer.call('logEvent', { action, detail, user: session.user?.id ?? 'owner' })
  if (tried) await note('unlock.failed', tried)
  await note('workspace.open', {})
}

/** A disk that is full is no reason to leave a workspace open: the row is then missing, and the next opening has one. */
export async function logClosing({ app, session }: CallContext, action: string): Promise<void> {
  const { workspace } = app
  if (!workspace || workspace.readOnly) return
  try {
    await workspace.writer.call('logEvent', { action, detail: {}, user: session.user?.id ?? 'owner' })
  } catch (error) {
    console.error(`The audit log has no row of the closing: ${(error as Error).message}`)
  }
}

/** Adds or replaces the caller's password; whoever came in by the recovery key sets the owner's. */
export async function setOwnPassword(ctx: CallContext, password: string): Promise<void> {
  const workspace = requireWorkspace(ctx)
  const { user } = ctx.session
  const id = user === undefined || user.id === 'recovery' ? 'owner' : user.id
  const known = await workspace.reader.call('securityUser', { id })
  if (!known) throw new FailureError('not-found', say().noUser)
  const { role, name } = known
  const publicKey = await putPassword(ctx.app.secrets, workspace.path, workspace.key, password, {
    user: id,
    role,
    name,
  })
  await workspace.writer.call('securityUpdateUser', { id, publicKey })
  workspace.keyHolder = 'password'
}
