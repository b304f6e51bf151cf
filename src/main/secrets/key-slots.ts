import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { deriveKey, KdfSchema, newKdf, type Kdf } from './kdf.ts'

/**
 * A workspace's data key, wrapped once for each way in. A slot is AES-256-GCM(KEK, data key); its additional data binds the
 * workspace, user, role, slot version and KDF parameters, so that no field can be altered, nor a slot carried into another workspace.
 */
const SLOT_VERSION = 1

/** Bytes of a data key: AES-256. */
export const KEY_BYTES = 32

const SlotSchema = z.object({
  kind: z.enum(['password', 'recovery']),
  user: z.string().min(1).max(200),
  role: z.enum(['viewer', 'analyst', 'admin']),
  version: z.literal(SLOT_VERSION),
  kdf: KdfSchema,
  /** Base64: 12 bytes. */
  nonce: z.base64().length(16),
  /** Base64: 32 bytes of ciphertext and the tag of 16. */
  box: z.base64().length(64),
})
export type Slot = z.infer<typeof SlotSchema>

export const KeyFileSchema = z.object({
  format: z.literal('farthing-keys'),
  version: z.literal(1),
  workspace: z.string().min(1).max(64),
  /** Name of this file's entry in the OS keychain: a copy of a workspace has the same key but an entry of its own. */
  keychain: z.string().min(1).max(64),
  /** Base64 HMAC by which a key from the keychain is known to be right before the database is touched. */
  check: z.base64().length(44),
  slots: z.array(SlotSchema).min(1).max(1000),
})
export type KeyFile = z.infer<typeof KeyFileSchema>

export interface SlotOwner {
  kind: Slot['kind']
  user: string
  role: Slot['role']
}

export async function sealSlot(
  workspace: string,
  owner: SlotOwner,
  secret: string,
  dataKey: Uint8Array,
): Promise<Slot> {
  const slot = { ...owner, version: SLOT_VERSION, kdf: newKdf() } as const
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(secret, slot.kdf), nonce)
  cipher.setAAD(boundData(workspace, slot))
  const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return { ...slot, nonce: nonce.toString('base64'), box: box.toString('base64') }
}

/** The data key, or undefined where the secret is wrong or the slot was tampered with: GCM's tag cannot tell which. */
export async function openSlot(
  workspace: string,
  slot: Slot,
  secret: string,
): Promise<Uint8Array | undefined> {
  const kek = await deriveKey(secret, slot.kdf)
  const box = Buffer.from(slot.box, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(slot.nonce, 'base64'), {
    authTagLength: 16,
  })
  decipher.setAAD(boundData(workspace, slot))
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

function boundData(workspace: string, slot: SlotOwner & { version: number; kdf: Kdf }): Buffer {
  const { kdf } = slot
  return Buffer.from(
    JSON.stringify([
      'farthing slot',
      workspace,
      slot.kind,
      slot.user,
      slot.role,
      slot.version,
      kdf.algorithm,
      kdf.memoryKib,
      kdf.passes,
      kdf.lanes,
      kdf.salt,
    ]),
  )
}
