/** Encodings that a text file is read in; shown in the preview, never changed silently. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Settles a file's encoding from all of its bytes: a byte-order mark; else noughts in every other byte (UTF-16); else valid UTF-8
 * to the last byte; else windows-1252, of which ASCII and Latin-1 are parts.
 */
export class EncodingProbe {
  #first = true
  #encoding: Encoding | undefined
  #utf8: InstanceType<typeof TextDecoder> | undefined = new TextDecoder('utf-8', { fatal: true })
  #wide: InstanceType<typeof TextDecoder> | undefined
  #nul = false
  #ascii = true
  #broken = false

  push(bytes: Uint8Array): void {
    if (this.#first && bytes.length > 0) {
      this.#first = false
      this.#encoding = mark(bytes) ?? wide(bytes)
    }
    if (this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be')
      return this.#decodeWide(this.#encoding, bytes, true)
    if (!this.#nul && bytes.includes(0)) this.#nul = true
    this.#decode(bytes, true)
  }

  /**
   * `hasNul`: characters of value nought; `broken`: UTF-16 with half a character in it. Such files are refused: the one is no text,
   * of the other something would be replaced silently.
   */
  settle(): { encoding: Encoding; hasNul: boolean; broken: boolean } {
    if (this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be')
      this.#decodeWide(this.#encoding, new Uint8Array(0), false)
    if (this.#encoding === undefined || this.#encoding === 'utf-8') this.#decode(new Uint8Array(0), false)
    const encoding = this.#encoding ?? (this.#utf8 ? 'utf-8' : 'windows-1252')
    return { encoding, hasNul: this.#nul, broken: this.#broken }
  }

  /** So far it is UTF-8, without characters of value nought. */
  get isUtf8(): boolean {
    const marked = this.#encoding === undefined || this.#encoding === 'utf-8'
    return marked && this.#utf8 !== undefined && !this.#nul
  }

  #decodeWide(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array, stream: boolean): void {
    if (this.#broken) return
    this.#wide ??= new TextDecoder(encoding, { fatal: true })
    try {
      if (this.#wide.decode(bytes, { stream }).includes('\0')) this.#nul = true
    } catch {
      this.#broken = true
    }
  }

  #decode(bytes: Uint8Array, stream: boolean): void {
    if (!this.#utf8) return
    // Nothing of a character can be outstanding between two pieces of ASCII.
    const ascii = isAscii(bytes)
    if (ascii && this.#ascii && stream) return
    this.#ascii = ascii
    try {
      this.#utf8.decode(bytes, { stream })
    } catch {
      // A byte-order mark in front of bytes that are not UTF-8 does not make them so.
      this.#utf8 = undefined
      if (this.#encoding === 'utf-8') this.#encoding = undefined
    }
  }
}

function mark(b: Uint8Array): Encoding | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return undefined
}

function wide(b: Uint8Array): Encoding | undefined {
  const n = Math.min(b.length, 4096) & ~1
  if (n < 4) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < n; i += 2) {
    if (b[i] === 0) even++
    if (b[i + 1] === 0) odd++
  }
  // Western text in UTF-16 has a nought in most characters, always on the same side.
  if (odd > n * 0.3 && even < n * 0.02) return 'utf-16le'
  if (even > n * 0.3 && odd < n * 0.02) return 'utf-16be'
  return undefined
}

/** Four bytes at a glance; the odd ones at the ends singly. */
function isAscii(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return bytes.every(byte => byte < 0x80)
  const lead = -bytes.byteOffset & 3
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >> 2)
  let seen = 0
  for (let i = 0; i < lead; i++) seen |= bytes[i] as number
  for (let i = lead + words.length * 4; i < bytes.length; i++) seen |= bytes[i] as number
  for (let i = 0; i < words.length; i++) seen |= words[i] as number
  return (seen & 0x80808080) === 0
}
