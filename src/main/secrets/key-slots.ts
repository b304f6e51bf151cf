import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { deriveKey, KdfSchema, newKdf, type Kdf } from './kdf.ts'
import { newKeyPair, openSealed, seal } from './sealed-box.ts'

/**
 * A workspace's data key, wrapped once for each way in. A slot holds a key pair of its user: AES-256-GCM(KEK, private key), and the
 * data key sealed to the public one. So a new data key can be given to everybody who stays without asking for a password. The
 * additional data bind the workspace, user, role, slot version and KDF parameters: no field can be altered, nor a slot carried
 * into another workspace. Slots of version 1 hold the data key itself under the KEK.
 */
const SLOT_VERSION = 2

/** Bytes of a data key: AES-256. */
export const KEY_BYTES = 32

const Base64Of32 = z.base64().length(44)
/** Base64: 32 bytes of ciphertext and the tag of 16. */
const Box = z.base64().length(64)

const common = {
  kind: z.enum(['password', 'recovery']),
  /** The user's id: no name stands here. */
  user: z.string().min(1).max(200),
  /** As what the slot was made; what holds is said in the workspace itself. */
  role: z.enum(['viewer', 'analyst', 'admin']),
  kdf: KdfSchema,
  /** Base64: 12 bytes. */
  nonce: z.base64().length(16),
  box: Box,
}
const SlotSchema = z.discriminatedUnion('version', [
  z.object({ ...common, version: z.literal(1) }),
  z.object({
    ...common,
    version: z.literal(SLOT_VERSION),
    /** By which a typed name is known without standing here; '' for the recovery key. Not bound: it chooses a slot and opens none. */
    login: z.string().max(64),
    publicKey: Base64Of32,
    sealed: z.object({ ephemeral: Base64Of32, nonce: z.base64().length(16), box: Box }),
  }),
])
export type Slot = z.infer<typeof SlotSchema>
export type PairSlot = Extract<Slot, { version: 2 }>

const KeysSchema = z.object({
  format: z.literal('farthing-keys'),
  version: z.literal(1),
  workspace: z.string().min(1).max(64),
  /** Name of this file's entry in the OS keychain: a copy of a workspace has the same key but an entry of its own. */
  keychain: z.string().min(1).max(64),
  /** Base64 HMAC by which a key from the keychain is known to be right before the database is touched. */
  check: z.base64().length(44),
  slots: z.array(SlotSchema).min(1).max(1000),
})

export const KeyFileSchema = KeysSchema.extend({
  /** The keys as they were, while the workspace is being put under a new data key: whichever fits the file is right. */
  previous: KeysSchema.optional(),
})
export type KeyFile = z.infer<typeof KeyFileSchema>

export interface SlotOwner {
  kind: Slot['kind']
  user: string
  role: Slot['role']
  /** What the user types beside the password. */
  name?: string | undefined
}

export async function sealSlot(
  workspace: string,
  owner: SlotOwner,
  secret: string,
  dataKey: Uint8Array,
): Promise<PairSlot> {
  const { publicKey, privateKey } = newKeyPair()
  const slot = {
    kind: owner.kind,
    user: owner.user,
    role: owner.role,
    version: SLOT_VERSION,
    login: owner.name === undefined ? '' : loginOf(workspace, owner.name),
    publicKey: publicKey.toString('base64'),
  } as const
  const wrapped = await wrap(workspace, slot, secret, privateKey)
  return { ...slot, ...wrapped, sealed: seal(publicKey, dataKey, sealedData(workspace, slot)) }
}

/** The data key, or undefined where the secret is wrong or the slot was tampered with: GCM's tag cannot tell which. */
export async function openSlot(
  workspace: string,
  slot: Slot,
  secret: string,
): Promise<Uint8Array | undefined> {
  const inner = await unwrap(workspace, slot, secret)
  if (!inner || slot.version === 1) return inner
  return openSealed(inner, Buffer.from(slot.publicKey, 'base64'), slot.sealed, sealedData(workspace, slot))
}

/** The same slot under another password: neither the data key nor the user's key pair changes. Undefined where `secret` is wrong. */
export async function rewrapSlot(
  workspace: string,
  slot: PairSlot,
  secret: string,
  next: string,
): Promise<PairSlot | undefined> {
  const inner = await unwrap(workspace, slot, secret)
  return inner && { ...slot, ...(await wrap(workspace, slot, next, inner)) }
}

/** The same slot for a new data key or another role, made by whoever has the data key: the user's password stays as it is. */
export function resealSlot(
  workspace: string,
  slot: PairSlot,
  dataKey: Uint8Array,
  role: Slot['role'] = slot.role,
): PairSlot {
  const next = { ...slot, role }
  const sealed = seal(Buffer.from(slot.publicKey, 'base64'), dataKey, sealedData(workspace, next))
  return { ...next, sealed }
}

/** A keyed digest, so that the file beside the workspace does not list who works with it. */
export function loginOf(workspace: string, name: string): string {
  const folded = name.normalize('NFKC').trim().toLowerCase()
  return createHmac('sha256', `farthing login ${workspace}`).update(folded).digest('hex').slice(0, 32)
}

async function wrap(
  workspace: string,
  slot: Omit<PairSlot, 'kdf' | 'nonce' | 'box' | 'sealed'>,
  secret: string,
  inner: Uint8Array,
): Promise<Pick<PairSlot, 'kdf' | 'nonce' | 'box'>> {
  const kdf = newKdf()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(secret, kdf), nonce)
  cipher.setAAD(boundData(workspace, slot, kdf))
  const box = Buffer.concat([cipher.update(inner), cipher.final(), cipher.getAuthTag()])
  return { kdf, nonce: nonce.toString('base64'), box: box.toString('base64') }
}

async function unwrap(workspace: string, slot: Slot, secret: string): Promise<Uint8Array | undefined> {
  const kek = await deriveKey(secret, slot.kdf)
  const box = Buffer.from(slot.box, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(slot.nonce, 'base64'), {
    authTagLength: 16,
  })
  decipher.setAAD(boundData(workspace, slot, slot.kdf))
  decipher.setAuthTag(box.subarray(-16))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]))
  } catch {
    return undefined
  }
}

export function keyCheck(workspace: string, dataKey: Uint8Array): string {
  return createHmac('sha256', dataKey).update(`farthing key check ${workspace}`).digest('base64')
}

/** What the wrapped key is bound to. The role is bound to the data key instead (`sealedData`): an administrator may change it. */
function boundData(
  workspace: string,
  slot: Pick<Slot, 'kind' | 'user' | 'role' | 'version'> & { publicKey?: string },
  kdf: Kdf,
): Buffer {
  return Buffer.from(
    JSON.stringify([
      'farthing slot',
      workspace,
      slot.kind,
      slot.user,
      slot.version === 1 ? slot.role : (slot.publicKey ?? ''),
      slot.version,
      kdf.algorithm,
      kdf.memoryKib,
      kdf.passes,
      kdf.lanes,
      kdf.salt,
    ]),
  )
}

function sealedData(
  workspace: string,
  slot: Pick<PairSlot, 'kind' | 'user' | 'role' | 'version' | 'publicKey'>,
): Buffer {
  const { kind, user, role, version, publicKey } = slot
  return Buffer.from(JSON.stringify(['farthing seal', workspace, kind, user, role, version, publicKey]))
}
