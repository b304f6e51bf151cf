import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { FailureError } from '../../../shared/result/failure.ts'

/** What is read of one file at most: bytes out of an archive, and bytes of a plain file. */
export const MAX_INFLATED = 512 * 1024 * 1024
export const MAX_PLAIN = 4 * 1024 * 1024 * 1024

/**
 * The bytes of a file's table, in pieces; a gzip file is inflated on the way. `onRaw` sees the file's bytes as they lie on disk
 * (for its hash and for progress). Throws FailureError `import-refused` beyond the caps and where the archive is damaged.
 */
export async function* readBytes(
  path: string,
  onRaw: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = await isGzip(path)
  const cap = packed ? MAX_INFLATED : MAX_PLAIN
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const stream = packed ? file.pipe(createGunzip({ chunkSize: 256 * 1024 })) : file
  if (packed) {
    // Beside pipe() a second listener is harmless; beside `for await` it would steal the chunks.
    file.on('data', chunk => onRaw(chunk as Buffer))
    file.on('error', error => stream.destroy(error))
  }
  let total = 0
  try {
    for await (const chunk of stream) {
      if (!packed) onRaw(chunk as Buffer)
      total += (chunk as Buffer).length
      if (total > cap)
        throw new FailureError(
          'import-refused',
          `The file unpacks to more than ${cap / 1024 / 1024} MB. Unpack it and split it, then import the parts.`,
        )
      yield chunk as Buffer
    }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_'))
      throw new FailureError('import-refused', 'The gzip file is damaged or cut off. Fetch it again.')
    throw error
  } finally {
    file.destroy()
    stream.destroy()
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
    return bytesRead === 3 && buffer[0] === 0x1f && buffer[1] === 0x8b && buffer[2] === 0x08
  } finally {
    await file.close()
  }
}
