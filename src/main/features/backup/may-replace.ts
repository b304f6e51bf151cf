import { lstatSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import type { CallContext } from '../../app.ts'
import { noteFailedUnlock } from '../../audit-log/failed-unlocks.ts'
import { opensAsAdmin } from '../../secrets/own-password.ts'
import { keyFilePath, readKeyFile } from '../../secrets/key-file.ts'
import { readManifest } from './manifest.ts'
import { readKeys } from './restore-files.ts'
import { say } from './messages.ts'

/**
 * Whether a file that nobody has open may give way to a backup. The program does not let a user do after logging out what it refuses
 * before: an administrator's password or the recovery key is asked for, against the keys that lie there or, where they cannot be read,
 * the backup's. Not of a workspace that was unlocked a moment ago and found damaged. A file that is no workspace gives way to nothing.
 */
export async function mayReplace(
  ctx: CallContext,
  from: string,
  to: string,
  password: string | undefined,
): Promise<Result<null>> {
  const { refused, secrets, paths } = ctx.app
  if (refused?.path === to || !isThere(to)) return ok(null)
  const backup = readManifest(from)?.open
  // It says itself, and better, what is wrong with it.
  if (!backup) return ok(null)
  if (!isThere(keyFilePath(to)) && backup.database.name !== basename(to))
    return fail('bad-input', say().taken(to))
  const keys = await readKeyFile(to).catch(() => readKeys(join(from, backup.keys.name)))
  if (await opensAsAdmin(secrets, keys, password)) return ok(null)
  if (password !== undefined) await noteFailedUnlock(paths.config, keys.workspace)
  return fail('wrong-password', password === undefined ? say().givePassword : say().notAdmin, {
    needs: 'password',
  })
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
