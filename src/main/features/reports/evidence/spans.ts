import type { Mapping } from '../../../../shared/contract/import.ts'

/** Where a record stands in its file, in bytes: [from, to). */
export type Span = readonly [number, number]

const LF = 10
const CR = 13
const QUOTE = 34

/**
 * The bytes of the records that begin on given physical lines of a piece of a text file, as the importer cut them: to the end of the
 * line, or further where a quoted cell goes on. Works on the bytes, so that nothing is decoded and written again on the way.
 */
export function recordSpans(
  piece: { firstLine: number; firstByte: number; bytes: Uint8Array },
  wanted: ReadonlySet<number>,
  { encoding, delimiter }: Pick<Mapping, 'encoding' | 'delimiter'>,
): Map<number, Span> {
  const units = unitsOf(piece.bytes, encoding)
  const between = delimiter.charCodeAt(0)
  const spans = new Map<number, Span>()
  let line = piece.firstLine
  for (let at = 0; at < units.count; line += 1) {
    if (wanted.has(line)) {
      const end = recordEnd(units, at, between)
      spans.set(line, [piece.firstByte + at * units.width, piece.firstByte + end * units.width])
    }
    at = afterLine(units, at)
  }
  return spans
}

interface Units {
  count: number
  /** Bytes of one. */
  width: number
  at(index: number): number
}

/** Signs as numbers: bytes, or pairs of bytes. Line ends, quotes and delimiters are one byte in every other encoding. */
function unitsOf(bytes: Uint8Array, encoding: Mapping['encoding']): Units {
  if (!encoding.startsWith('utf-16')) return { count: bytes.length, width: 1, at: i => bytes[i] as number }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = encoding === 'utf-16le'
  return { count: bytes.length >> 1, width: 2, at: i => view.getUint16(i * 2, little) }
}

function afterLine({ count, at }: Units, from: number): number {
  for (let i = from; i < count; i += 1) {
    const unit = at(i)
    if (unit === LF) return i + 1
    if (unit === CR) return i + 1 < count && at(i + 1) === LF ? i + 2 : i + 1
  }
  return count
}

function recordEnd({ count, at }: Units, from: number, delimiter: number): number {
  let quoted = false
  let cellStart = true
  let lineEnd = -1
  for (let i = from; i < count; i += 1) {
    const unit = at(i)
    const ends = unit === LF || unit === CR
    if (ends && lineEnd < 0) lineEnd = i
    if (quoted) {
      if (unit === QUOTE) {
        if (i + 1 < count && at(i + 1) === QUOTE) i += 1
        else quoted = false
      }
    } else if (unit === QUOTE && cellStart) quoted = true
    else if (ends) return i
    cellStart = !quoted && unit === delimiter
  }
  // A quote that never closes: the line alone is the record, as the importer took it.
  return quoted && lineEnd >= 0 ? lineEnd : count
}
