import { unpackPiece } from '../../files/pieces.ts'
import type { RawRecord } from './raw-record.ts'

/**
 * The record at `place` out of a stored piece of records: JSON lines [place, text, cells], as the importer keeps them for files whose
 * lines do not lead back to a record. Undefined where the piece is damaged or has no such record.
 */
export function keptRecord(data: Buffer | undefined, place: number): RawRecord | undefined {
  if (!data) return undefined
  const start = `[${place},`
  for (const line of linesOf(data)) {
    if (!line.startsWith(start)) continue
    const [, raw, cells] = JSON.parse(line) as [number, string, string[]]
    return { raw, cells }
  }
  return undefined
}

function linesOf(data: Buffer): string[] {
  try {
    return unpackPiece(data).toString('utf8').split('\n')
  } catch {
    // A damaged piece: the entry is shown without its source text; `workspace.verify` names the file.
    return []
  }
}
