import { argon2id } from 'hash-wasm'
import { serve } from '../compute/serve.ts'
import type { Kdf } from '../secrets/kdf.ts'

serve({
  derive: ({ secret, kdf }: { secret: Uint8Array; kdf: Kdf }): Promise<Uint8Array> =>
    argon2id({
      password: secret,
      salt: Buffer.from(kdf.salt, 'base64'),
      memorySize: kdf.memoryKib,
      iterations: kdf.passes,
      parallelism: kdf.lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
})
