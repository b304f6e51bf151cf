/** What became of the bytes; `firstOddLine` is where a letter of the other encoding stands first. */
export interface Decoded {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'single-byte'
  /** Non-ASCII letters that were UTF-8, and bytes that were not. Both above nought: the file mixes encodings. */
  wideLetters: number
  narrowLetters: number
  firstOddLine: number
  /** Control characters (noughts too) that were made blanks, and letters that no table has. */
  controls: number
  lost: number
}

const SINGLE = /^(?:windows-(?:874|125\d)|iso-8859-\d{1,2}|koi8-[ru]|ibm866|macintosh)$/
// One replacement for each control character keeps offsets; tab, line feed and carriage return are text.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

// Stateless as long as nobody streams into it: one for all readers, as making one costs more than reading a short file.
const LATIN1 = new TextDecoder('latin1')

/**
 * Bytes to text as they come, by what they are and not by what the file says of itself: a byte-order mark or noughts in every other byte
 * are UTF-16; a sequence that is UTF-8 is that; any other byte is a letter of `declared` where that is a one-byte encoding, else of
 * windows-1252. Where more odd bytes than UTF-8 letters were seen, pairs that could be UTF-8 by chance are not taken for it. The text
 * does not depend on how the bytes are cut into pieces. Holds at most three bytes.
 */
export class TextReader {
  readonly seen: Decoded = {
    encoding: 'utf-8',
    wideLetters: 0,
    narrowLetters: 0,
    firstOddLine: 0,
    controls: 0,
    lost: 0,
  }
  readonly #narrow: string[]
  #utf16: InstanceType<typeof TextDecoder> | undefined
  #rest = new Uint8Array(0)
  #line = 1
  #started = false

  constructor(declared = '') {
    this.#narrow = tableOf(declared)
  }

  /** The first piece must have the first four bytes, where the file has so many. */
  push(piece: Uint8Array): string {
    if (!this.#started && piece.length > 0) {
      this.#started = true
      const wide = utf16Of(piece)
      if (wide) {
        this.#utf16 = new TextDecoder(wide)
        this.seen.encoding = wide
      } else if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) piece = piece.subarray(3)
    }
    return this.#clean(this.#utf16 ? this.#utf16.decode(piece, { stream: true }) : this.#decode(piece, false))
  }

  end(): string {
    const last = this.#utf16 ? this.#utf16.decode() : this.#decode(new Uint8Array(0), true)
    if (this.seen.encoding === 'utf-8' && this.seen.narrowLetters > this.seen.wideLetters)
      this.seen.encoding = 'single-byte'
    return this.#clean(last)
  }

  #decode(piece: Uint8Array, last: boolean): string {
    let bytes = piece
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + piece.length)
      bytes.set(this.#rest)
      bytes.set(piece, this.#rest.length)
      this.#rest = new Uint8Array(0)
    }
    const parts: string[] = []
    let plainFrom = 0
    let at = 0
    while (at < bytes.length) {
      if ((bytes[at] as number) < 0x80) {
        at++
        continue
      }
      if (at > plainFrom) parts.push(this.#plain(bytes.subarray(plainFrom, at)))
      const length = sequenceAt(bytes, at)
      if (length === 'cut' && !last) {
        this.#rest = bytes.slice(at)
        return parts.join('')
      }
      at += this.#letter(bytes, at, length === 'cut' ? 0 : length, parts)
      plainFrom = at
    }
    if (at > plainFrom) parts.push(this.#plain(bytes.subarray(plainFrom, at)))
    return parts.join('')
  }

  #plain(bytes: Uint8Array): string {
    const text = LATIN1.decode(bytes)
    if (this.seen.firstOddLine === 0)
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line++
    return text
  }

  /** Appends the letter at a byte that is not ASCII and says how many bytes it took. */
  #letter(bytes: Uint8Array, at: number, length: number, parts: string[]): number {
    const { seen } = this
    if (length > 1 && seen.narrowLetters <= seen.wideLetters) {
      seen.wideLetters++
      parts.push(String.fromCodePoint(codePoint(bytes, at, length)))
      return length
    }
    seen.narrowLetters++
    if (seen.firstOddLine === 0) seen.firstOddLine = this.#line
    const letter = this.#narrow[(bytes[at] as number) - 0x80] as string
    // windows-1252 has five bytes without a letter; its decoder gives control characters for them.
    if (letter === '\ufffd' || (letter >= '\u0080' && letter <= '\u009f')) seen.lost++
    parts.push(letter)
    return 1
  }

  #clean(text: string): string {
    return text.replace(CONTROLS, () => {
      this.seen.controls++
      return ' '
    })
  }
}

/** The letters above ASCII of each encoding that a file has declared so far. */
const tables = new Map<string, string[]>()

function tableOf(declared: string): string[] {
  const label = declared
    .trim()
    .toLowerCase()
    .replace(/^(?:cp|windows)?-?(?=125\d$)/, 'windows-')
    .replace(/^(?=8859-)/, 'iso-')
  // What else a file may say is read as if nothing were declared, and not kept: it can say anything.
  const known = SINGLE.test(label) ? label : 'windows-1252'
  const table = tables.get(known) ?? lettersOf(known)
  tables.set(known, table)
  return table
}

function lettersOf(label: string): string[] {
  let decoder = new TextDecoder('windows-1252')
  try {
    decoder = new TextDecoder(label)
  } catch {
    // A number that no such encoding has (iso-8859-99): as if nothing were declared.
  }
  return Array.from({ length: 128 }, (_, i) => decoder.decode(Uint8Array.of(0x80 + i)))
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Files of these formats begin with ASCII: two letters of it in UTF-16 without a mark.
  if (bytes.length < 4) return undefined
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : undefined
}

/** Length of the UTF-8 sequence at a byte above 0x7f; 0 where there is none; 'cut' where the bytes end within what may be one. */
function sequenceAt(bytes: Uint8Array, at: number): number | 'cut' {
  const lead = bytes[at] as number
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  for (let i = 1; i < length; i++) {
    if (at + i >= bytes.length) return 'cut'
    const byte = bytes[at + i] as number
    if (byte < 0x80 || byte > 0xbf) return 0
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    if (i > 1) continue
    if ((lead === 0xe0 && byte < 0xa0) || (lead === 0xed && byte > 0x9f)) return 0
    if ((lead === 0xf0 && byte < 0x90) || (lead === 0xf4 && byte > 0x8f)) return 0
  }
  return length
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  let value = (bytes[at] as number) & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) value = (value << 6) | ((bytes[at + i] as number) & 0x3f)
  return value
}

/** Bytes in pieces as text in pieces; the first piece of bytes is long enough for what a file says of itself (2 KB). */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  started: (head: string) => TextReader,
): AsyncGenerator<string, void, undefined> {
  let reader: TextReader | undefined
  let head = new Uint8Array(0)
  for await (const piece of bytes) {
    if (reader) {
      yield reader.push(piece)
      continue
    }
    const joined = new Uint8Array(head.length + piece.length)
    joined.set(head)
    joined.set(piece, head.length)
    head = joined
    if (head.length < 2048) continue
    reader = started(LATIN1.decode(head.subarray(0, 2048)))
    yield reader.push(head)
  }
  if (!reader) {
    reader = started(LATIN1.decode(head))
    yield reader.push(head)
  }
  yield reader.end()
}
