import { fileAccess, memoryAccess, type Access } from '../archive/access.ts'
import { Budget, openZip, type Zip } from '../archive/zip.ts'
import type { OpenPart } from '../formats/xlsx/index.ts'
import { MAX_INFLATED, readBytes, type Source } from '../source.ts'
import { refuse } from './file.ts'
import { say } from '../messages.ts'

/** A workbook inside an archive is unpacked into memory: what it may be at most. */
const MAX_NESTED = 128 * 1024 * 1024

/** A zip file that is one document (a workbook), opened for one pass over it. */
export interface Package {
  zip: Zip
  open: OpenPart
  close(): Promise<void>
}

export async function openPackage(source: Source): Promise<Package> {
  const access = source.member === undefined ? await fileAccess(source.path) : await unpacked(source)
  try {
    const zip = await openZip(access)
    const budget = new Budget(MAX_INFLATED)
    const entries = new Map(zip.entries.map(e => [e.name, e]))
    return {
      zip,
      open: name => {
        const entry = entries.get(name)
        return entry && zip.read(entry, budget)
      },
      close: () => access.close(),
    }
  } catch (error) {
    await access.close()
    throw error
  }
}

async function unpacked(source: Source): Promise<Access> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of readBytes(source, () => {})) {
    length += piece.length
    if (length > MAX_NESTED) throw refuse(say().largeMember(source.member, MAX_NESTED / 1024 / 1024))
    pieces.push(piece)
  }
  return memoryAccess(Buffer.concat(pieces))
}
