import type { SecretStore } from '../app.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { readKeyFile } from './key-file.ts'
import { keyCheck, openSlot, type KeyFile } from './key-slots.ts'

/**
 * Whether whoever asks for a new way in has shown their own password, so that a program left open hands out none. True also for a user
 * without one: who came in by the keychain or the recovery key has nothing to show.
 */
export async function showsOwnPassword(
  workspacePath: string,
  user: string | undefined,
  current: string | undefined,
): Promise<boolean> {
  const { workspace, slots } = await readKeyFile(workspacePath)
  const own = slots.find(slot => slot.kind === 'password' && slot.user === user)
  if (!own) return true
  return current !== undefined && (await openSlot(workspace, own, current)) !== undefined
}

/**
 * Whether an administrator's password or the recovery key opens these slots, or, where nobody has a password, this computer's keychain
 * has the key. The role is the one that the slot's data key is bound to.
 */
export async function opensAsAdmin(
  secrets: SecretStore,
  { workspace, keychain, check, slots }: KeyFile,
  secret: string | undefined,
): Promise<boolean> {
  if (!slots.some(slot => slot.kind === 'password')) {
    const kept = await secrets.get(keychain)
    if (kept !== undefined && keyCheck(workspace, Buffer.from(kept, 'base64')) === check) return true
  }
  if (secret === undefined) return false
  const recoveryKey = readRecoveryKey(secret)
  for (const slot of slots) {
    const given = slot.kind === 'recovery' ? recoveryKey : secret
    if (slot.role !== 'admin' || given === undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- one derivation at a time: each takes 64 MiB
    if (await openSlot(workspace, slot, given)) return true
  }
  return false
}
