import { deflateRawSync } from 'node:zlib'
import { unpackPiece } from '../../files/pieces.ts'

/**
 * A kept piece with each match blanked byte for byte, so that every line stays where it was and as long as it was. Undefined where it
 * has none. `encoding` as the mapping says; without one, UTF-8 where the bytes are that, else one byte a character.
 */
export function scrubPiece(data: Uint8Array, pattern: RegExp, encoding: string | null): Buffer | undefined {
  const bytes = unpackPiece(data)
  const codec = codecOf(bytes, encoding)
  const text = codec.decode(bytes)
  const scrubbed = text.replaceAll(pattern, match => codec.blank(match))
  return scrubbed === text ? undefined : deflateRawSync(codec.encode(scrubbed))
}

interface Codec {
  decode(bytes: Buffer): string
  encode(text: string): Buffer
  blank(match: string): string
}

const letters = (match: string): string => 'x'.repeat(match.length)

const UTF8: Codec = {
  decode: bytes => bytes.toString('utf8'),
  encode: text => Buffer.from(text, 'utf8'),
  blank: match => 'x'.repeat(Buffer.byteLength(match, 'utf8')),
}
// Bytes of 1252 beyond Latin-1 are no letters of names but quotes and dashes, except Œ, Š, Ž and their like: those stay as bytes do.
const LATIN1: Codec = {
  decode: bytes => bytes.toString('latin1'),
  encode: text => Buffer.from(text, 'latin1'),
  blank: letters,
}
const UTF16LE: Codec = {
  decode: bytes => bytes.toString('utf16le'),
  encode: text => Buffer.from(text, 'utf16le'),
  blank: letters,
}
const UTF16BE: Codec = {
  decode: bytes => Buffer.from(bytes).swap16().toString('utf16le'),
  encode: text => Buffer.from(text, 'utf16le').swap16(),
  blank: letters,
}

function codecOf(bytes: Buffer, encoding: string | null): Codec {
  if (encoding === 'utf-16le') return UTF16LE
  if (encoding === 'utf-16be') return UTF16BE
  // What does not come back byte for byte was not UTF-8.
  return UTF8.encode(UTF8.decode(bytes)).equals(bytes) ? UTF8 : LATIN1
}
