import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import { ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { lockPath, openWorkspace } from '../../db/open-workspace.ts'
import { syncFolder } from '../../files/write-atomic.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { copyKeys } from './keys.ts'
import { removeDatabase, whileClosed } from './lifecycle.ts'
import { freePath, workspacePath } from './place.ts'
import { forget, remember } from './recents.ts'

/** A copy under the same keys. It is opened once before it counts: a copy that cannot be opened is none. */
export async function duplicateTo(ctx: CallContext, typed: string): Promise<Result<{ path: string }>> {
  const workspace = requireWorkspace(ctx)
  const free = freePath(workspacePath(typed))
  if (!free.ok) return free
  const path = free.value
  await mkdir(dirname(path), { recursive: true })
  const { name } = (await workspace.reader.call('workspaceFacts', {})).settings
  const making = `${path}.part`
  try {
    await vacuumTo(ctx, making)
    await copyKeys(ctx.app.secrets, workspace.path, path, workspace.key)
    await rename(making, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await removeDatabase(making)
    await rm(keyFilePath(path), { force: true })
    throw error
  }
  await remember(ctx.app.paths.config, path, name)
  return ok({ path })
}

/** Moves the workspace and its keys, which are at the new place before the old ones go. */
export async function moveTo(ctx: CallContext, typed: string): Promise<Result<WorkspaceStatus>> {
  const free = freePath(workspacePath(typed))
  if (!free.ok) return free
  const to = free.value
  await mkdir(dirname(to), { recursive: true })
  const from = requireWorkspace(ctx).path
  const status = await whileClosed(ctx, async () => {
    try {
      await copyDurably(keyFilePath(from), keyFilePath(to))
      await renameOrCopy(from, to)
    } catch (error) {
      await rm(keyFilePath(to), { force: true })
      throw error
    }
    await rm(keyFilePath(from), { force: true })
    await rm(lockPath(from), { force: true })
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
  const making = `${path}.part`
  await rm(making, { force: true })
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
async function vacuumTo(ctx: CallContext, path: string): Promise<void> {
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

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = await open(to, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
