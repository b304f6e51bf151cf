import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { FailureError } from '../../../shared/result/failure.ts'
import { fileAccess } from './archive/access.ts'
import { Budget, openZip } from './archive/zip.ts'
import { say } from './messages.ts'

/** What is read of one file at most: bytes out of an archive, and bytes of a plain file. */
export const MAX_INFLATED = 512 * 1024 * 1024
export const MAX_PLAIN = 4 * 1024 * 1024 * 1024

/** A file on disk, or one of the files in a zip archive there. */
export interface Source {
  path: string
  member?: string
}

/**
 * The bytes of a file, in pieces; a gzip file and a member of a zip archive are inflated on the way. `onRaw` sees the bytes as they
 * lie on disk (for progress). Throws FailureError `import-refused` beyond the caps and where the archive is damaged.
 */
export async function* readBytes(
  { path, member }: Source,
  onRaw: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (member !== undefined) return yield* readMember(path, member, onRaw)
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
      if (total > cap) throw new FailureError('import-refused', say().unpacksTo(cap / 1024 / 1024))
      yield chunk as Buffer
    }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_'))
      throw new FailureError('import-refused', say().damagedGzip)
    throw error
  } finally {
    file.destroy()
    stream.destroy()
  }
  return undefined
}

/** The first bytes of a file, unpacked. */
export async function readHead(source: Source, bytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of readBytes(source, () => {})) {
    pieces.push(piece)
    length += piece.length
    if (length >= bytes) break
  }
  return Buffer.concat(pieces).subarray(0, bytes)
}

async function* readMember(
  path: string,
  member: string,
  onRaw: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const access = await fileAccess(path)
  try {
    const zip = await openZip(access)
    const entry = zip.entries.find(e => e.name === member)
    if (!entry) throw new FailureError('not-found', say().noMember(member))
    for await (const piece of zip.read(entry, new Budget(MAX_INFLATED))) {
      onRaw(piece)
      yield piece
    }
  } finally {
    await access.close()
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
