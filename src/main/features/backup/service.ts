import { stat } from 'node:fs/promises'
import { dirname, extname, isAbsolute, resolve } from 'node:path'
import type { Backup } from '../../../shared/contract/backup.ts'
import { fail, FailureError, ok, type Failure } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { noteRestored } from '../../audit-log/restored.ts'
import { writeBackupPlace } from '../../files/backup-place.ts'
import { isSyncedFolder } from '../../files/synced-folder.ts'
import { backupsIn, listBackups, placeOf, prune, removeOlder, subjectOf, type Subject } from './list.ts'
import { dueBackup } from './due.ts'
import { mayReplace } from './may-replace.ts'
import { integrityAway, makeAway, restoreAway, verifyAway } from './run.ts'
import { readKeyFile } from '../../secrets/key-file.ts'
import { say } from './messages.ts'

export const backupService = {
  list: async ({ workspace, folder }, ctx) => {
    const subject = await subjectOf(ctx.app, workspace === undefined ? undefined : resolve(workspace))
    if (folder !== undefined) {
      const path = resolve(folder)
      const backups = await backupsIn(path, subject?.key)
      return ok({ folder: path, automatic: false, lastProblem: null, backups, synced: isSyncedFolder(path) })
    }
    if (!subject) return fail('bad-input', say().ofWhich)
    return ok(await listBackups(ctx.app, subject))
  },

  make: async ({ to, cause }, ctx) => {
    if (to !== undefined && !isAbsolute(to)) return fail('bad-input', say().wholeFolder(to))
    const subject = open(ctx)
    const place = await placeOf(ctx.app, subject)
    if (cause !== 'by-hand' && !(await dueBackup(ctx, subject, place, cause))) return ok(null)
    const folder = to === undefined ? place.folder : resolve(to)
    let made: Backup
    try {
      made = await makeAway(ctx, folder, cause)
    } catch (error) {
      if (cause !== 'by-hand' && error instanceof FailureError && error.failure.code !== 'cancelled')
        await note(ctx, subject, error.failure)
      throw error
    }
    if (to === undefined) {
      await note(ctx, subject, undefined)
      await prune(folder, subject)
    }
    return ok(made)
  },

  renew: async (_input, ctx) => {
    const subject = open(ctx)
    const { folder } = await placeOf(ctx.app, subject)
    // It counts once every page and sum of it was read again; a failure leaves the older ones.
    const made = await makeAway(ctx, folder, 'by-hand')
    return ok({ made, removed: await removeOlder(folder, subject, made) })
  },

  verify: async ({ path }, ctx) => {
    const { workspace, refused } = ctx.app
    return ok(await verifyAway(ctx, resolve(path), workspace?.key ?? refused?.key))
  },

  integrity: async (_input, ctx) => ok(await integrityAway(ctx)),

  restore: async ({ path, to: typed, over, password }, ctx) => {
    if (!isAbsolute(typed)) return fail('bad-input', say().wholePath(typed))
    const to = extname(typed) === '' ? `${resolve(typed)}.farthing` : resolve(typed)
    if (ctx.app.workspace?.path === to) {
      if (!over) return fail('bad-input', say().taken(to))
      if (ctx.session.role !== 'admin') return fail('forbidden', say().onlyAdmin)
      const closed = await ctx.call('workspace.close', {})
      if (!closed.ok) return closed
    } else if (over) {
      const may = await mayReplace(ctx, resolve(path), to, password)
      if (!may.ok) return may
    }
    const { keychain, quarantine, sha256, madeAt } = await restoreAway(ctx, resolve(path), to, over)
    await noteRestored(ctx.app, to, { sha256, madeAt })
    // The keychain of this machine knows the key by the original's entry: the restored copy has one of its own.
    const entry = (await readKeyFile(to)).keychain
    const key = entry === keychain ? undefined : await ctx.app.secrets.get(keychain)
    if (key !== undefined) await ctx.app.secrets.set(entry, key)
    if (ctx.app.refused?.path === to) ctx.app.refused = undefined
    return ok({ path: to, quarantine })
  },

  configure: async ({ folder, automatic }, ctx) => {
    const subject = open(ctx)
    if (folder !== undefined && folder !== null) {
      const problem = await folderProblem(folder)
      if (problem !== undefined) return fail('bad-input', problem)
    }
    await writeBackupPlace(ctx.app.paths.config, subject.id, {
      ...(folder === undefined ? {} : { folder: folder === null ? null : resolve(folder) }),
      ...(automatic === undefined ? {} : { automatic }),
    })
    return ok(await listBackups(ctx.app, subject))
  },
} satisfies Service<'backup'>

function open(ctx: CallContext): Subject & { id: string } {
  const { path, id, key } = requireWorkspace(ctx)
  return { path, id, key }
}

/** Kept where the person looks: a backup that fails by itself must not fail unseen. */
async function note(ctx: CallContext, { id }: { id: string }, failure: Failure | undefined): Promise<void> {
  await writeBackupPlace(ctx.app.paths.config, id, { lastProblem: failure?.message ?? null })
}

async function folderProblem(folder: string): Promise<string | undefined> {
  if (!isAbsolute(folder)) return say().wholeFolder(folder)
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return undefined
  const above = await stat(dirname(folder)).catch(() => undefined)
  return !found && above?.isDirectory() ? undefined : say().noFolder(folder)
}
