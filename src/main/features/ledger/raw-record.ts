import { unpackPiece } from '../../files/pieces.ts'
import Papa from 'papaparse'
import type { Mapping } from '../../../shared/contract/import.ts'

/** One record of a kept file: its text as it stands there, and its cells. */
export interface RawRecord {
  raw: string
  cells: string[]
}

/**
 * Cuts the record that begins on physical line `line` out of a stored piece. Undefined where the piece is damaged or ends before it.
 * Cells are split by the mapping's delimiter, as the importer splits them.
 */
export function cutRecord(
  chunk: { firstLine: number; data: Buffer },
  line: number,
  mapping: Pick<Mapping, 'encoding' | 'delimiter'>,
): RawRecord | undefined {
  const text = decode(chunk.data, mapping.encoding)
  if (text === undefined) return undefined
  let at = 0
  for (let left = line - chunk.firstLine; left > 0; left -= 1) {
    at = afterLine(text, at)
    if (at >= text.length) return undefined
  }
  const end = recordEnd(text, at, mapping.delimiter)
  const raw = text.slice(at, end).replace(/^\uFEFF/, '')
  const parsed = Papa.parse<string[]>(raw, { delimiter: mapping.delimiter, newline: '\n' })
  return { raw, cells: parsed.data[0] ?? [] }
}

function decode(data: Buffer, encoding: Mapping['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding).decode(unpackPiece(data))
  } catch {
    // A damaged piece: the entry is shown without its source text; `workspace.verify` names the file.
    return undefined
  }
}

function afterLine(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\n') return i + 1
    if (text[i] === '\r') return text[i + 1] === '\n' ? i + 2 : i + 1
  }
  return text.length
}

/** The record's end: its line's end, unless that lies inside a quoted cell. */
function recordEnd(text: string, from: number, delimiter: string): number {
  let quoted = false
  let cellStart = true
  for (let i = from; i < text.length; i += 1) {
    const char = text[i] as string
    if (quoted) {
      if (char === '"') {
        if (text[i + 1] === '"') i += 1
        else quoted = false
      }
    } else if (char === '"' && cellStart) quoted = true
    else if (char === '\n' || char === '\r') return i
    cellStart = !quoted && char === delimiter
  }
  // A quote that never closes: the line alone is the record, as the importer took it.
  return quoted ? lineEnd(text, from) : text.length
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/)
  return end < 0 ? text.length : from + end
}
