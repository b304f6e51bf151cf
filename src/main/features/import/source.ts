import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { FailureError } from '../../../shared/result/failure.ts'
import { fileAccess } from './archive/access.ts'
import { Budget, openZip } from './archive/zip.ts'
import type { Lender } from './lender.ts'
import { say } from './messages.ts'

/** What is read of one file at most: bytes out of an archive, and bytes of a plain file. */
export const MAX_INFLATED = 512 * 1024 * 1024
export const MAX_PLAIN = 4 * 1024 * 1024 * 1024

const PIECE = 256 * 1024
/** Room before a piece for what is left of the one before it. */
const HEADROOM = 16 * 1024

/** A file on disk, or one of the files in a zip archive there. */
export interface Source {
  path: string
  member?: string
}

/**
 * The bytes of a file, in pieces; a gzip file and a member of a zip archive are inflated on the way. `onRaw` sees the bytes as they
 * lie on disk (for progress). A plain file's pieces are the `lender`'s, where there is one: who needs a piece longer than until the next
 * but one is asked for holds it. Throws FailureError `import-refused` beyond the caps and where the archive is damaged.
 */
export async function* readBytes(
  { path, member }: Source,
  onRaw: (bytes: Uint8Array) => void,
  lender?: Lender,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (member !== undefined) return yield* readMember(path, member, onRaw)
  if (!(await isGzip(path))) return yield* readPlain(path, onRaw, lender)
  const file = createReadStream(path, { highWaterMark: PIECE })
  const stream = file.pipe(createGunzip({ chunkSize: PIECE }))
  // Beside pipe() a second listener is harmless; beside `for await` it would steal the chunks.
  file.on('data', chunk => onRaw(chunk as Buffer))
  file.on('error', error => stream.destroy(error))
  let total = 0
  try {
    for await (const chunk of stream) {
      total += (chunk as Buffer).length
      refuseBeyond(MAX_INFLATED, total)
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

/** Reads on while the last piece is worked at. */
async function* readPlain(
  path: string,
  onRaw: (bytes: Uint8Array) => void,
  lender: Lender | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path)
  const size = HEADROOM + PIECE
  const next = () => file.read(lender?.take(size) ?? Buffer.allocUnsafeSlow(size), HEADROOM, PIECE)
  let total = 0
  let last: Buffer | undefined
  let under = next()
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one piece after the other
      const { bytesRead, buffer } = await under
      if (bytesRead === 0) return
      under = next()
      const piece = buffer.subarray(HEADROOM, HEADROOM + bytesRead)
      onRaw(piece)
      total += bytesRead
      refuseBeyond(MAX_PLAIN, total)
      yield piece
      // Only now: what was left of the last piece is joined to this one first.
      if (last) lender?.release(last)
      last = buffer
    }
  } finally {
    await under.catch(() => undefined)
    await file.close()
  }
}

/**
 * `rest` and `piece` as one: where the piece has room before it, which pieces of a plain file have, nothing but the rest is copied. The
 * room is written over.
 */
export function join(rest: Buffer, piece: Uint8Array): Buffer {
  const { buffer, byteOffset, length } = piece
  if (rest.length === 0) return Buffer.from(buffer, byteOffset, length)
  const roomy = byteOffset === HEADROOM && buffer.byteLength === HEADROOM + PIECE && rest.length <= HEADROOM
  if (!roomy) return Buffer.concat([rest, piece])
  const joined = Buffer.from(buffer, HEADROOM - rest.length, rest.length + length)
  rest.copy(joined)
  return joined
}

function refuseBeyond(cap: number, total: number): void {
  if (total > cap) throw new FailureError('import-refused', say().unpacksTo(cap / 1024 / 1024))
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
