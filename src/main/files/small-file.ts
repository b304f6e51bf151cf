import { readFileSync, statSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { FailureError } from '../../shared/result/failure.ts'
import { say } from './messages.ts'

export interface SmallFile {
  path: string
  name: string
}

const MAX_BYTES = 64 * 1024 * 1024

/**
 * A reference table's bytes, whole: of a zip archive the first file whose name ends as wanted. Throws `not-found`, `import-refused`.
 */
export function readSmallFile(
  { path, name }: SmallFile,
  wanted: RegExp,
): { name: string; bytes: Uint8Array } {
  let bytes: Uint8Array
  try {
    if (statSync(path).size > MAX_BYTES) throw new FailureError('import-refused', say().tooLargeTable(name))
    bytes = readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FailureError('not-found', say().noFile(name))
    throw error
  }
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  if (!zipped || wanted.test(name)) return { name, bytes }
  let taken: string | undefined
  try {
    // What a member unpacks to is bounded by the size that it states, whatever its data say.
    const members = unzipSync(bytes, {
      filter: member => {
        if (taken !== undefined || !wanted.test(member.name) || member.originalSize > MAX_BYTES) return false
        taken = member.name
        return true
      },
    })
    const found = taken === undefined ? undefined : members[taken]
    if (taken !== undefined && found) return { name: `${name}/${taken}`, bytes: found }
  } catch {
    throw new FailureError('import-refused', say().damagedZip(name))
  }
  throw new FailureError('import-refused', say().noSuchMember(name))
}

/** Text of a small file: UTF-8 or UTF-16 with its mark, else Windows-1252, which every byte is a character of. */
export function textOf(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : ''
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
