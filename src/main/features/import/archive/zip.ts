import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Access } from './access.ts'
import { readDirectory, type ZipEntry } from './directory.ts'
import { say } from '../messages.ts'

/** Bytes that may still be unpacked: counted as they come, whatever the headers say. */
export class Budget {
  #left: number
  readonly #cap: number

  constructor(cap: number) {
    this.#cap = cap
    this.#left = cap
  }

  take(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0)
      throw new FailureError('import-refused', say().unpacksTo(Math.round(this.#cap / 1024 / 1024)))
  }
}

export interface Zip {
  entries: readonly ZipEntry[]
  /** An entry's bytes. Throws `import-refused` where they are not those that the directory states. */
  read(entry: ZipEntry, budget: Budget): AsyncGenerator<Uint8Array, void, undefined>
}

const PIECE = 256 * 1024

export async function openZip(access: Access): Promise<Zip> {
  const entries = await readDirectory(access)
  return { entries, read: (entry, budget) => readEntry(access, entry, budget) }
}

async function* readEntry(
  access: Access,
  entry: ZipEntry,
  budget: Budget,
): AsyncGenerator<Uint8Array, void, undefined> {
  const header = await access.read(entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged(entry)
  const from = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (from + entry.packed > access.size) throw damaged(entry)
  const packed = Readable.from(pieces(access, from, entry.packed), { objectMode: false })
  const stream = entry.method === 8 ? packed.pipe(createInflateRaw({ chunkSize: PIECE })) : packed
  if (stream !== packed) packed.on('error', error => stream.destroy(error))
  let size = 0
  let crc = 0
  try {
    for await (const piece of stream) {
      const bytes = piece as Buffer
      budget.take(bytes.length)
      size += bytes.length
      // A header that lies about the size lies about more.
      if (size > entry.size) throw damaged(entry)
      crc = crc32(bytes, crc)
      yield bytes
    }
    if (size !== entry.size || crc !== entry.crc) throw damaged(entry)
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw damaged(entry)
    throw error
  } finally {
    packed.destroy()
    stream.destroy()
  }
}

async function* pieces(access: Access, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE)
    // oxlint-disable-next-line no-await-in-loop -- piece after piece
    yield await access.read(from + at, Math.min(PIECE, length - at))
}

const damaged = ({ name }: ZipEntry): FailureError =>
  new FailureError('import-refused', say().damagedMember(name.slice(0, 80)))
