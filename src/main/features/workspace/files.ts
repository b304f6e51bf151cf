import { randomBytes } from 'node:crypto'
import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import { ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { lockPath, openWorkspace } from '../../db/open-workspace.ts'
import { witnessPath } from '../../files/workspace-files.ts'
import { syncFolder } from '../../files/write-atomic.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { copyKeys } from './keys.ts'
import { removeDatabase, whileClosed } from './lifecycle.ts'
import { freePath, takePlace, workspacePath } from './place.ts'
import { forget, remember } from './recents.ts'

/** A copy under the same keys. It is opened once before it counts: a copy that cannot be opened is none. */
export async function duplicateTo(ctx: CallContext, typed: string): Promise<Result<{ path: string }>> {
  const workspace = requireWorkspace(ctx)
  const place = await takePlace(workspacePath(ctx.app.paths.workspaces, typed))
  if (!place.ok) return place
  const path = place.value
  const { name } = (await workspace.reader.call('workspaceFacts', {})).settings
  const making = partOf(path)
  try {
    await vacuumTo(ctx, making)
    // That took its time: somebody else may have put a file there.
    const free = freePath(path)
    if (!free.ok) {
      await removeDatabase(making)
      return free
    }
    await copyKeys(ctx.app.secrets, workspace.path, path, workspace.key)
    await rename(making, path).catch(async (error: unknown) => {
      await rm(keyFilePath(path), { force: true })
      throw error
    })
    await syncFolder(dirname(path))
  } catch (error) {
    await removeDatabase(making)
    throw error
  }
  await remember(ctx.app.paths.config, path, name)
  return ok({ path })
}

/** Moves the workspace and its keys, which are at the new place before the old ones go. */
export async function moveTo(ctx: CallContext, typed: string): Promise<Result<WorkspaceStatus>> {
  const place = await takePlace(workspacePath(ctx.app.paths.workspaces, typed))
  if (!place.ok) return place
  const to = place.value
  const from = requireWorkspace(ctx).path
  const status = await whileClosed(ctx, async () => {
    await copyDurably(keyFilePath(from), keyFilePath(to))
    try {
      await renameOrCopy(from, to)
    } catch (error) {
      await rm(keyFilePath(to), { force: true })
      throw error
    }
    await rm(keyFilePath(from), { force: true })
    await rm(lockPath(from), { force: true })
    // The new place has a witness once it is opened there; left behind, it would accuse the next workspace of this name.
    await rm(witnessPath(from), { force: true })
    return to
  })
  await forget(ctx.app.paths.config, from)
  await remember(ctx.app.paths.config, to, status.settings?.name ?? to)
  return ok(status)
}

/** Writes the workspace anew without its gaps, and puts the new file in the old one's place once it has been opened and counted. */
export async function compactNow(
  ctx: CallContext,
): Promise<Result<{ bytesBefore: number; bytesAfter: number }>> {
  const { path } = requireWorkspace(ctx)
  const bytesBefore = (await stat(path)).size
  const making = partOf(path)
  await removeParts(path)
  try {
    await vacuumTo(ctx, making)
    await whileClosed(ctx, async () => {
      await rename(making, path)
      await syncFolder(dirname(path))
      return path
    })
  } catch (error) {
    await removeDatabase(making)
    throw error
  }
  return ok({ bytesBefore, bytesAfter: (await stat(path)).size })
}

/** Copies the open workspace's contents and checks that the copy opens and holds as many entries at the same revision. */
export async function vacuumTo(ctx: CallContext, path: string): Promise<void> {
  const workspace = requireWorkspace(ctx)
  const before = await workspace.writer.call('workspaceRevision', {})
  await workspace.writer.call('vacuumInto', { path }, { signal: ctx.signal })
  const { id, key, keyHolder } = workspace
  const copy = await openWorkspace(path, { id, key, keyHolder, temp: ctx.app.paths.temp })
  try {
    const facts = await copy.reader.call('workspaceFacts', {})
    const ours = await workspace.reader.call('workspaceFacts', {})
    if (facts.revision !== before.revision || facts.entries !== ours.entries)
      throw new Error('the copy does not hold what the workspace holds; it was thrown away')
  } finally {
    await copy.close()
    await rm(lockPath(path), { force: true })
  }
}

/** Where a copy is made until it counts: a name that is nobody else's. */
export function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`)
}

/** What a killed run has left of its own. */
export async function removeParts(path: string): Promise<void> {
  const [head, folder] = [`.${basename(path)}.`, dirname(path)]
  for (const name of await readdir(folder))
    if (name.startsWith(head) && /^[0-9a-f]{8}\.part(-wal|-shm|-lock)?$/.test(name.slice(head.length)))
      await rm(join(folder, name), { force: true })
}

async function renameOrCopy(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyDurably(from, to)
    await rm(from)
  }
  await syncFolder(dirname(to))
}

/** Never over a file that is there; what could not be copied whole is taken away again. */
async function copyDurably(from: string, to: string): Promise<void> {
  const file = await open(to, 'wx', 0o600)
  try {
    await copyFile(from, to)
    await file.sync()
  } catch (error) {
    await rm(to, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
