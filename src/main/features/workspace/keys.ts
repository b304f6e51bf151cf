import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import type { SecretStore } from '../../app.ts'
import { readKeyFile, writeKeyFile } from '../../secrets/key-file.ts'
import {
  KEY_BYTES,
  keyCheck,
  openSlot,
  sealSlot,
  type KeyFile,
  type SlotOwner,
} from '../../secrets/key-slots.ts'
import { makeRecoveryKey, readRecoveryKey } from '../../secrets/recovery-key.ts'

const OWNER = { user: 'owner', role: 'admin' } as const
const PASSWORD: SlotOwner = { kind: 'password', ...OWNER }
const RECOVERY: SlotOwner = { kind: 'recovery', ...OWNER }

export interface Unlocked {
  id: string
  key: Uint8Array
  keyHolder: 'keychain' | 'password'
}

/**
 * A new data key with its slots: recovery always, password where one is given; without one the key goes to the keychain, and the
 * failure is `unavailable` where there is none. Nothing is on the disk yet: the caller writes `file` beside the workspace.
 */
export async function newKeys(
  secrets: SecretStore,
  password: string | undefined,
): Promise<Result<Unlocked & { file: KeyFile; recoveryKey: string }>> {
  const key = new Uint8Array(randomBytes(KEY_BYTES))
  const id = randomUUID()
  const keychain = randomUUID()
  if (password === undefined && !(await secrets.set(keychain, Buffer.from(key).toString('base64'))))
    return fail(
      'unavailable',
      'This computer has no keychain that Farthing could keep the key in. Give the workspace a password.',
      { needs: 'password' },
    )
  const recoveryKey = makeRecoveryKey()
  const slots = [await sealSlot(id, RECOVERY, recoveryKey, key)]
  if (password !== undefined) slots.push(await sealSlot(id, PASSWORD, password, key))
  const file: KeyFile = {
    format: 'farthing-keys',
    version: 1,
    workspace: id,
    keychain,
    check: keyCheck(id, key),
    slots,
  }
  return ok({ id, key, keyHolder: password === undefined ? 'keychain' : 'password', file, recoveryKey })
}

/** The data key by what the person gave, or else by the keychain. Which slot refused is said; the database is not touched. */
export async function unlock(
  secrets: SecretStore,
  path: string,
  given: { password?: string; recoveryKey?: string },
): Promise<Result<Unlocked>> {
  const file = await readKeyFile(path)
  const keyHolder = holderOf(file)
  const found = (key: Uint8Array): Result<Unlocked> => ok({ id: file.workspace, key, keyHolder })
  if (given.recoveryKey !== undefined) {
    const key = await byRecoveryKey(file, given.recoveryKey)
    if (!key.ok) return key
    // The keychain of a new machine learns the key; it was not the only holder and may refuse.
    if (keyHolder === 'keychain') await secrets.set(file.keychain, Buffer.from(key.value).toString('base64'))
    return found(key.value)
  }
  if (given.password !== undefined) {
    const key = await bySlot(file, 'password', given.password)
    return key
      ? found(key)
      : fail('wrong-password', 'The password is wrong. The workspace itself is untouched; try again.', {
          needs: 'password',
        })
  }
  const cached = keyHolder === 'keychain' ? await fromKeychain(secrets, file) : undefined
  if (cached) return found(cached)
  return keyHolder === 'password'
    ? fail('wrong-password', 'This workspace has a password. Enter it to open the workspace.', {
        needs: 'password',
        hasPassword: true,
      })
    : fail(
        'wrong-password',
        'The keychain of this computer does not have the key of this workspace. Enter its recovery key.',
        { needs: 'password', hasPassword: false },
      )
}

/** Adds or replaces the password's slot; the data key and the recovery key stay. From now on the password is asked for: the keychain forgets. */
export async function putPassword(
  secrets: SecretStore,
  path: string,
  key: Uint8Array,
  password: string,
): Promise<void> {
  const file = await readKeyFile(path)
  const others = file.slots.filter(slot => slot.kind !== 'password')
  const slot = await sealSlot(file.workspace, PASSWORD, password, key)
  await writeKeyFile(path, { ...file, slots: [...others, slot] })
  await secrets.delete(file.keychain)
}

/** The slots for a copy of a workspace: the same ways in, and a keychain entry of its own. */
export async function copyKeys(
  secrets: SecretStore,
  from: string,
  to: string,
  key: Uint8Array,
): Promise<void> {
  const file = await readKeyFile(from)
  const copy = { ...file, keychain: randomUUID() }
  await writeKeyFile(to, copy)
  // Where the keychain refuses, the copy opens with its recovery key.
  if (holderOf(file) === 'keychain') await secrets.set(copy.keychain, Buffer.from(key).toString('base64'))
}

function holderOf(file: KeyFile): 'keychain' | 'password' {
  return file.slots.some(slot => slot.kind === 'password') ? 'password' : 'keychain'
}

async function byRecoveryKey(file: KeyFile, typed: string): Promise<Result<Uint8Array>> {
  const canonical = readRecoveryKey(typed)
  if (canonical === undefined)
    return fail(
      'wrong-password',
      'This is not a whole recovery key: it has seven groups of four characters. Check it for a slip and try again.',
      { needs: 'recovery-key' },
    )
  const key = await bySlot(file, 'recovery', canonical)
  return key
    ? ok(key)
    : fail('wrong-password', 'This recovery key belongs to another workspace, or the key file was changed.', {
        needs: 'recovery-key',
      })
}

async function bySlot(
  file: KeyFile,
  kind: 'password' | 'recovery',
  secret: string,
): Promise<Uint8Array | undefined> {
  for (const slot of file.slots.filter(one => one.kind === kind)) {
    const key = await openSlot(file.workspace, slot, secret)
    if (key) return key
  }
  return undefined
}

async function fromKeychain(secrets: SecretStore, file: KeyFile): Promise<Uint8Array | undefined> {
  const text = await secrets.get(file.keychain)
  if (text === undefined) return undefined
  const key = new Uint8Array(Buffer.from(text, 'base64'))
  const [stated, actual] = [Buffer.from(file.check), Buffer.from(keyCheck(file.workspace, key))]
  return key.length === KEY_BYTES && stated.length === actual.length && timingSafeEqual(stated, actual)
    ? key
    : undefined
}
