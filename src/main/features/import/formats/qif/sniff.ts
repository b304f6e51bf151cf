import { TextReader } from '../text/decode.ts'

const HEADER = /^!(?:type\s*:|account\b|option\s*:|clear\s*:)/i

/** How surely a file is QIF, from its beginning: a header, or records of lettered lines. */
export function sniff(head: Uint8Array): number {
  const text = new TextReader().push(head.subarray(0, 64 * 1024))
  const lines = text.trimStart().split(/\r\n|\r|\n/, 400)
  if (HEADER.test(lines[0] ?? '')) return 1
  return hasRecord(lines) ? 0.7 : 0
}

/** A date, an amount and ^ in lines of their own, in a file that begins with a lettered line. */
export function hasRecord(lines: readonly string[]): boolean {
  if (!/^[A-Z!]/.test(lines[0] ?? '')) return false
  const has = (shape: RegExp): boolean => lines.some(line => shape.test(line))
  return has(/^\^\s*$/) && has(/^D\s*\d{1,4}\s*[/.\-' ]/) && has(/^[TU][-+(]?[\d$£€.,]/)
}
