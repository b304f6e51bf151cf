import { dirname } from 'node:path'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { BackupPlace } from '../../files/backup-place.ts'
import { listBackups, type Subject } from './list.ts'

/** Files imported one after the other need one backup before the first of them: each import can be undone by itself. */
const BETWEEN_IMPORTS_MS = 15 * 60_000

/**
 * Whether a backup is to be made by itself now. Never of a sample that ends with this run, of an empty workspace, or of a state that the
 * newest backup has already.
 */
export async function dueBackup(
  ctx: CallContext,
  subject: Subject,
  place: BackupPlace,
  cause: 'daily' | 'before-import',
  now = new Date(),
): Promise<boolean> {
  const workspace = requireWorkspace(ctx)
  if (!place.automatic || workspace.readOnly) return false
  if (dirname(workspace.path) === ctx.app.paths.temp) return false
  const { entries, sampleUnfinished } = await workspace.reader.call('workspaceFacts', {})
  // A sample is made whole or not at all: what is half-way is nothing to go back to.
  if (entries === 0 || sampleUnfinished) return false
  const { backups } = await listBackups(ctx.app, subject)
  const newest = backups.find(backup => backup.problem === null && backup.readable)
  if (!newest) return true
  if (cause === 'before-import' && newest.contents?.revision === workspace.revision) return false
  const age = now.getTime() - Date.parse(newest.madeAt)
  if (cause === 'before-import') return age > BETWEEN_IMPORTS_MS
  return newest.madeAt.slice(0, 10) !== now.toISOString().slice(0, 10)
}
