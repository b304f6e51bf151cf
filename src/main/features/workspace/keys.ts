import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import type { SecretStore } from '../../app.ts'
import { fitsKey } from '../../db/open-database.ts'
import { changeKeyFile, readKeyFile, writeKeyFile } from '../../secrets/key-file.ts'
import {
  KEY_BYTES,
  keyCheck,
  loginOf,
  openSlot,
  sealSlot,
  type KeyFile,
  type Slot,
  type SlotOwner,
} from '../../secrets/key-slots.ts'
import { makeRecoveryKey, readRecoveryKey } from '../../secrets/recovery-key.ts'
import { say } from './messages.ts'

/** Whoever made the workspace; the user of what the keychain opens. */
const OWNER: SlotOwner = { kind: 'password', user: 'owner', role: 'admin', name: 'Owner' }
/** The recovery key's holder is nobody in particular, and an administrator. */
export const RECOVERY: SlotOwner = { kind: 'recovery', user: 'recovery', role: 'admin' }

export interface Unlocked {
  id: string
  key: Uint8Array
  keyHolder: 'keychain' | 'password'
  /** Id of the user whose way in it was. */
  user: string
  /** The slot's public key, where it was a password. */
  publicKey?: string
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
    return fail('unavailable', say().noKeychain, { needs: 'password' })
  const recoveryKey = makeRecoveryKey()
  const slots = [await sealSlot(id, RECOVERY, recoveryKey, key)]
  const own = password === undefined ? undefined : await sealSlot(id, OWNER, password, key)
  if (own) slots.push(own)
  const file: KeyFile = {
    format: 'farthing-keys',
    version: 1,
    workspace: id,
    keychain,
    check: keyCheck(id, key),
    slots,
  }
  return ok({
    id,
    key,
    keyHolder: password === undefined ? 'keychain' : 'password',
    user: OWNER.user,
    ...(own && { publicKey: own.publicKey }),
    file,
    recoveryKey,
  })
}

export interface Given {
  /** A user's name; without it each user's slot is tried. */
  user?: string | undefined
  password?: string | undefined
  recoveryKey?: string | undefined
}

/** The data key by what the person gave, or else by the keychain. Which slot refused is said; the database is not touched. */
export async function unlock(secrets: SecretStore, path: string, given: Given): Promise<Result<Unlocked>> {
  return unlockWith(secrets, await settledKeys(secrets, path, given), given)
}

async function unlockWith(secrets: SecretStore, file: KeyFile, given: Given): Promise<Result<Unlocked>> {
  const keyHolder = holderOf(file)
  const found = (key: Uint8Array, slot?: Slot): Result<Unlocked> =>
    ok({
      id: file.workspace,
      key,
      keyHolder,
      user: slot?.user ?? OWNER.user,
      ...(slot?.kind === 'password' && slot.version === 2 && { publicKey: slot.publicKey }),
    })
  if (given.recoveryKey !== undefined) {
    const key = await byRecoveryKey(file, given.recoveryKey)
    if (!key.ok) return key
    // The keychain of a new machine learns the key; it was not the only holder and may refuse.
    if (keyHolder === 'keychain')
      await secrets.set(file.keychain, Buffer.from(key.value.key).toString('base64'))
    return found(key.value.key, key.value.slot)
  }
  if (given.password !== undefined) {
    const open = await bySlot(file, 'password', given.password, given.user)
    if (open.length > 1)
      return fail('wrong-password', say().sayWho, {
        needs: 'user',
        hasPassword: true,
      })
    const [only] = open
    return only
      ? found(only.key, only.slot)
      : fail('wrong-password', given.user === undefined ? say().wrongPassword : say().wrongUser, {
          needs: 'password',
          hasPassword: true,
        })
  }
  const cached = keyHolder === 'keychain' ? await fromKeychain(secrets, file) : undefined
  if (cached) return found(cached)
  return keyHolder === 'password'
    ? fail('wrong-password', say().hasPassword, {
        needs: 'password',
        hasPassword: true,
      })
    : fail('wrong-password', say().notInKeychain, { needs: 'password', hasPassword: false })
}

/**
 * The keys of the file as it is. A program that ended while it put the workspace under a new data key has left both sets of keys;
 * the one whose key opens the file is kept, the other goes.
 */
async function settledKeys(secrets: SecretStore, path: string, given: Given): Promise<KeyFile> {
  const { previous, ...next } = await readKeyFile(path)
  if (!previous) return next
  for (const file of [next, previous]) {
    const unlocked = await unlockWith(secrets, file, given)
    if (!unlocked.ok || !fitsKey(path, unlocked.value.key)) continue
    await writeKeyFile(path, file)
    return file
  }
  // Neither: a wrong password says so by the keys that were there before.
  return previous
}

/** Sets a user's password without the old one, by whoever has the data key; answers the slot's public key. The keychain forgets. */
export async function putPassword(
  secrets: SecretStore,
  path: string,
  key: Uint8Array,
  password: string,
  owner: Omit<SlotOwner, 'kind'> = OWNER,
): Promise<string> {
  let publicKey = ''
  const file = await changeKeyFile(path, async keys => {
    const others = keys.slots.filter(slot => slot.kind !== 'password' || slot.user !== owner.user)
    const slot = await sealSlot(keys.workspace, { ...owner, kind: 'password' }, password, key)
    publicKey = slot.publicKey
    return { ...keys, slots: [...others, slot] }
  })
  await secrets.delete(file.keychain)
  return publicKey
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

interface Opened {
  key: Uint8Array
  slot: Slot
}

async function byRecoveryKey(file: KeyFile, typed: string): Promise<Result<Opened>> {
  const canonical = readRecoveryKey(typed)
  if (canonical === undefined) return fail('wrong-password', say().notWhole, { needs: 'recovery-key' })
  const [opened] = await bySlot(file, 'recovery', canonical)
  return opened
    ? ok(opened)
    : fail('wrong-password', say().otherKey, {
        needs: 'recovery-key',
      })
}

/** The slots that the secret opens: those of the named user, or of all. */
async function bySlot(
  file: KeyFile,
  kind: 'password' | 'recovery',
  secret: string,
  user?: string,
): Promise<Opened[]> {
  const login = user === undefined ? undefined : loginOf(file.workspace, user)
  const opened: Opened[] = []
  for (const slot of file.slots.filter(one => one.kind === kind)) {
    // A slot of version 1 has no name of its own: it is the owner's, whatever the owner is called by now.
    if (login !== undefined && slot.version === 2 && slot.login !== login) continue
    const key = await openSlot(file.workspace, slot, secret)
    if (key) opened.push({ key, slot })
  }
  return opened
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
