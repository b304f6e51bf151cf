import type { OpContext } from '../../../compute/ops.ts'
import { sniffStatement } from '../formats/index.ts'
import { readHead } from '../source.ts'
import { refuse, type OpenRequest, type TableFile } from './file.ts'
import { openPackage } from './package.ts'
import { openSheet } from './sheet-file.ts'
import { openStatement } from './statement-file.ts'
import { openTable } from './table-file.ts'
import { say } from '../messages.ts'

const HEAD = 64 * 1024

/** Opens a file as what its content says that it is; its name is not asked. */
export async function openFile(request: OpenRequest, op: OpContext): Promise<TableFile> {
  const head = await readHead(request.source, HEAD)
  if (isZip(head)) {
    await mustBeWorkbook(request)
    return openSheet(request, op)
  }
  const why = foreign(head)
  if (why !== undefined) throw refuse(`${request.name} ${why}`)
  const format = sniffStatement(head)
  return format ? openStatement(request, format, op) : openTable(request, op)
}

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))

async function mustBeWorkbook({ source, name }: OpenRequest): Promise<void> {
  const packed = await openPackage(source)
  try {
    const kind = kindOfPackage(packed.zip.entries.map(e => e.name))
    if (kind === 'xlsx') return
    if (kind === 'archive')
      throw refuse(source.member === undefined ? say().isArchive(name) : say().nestedArchive(name))
    throw refuse(say().foreignPackage(name, kind))
  } finally {
    await packed.close()
  }
}

/** 'xlsx', 'archive', or what else it is. */
export function kindOfPackage(names: readonly string[]): string {
  const has = (test: RegExp): boolean => names.some(name => test.test(name))
  if (has(/^xl\/workbook\.bin$/)) return say().binaryWorkbook
  if (has(/^\[Content_Types\]\.xml$/)) {
    if (has(/^word\//)) return say().textDocument
    if (has(/^ppt\//)) return say().presentation
    return 'xlsx'
  }
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return say().openDocument
  return 'archive'
}

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Why a file of another kind is not read: known by its first bytes. */
function foreign(head: Uint8Array): string | undefined {
  if (OLE2.every((byte, i) => head[i] === byte)) {
    const text = Buffer.from(head).toString('latin1')
    // Names in a compound file are UTF-16.
    if (text.includes('E\0n\0c\0r\0y\0p\0t\0e\0d')) return say().encryptedWorkbook
    return say().oldWorkbook
  }
  // BIFF 2 to 4 stand alone, without a compound file round them.
  if (head[0] === 9 && [0, 2, 4].includes(head[1] ?? -1) && head[3] === 0 && (head[2] === 4 || head[2] === 6))
    return say().oldWorkbook
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1')
  if (start.startsWith('%PDF-')) return say().pdf
  if (/^(?:\x89PNG|GIF8|\xff\xd8\xff)/.test(start)) return say().picture
  if (start.startsWith('SQLite f')) return say().database
  if (/^(?:7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/.test(start)) return say().packed
  return undefined
}
