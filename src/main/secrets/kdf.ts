import { randomBytes } from 'node:crypto'
import type * as Argon2 from '@node-rs/argon2'
import { z } from 'zod'
import { FailureError } from '../../shared/result/failure.ts'

/**
 * Argon2id (RFC 9106, its second recommended setting): how a password becomes a key. The bounds are enforced whenever parameters are
 * read, so that a tampered slot file can neither weaken the derivation nor ask for a machine's whole memory.
 */
export const KdfSchema = z.object({
  algorithm: z.literal('argon2id'),
  memoryKib: z.number().int().min(65_536).max(1_048_576),
  passes: z.number().int().min(3).max(16),
  lanes: z.number().int().min(1).max(4),
  /** Base64, 16 to 64 bytes. */
  salt: z.base64().min(24).max(88),
})
export type Kdf = z.infer<typeof KdfSchema>

export function newKdf(): Kdf {
  return {
    algorithm: 'argon2id',
    memoryKib: 65_536,
    passes: 3,
    lanes: 1,
    salt: randomBytes(16).toString('base64'),
  }
}

/**
 * The 256-bit key of a password. Equal-looking Unicode passwords are equal (NFKC). Runs off the main thread: the native build in
 * libuv's pool, about 80 ms; where it cannot be loaded, WebAssembly in a worker, about half a second.
 */
export async function deriveKey(password: string, kdf: Kdf): Promise<Buffer> {
  const secret = Buffer.from(password.normalize('NFKC'), 'utf8')
  const native = await loadNative()
  if (native) {
    return native.hashRaw(secret, {
      algorithm: ARGON2ID,
      version: VERSION_19,
      memoryCost: kdf.memoryKib,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      outputLen: 32,
      salt: Buffer.from(kdf.salt, 'base64'),
    })
  }
  return deriveInWorker(secret, kdf)
}

// The package's const enums do not exist at run time.
const ARGON2ID = 2
const VERSION_19 = 1

let native: Promise<typeof Argon2 | undefined> | undefined

function loadNative(): Promise<typeof Argon2 | undefined> {
  // No prebuilt addon for this platform, or one that does not load, is what the fallback is for.
  native ??= import('@node-rs/argon2').then(
    module => module,
    () => undefined,
  )
  return native
}

/** The fallback, in a worker that ends with its answer. Exported for its test: both must derive the same key. */
export async function deriveInWorker(secret: Uint8Array, kdf: Kdf): Promise<Buffer> {
  const { WorkerClient } = await import('../compute/client.ts')
  const worker = new WorkerClient<{
    derive: (input: { secret: Uint8Array; kdf: Kdf }) => Promise<Uint8Array>
  }>('kdf')
  try {
    return Buffer.from(await worker.call('derive', { secret, kdf }))
  } catch (error) {
    throw error instanceof FailureError
      ? error
      : new FailureError('internal', 'The password could not be turned into a key.')
  } finally {
    await worker.close()
  }
}
