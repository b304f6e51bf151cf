import { randomBytes, randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { lockPath, openWorkspace } from '../../db/open-workspace.ts'
import { syncFolder } from '../../files/write-atomic.ts'
import { readKeyFile, writeKeyFile } from '../../secrets/key-file.ts'
import {
  KEY_BYTES,
  keyCheck,
  resealSlot,
  sealSlot,
  type KeyFile,
  type PairSlot,
} from '../../secrets/key-slots.ts'
import { makeRecoveryKey } from '../../secrets/recovery-key.ts'
import { partOf, removeParts, vacuumTo } from './files.ts'
import { RECOVERY } from './keys.ts'
import { removeDatabase, whileClosed } from './lifecycle.ts'
import { say } from './messages.ts'

/**
 * Puts the workspace under a new data key: a copy is made, put under the key and looked into, and takes the file's place. Everybody who
 * stays keeps their password. While file and key file change places, the key file holds both sets of keys, so that a kill leaves a
 * workspace that opens (keys.ts settles it). The old file's copies and backups stay under the old key.
 */
export async function newDataKey(
  ctx: CallContext,
  without: string | undefined,
): Promise<Result<{ recoveryKey: string }>> {
  const workspace = requireWorkspace(ctx)
  const { path, id, key: oldKey, keyHolder } = workspace
  if (without !== undefined && without === ctx.session.user?.id) return fail('bad-input', say().notYourself)
  if (workspace.readOnly) return fail('read-only', say().readOnly)
  const { previous: _, ...file } = await readKeyFile(path)
  const staying = await slotsThatStay(ctx, file, without)
  if (!staying.ok) return staying
  const key = new Uint8Array(randomBytes(KEY_BYTES))
  const recoveryKey = makeRecoveryKey()
  const next: KeyFile = {
    ...file,
    keychain: randomUUID(),
    check: keyCheck(id, key),
    slots: [
      await sealSlot(id, RECOVERY, recoveryKey, key),
      ...staying.value.map(slot => resealSlot(id, slot, key)),
    ],
  }
  const { secrets, paths } = ctx.app
  if (keyHolder === 'keychain' && !(await secrets.set(next.keychain, Buffer.from(key).toString('base64'))))
    return fail('unavailable', say().keychainRefused)
  const making = partOf(path)
  try {
    await removeParts(path)
    await vacuumTo(ctx, making)
    await workspace.writer.call('rekeyCopy', { path: making, key: oldKey, next: key })
    const copy = await openWorkspace(making, { id, key, keyHolder, temp: paths.temp })
    try {
      await copy.writer.call('logUnderNewKey', { oldKey })
      if (without !== undefined) await copy.writer.call('securityRemoveUser', { id: without })
      else await copy.writer.call('logEvent', { action: 'workspace.newDataKey', detail: {} })
    } finally {
      await copy.close()
      await rm(lockPath(making), { force: true })
    }
    await whileClosed(ctx, async () => {
      await writeKeyFile(path, { ...next, previous: file })
      try {
        await rename(making, path)
      } catch (error) {
        await writeKeyFile(path, file)
        throw error
      }
      await syncFolder(dirname(path))
      await writeKeyFile(path, next)
      return { path, key }
    })
  } catch (error) {
    await removeDatabase(making)
    await secrets.delete(next.keychain)
    throw error
  }
  await secrets.delete(file.keychain)
  return ok({ recoveryKey })
}

/** A new key is given to those public keys only that the workspace itself knows: whoever can write the key file could put in their own. */
async function slotsThatStay(
  ctx: CallContext,
  file: KeyFile,
  without: string | undefined,
): Promise<Result<PairSlot[]>> {
  const users = await requireWorkspace(ctx).reader.call('securityUsers', {})
  const slots: PairSlot[] = []
  for (const slot of file.slots) {
    if (slot.kind !== 'password' || slot.user === without) continue
    const user = users.find(one => one.id === slot.user)
    if (slot.version !== 2 || user?.publicKey !== slot.publicKey)
      return fail('bad-input', say().otherSlot(user?.name))
    slots.push(slot)
  }
  return ok(slots)
}
