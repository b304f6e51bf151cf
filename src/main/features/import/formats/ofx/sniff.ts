import { TextReader } from '../text/decode.ts'

const HEADER = /^\s*(?:OFXHEADER\s*:|<\?OFX\b)/im
const ROOT = /<OFX>/i
const PART = /<(?:STMTTRN|(?:CC|INV)?STMTRS|SIGNONMSGSRSV1)>/i

/** How surely a file is OFX, from its beginning. */
export function sniff(head: Uint8Array): number {
  const text = new TextReader().push(head.subarray(0, 64 * 1024))
  // A list of values can quote OFX in a field; a file of it begins with it.
  const begin = text.slice(0, 4096).trimStart()
  if (HEADER.test(begin) || /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<OFX>/i.test(begin)) return 1
  if (looksLike(begin) === 'web-page') return 0
  if (ROOT.test(begin)) return 0.9
  if (/^<OFC>/i.test(begin)) return 0.8
  return PART.test(begin) && begin.startsWith('<') ? 0.7 : 0
}

export type Likeness = 'empty' | 'web-page' | 'ofc' | 'unknown'

/** What a file without OFX in it seems to be. */
export function looksLike(begin: string): Likeness {
  const text = begin.trimStart()
  if (text === '') return 'empty'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return 'web-page'
  return /<OFC>/i.test(text.slice(0, 4096)) ? 'ofc' : 'unknown'
}

/** The encoding that a file says it has: OFX 1's CHARSET, or XML's; '' for none. It settles only what the bytes leave open. */
export function declaredCharset(begin: string): string {
  const xml = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(begin)
  if (xml) return xml[1] as string
  const charset = /^\s*CHARSET\s*:\s*([\w.-]{1,40})/im.exec(begin) ?? /\bCHARSET:([\w.-]{1,40})/i.exec(begin)
  return charset?.[1] ?? ''
}
