import { FailureError } from '../../../../shared/result/failure.ts'
import type { Access } from './access.ts'
import { say } from '../messages.ts'

/** What an archive may hold at most. */
export const MAX_ENTRIES = 10_000
const MAX_DIRECTORY = 64 * 1024 * 1024

export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  /** As the directory states them; what is inflated is counted all the same. */
  packed: number
  size: number
  crc: number
  /** Where its local header lies. */
  offset: number
  isFolder: boolean
}

const refused = (message: string): FailureError => new FailureError('import-refused', message)
const damaged = (): FailureError => refused(say().damagedArchive)

/** The archive's central directory. Throws `import-refused` for damage, encryption, links, and names that lead out of a folder. */
export async function readDirectory(access: Access): Promise<ZipEntry[]> {
  const { count, size, offset } = await findDirectory(access)
  if (count > MAX_ENTRIES) throw refused(say().tooManyEntries(count, MAX_ENTRIES))
  if (size > MAX_DIRECTORY || offset + size > access.size) throw damaged()
  const bytes = await access.read(offset, size)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50;) {
    if (entries.length >= MAX_ENTRIES) throw refused(say().moreEntries(MAX_ENTRIES))
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
    if (next > bytes.length) throw damaged()
    entries.push(entryAt(bytes, at, nameLength, extraLength))
    at = next
  }
  if (entries.length !== count) throw damaged()
  return entries
}

function entryAt(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8)
  const method = bytes.readUInt16LE(at + 10)
  const raw = bytes.subarray(at + 46, at + 46 + nameLength)
  const name = decodeName(raw)
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  const isFolder = name.endsWith('/')
  // Unix mode in the upper half of the external attributes: 0xA000 is a symbolic link.
  const isLink = bytes[at + 5] === 3 && bytes.readUInt32LE(at + 38) >>> 28 === 0xa
  if (!isSafe(name) || isLink) throw refused(say().leadsOut(name.slice(0, 80)))
  if (!isFolder && (flags & 1) === 1) throw refused(say().encryptedMember(name.slice(0, 80)))
  if (method !== 0 && method !== 8) throw refused(say().otherPacking(name.slice(0, 80)))
  const small = {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  }
  return { name, method, crc: bytes.readUInt32LE(at + 16), isFolder, ...wide(extra, small) }
}

/** Sizes beyond 4 GB stand in an extra field, only those that do not fit. */
function wide(
  extra: Buffer,
  small: { size: number; packed: number; offset: number },
): { size: number; packed: number; offset: number } {
  const out = { ...small }
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4
      for (const key of ['size', 'packed', 'offset'] as const) {
        if (out[key] !== 0xffffffff || from + 8 > Math.min(extra.length, at + 4 + length)) continue
        out[key] = Number(extra.readBigUInt64LE(from))
        from += 8
      }
    }
    at += 4 + length
  }
  return out
}

// Names without the UTF-8 flag are mostly UTF-8 or plain ASCII all the same; anything else only has to stay one name.
function decodeName(raw: Buffer): string {
  const text = raw.toString('utf8')
  return text.includes('\uFFFD') ? raw.toString('latin1') : text
}

function isSafe(name: string): boolean {
  if (name === '' || name.includes('\0') || /^[/\\]|^[A-Za-z]:/.test(name)) return false
  return !name.split(/[/\\]/).includes('..')
}

async function findDirectory(access: Access): Promise<{ count: number; size: number; offset: number }> {
  const tail = Math.min(access.size, 65_557 + 20)
  const bytes = await access.read(access.size - tail, tail)
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue
    const found = {
      count: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 12),
      offset: bytes.readUInt32LE(at + 16),
    }
    const isWide = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff
    if (!isWide || at < 20 || bytes.readUInt32LE(at - 20) !== 0x07064b50) return found
    const record = await access.read(Number(bytes.readBigUInt64LE(at - 12)), 56)
    if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw damaged()
    return {
      count: Number(record.readBigUInt64LE(32)),
      size: Number(record.readBigUInt64LE(40)),
      offset: Number(record.readBigUInt64LE(48)),
    }
  }
  throw damaged()
}
