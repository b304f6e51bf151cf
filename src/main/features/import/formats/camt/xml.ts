import { say } from './messages.ts'

/** `source` is the token as it stands in the file; all tokens' sources together are the file. */
export type Token =
  | { kind: 'open' | 'empty' | 'close'; name: string; source: string; line: number }
  | { kind: 'text'; text: string; source: string; line: number; loose: boolean }
  | { kind: 'other'; source: string; line: number }
  | { kind: 'doctype'; source: string; line: number }
  /** What cannot go on: a tag, comment or text without an end. Nothing comes after it. */
  | { kind: 'damage'; reason: string; source: string; line: number }

const MAX_TAG = 65_536
const MAX_TEXT = 1_048_576
const NAME = /^<\/?([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])/

/**
 * Cuts XML text into tags and text, without validation and without a document type: the parts of a damaged file stay readable. Text may
 * come in pieces of any length; time is linear as long as a piece is not tiny. Entities are the five of XML and numeric ones.
 */
export class XmlCutter {
  #rest = ''
  #line = 1
  #over = false;

  *push(piece: string, last = false): Generator<Token> {
    let text = this.#rest + piece
    let at = 0
    while (!this.#over && at < text.length) {
      const token = text[at] === '<' ? this.#tag(text, at, last) : this.#text(text, at, last)
      if (token === undefined) break
      at += token.source.length
      this.#over = token.kind === 'damage'
      yield token
      this.#line += ends(token.source)
    }
    text = text.slice(at)
    this.#rest = this.#over ? '' : text
  }

  #text(text: string, from: number, last: boolean): Token | undefined {
    const end = text.indexOf('<', from)
    if (end < 0 && !last && text.length - from <= MAX_TEXT) return undefined
    const source = text.slice(from, end < 0 ? text.length : end)
    if (source.length > MAX_TEXT) return this.#damage(source, say().longText)
    const decoded = unescapeXml(source)
    return { kind: 'text', text: decoded.text, source, line: this.#line, loose: decoded.loose }
  }

  #tag(text: string, from: number, last: boolean): Token | undefined {
    const line = this.#line
    // The longest opening that says what this is: '<![CDATA['.
    if (!last && text.length - from < 9) return undefined
    if (text.startsWith('<!--', from))
      return this.#until(text, from, '-->', last, source => ({ kind: 'other', source, line }))
    if (text.startsWith('<?', from))
      return this.#until(text, from, '?>', last, source => ({ kind: 'other', source, line }))
    if (text.startsWith('<![CDATA[', from))
      return this.#until(text, from, ']]>', last, source => ({
        kind: 'text',
        text: source.slice(9, -3),
        source,
        line,
        loose: false,
      }))
    if (/^<!doctype/i.test(text.slice(from, from + 9)))
      return { kind: 'doctype', source: text.slice(from, from + 9), line }
    const second = text[from + 1] ?? ''
    // A bare '<' in somebody's text.
    if (!/[A-Za-z_/]/.test(second)) return { kind: 'text', text: '<', source: '<', line, loose: true }
    const end = tagEnd(text, from)
    if (end < 0) {
      if (last) return this.#damage(text.slice(from), say().openTag)
      return text.length - from > MAX_TAG
        ? this.#damage(text.slice(from, from + MAX_TAG), say().openTag)
        : undefined
    }
    const source = text.slice(from, end + 1)
    const name = NAME.exec(source)?.[2]
    if (source.length > MAX_TAG) return this.#damage(source, say().openTag)
    if (name === undefined) return { kind: 'text', text: '<', source: '<', line, loose: true }
    const kind = source.startsWith('</') ? 'close' : source.endsWith('/>') ? 'empty' : 'open'
    return { kind, name, source, line }
  }

  #until(
    text: string,
    from: number,
    mark: string,
    last: boolean,
    token: (source: string) => Token,
  ): Token | undefined {
    const end = text.indexOf(mark, from)
    const length = (end < 0 ? text.length : end + mark.length) - from
    if (length > MAX_TEXT || (end < 0 && last))
      return this.#damage(text.slice(from, from + length), say().openSection(text.slice(from, from + 4)))
    return end < 0 ? undefined : token(text.slice(from, end + mark.length))
  }

  #damage(source: string, reason: string): Token {
    return { kind: 'damage', reason, source: source.slice(0, 4096), line: this.#line }
  }
}

/** The closing > of a tag, not within an attribute's quotes. */
function tagEnd(text: string, from: number): number {
  const simple = text.indexOf('>', from)
  if (simple < 0) return -1
  if (simple - from <= MAX_TAG && !/["']/.test(text.slice(from, simple))) return simple
  let open = ''
  const stop = Math.min(text.length, from + MAX_TAG + 2)
  for (let at = from; at < stop; at++) {
    const letter = text[at] as string
    if (open !== '') open = letter === open ? '' : open
    else if (letter === '>') return at
    else if (letter === '"' || letter === "'") open = letter
  }
  return -1
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** `loose`: an & that begins no entity of XML; it is kept as it stands. */
function unescapeXml(source: string): { text: string; loose: boolean } {
  if (!source.includes('&')) return { text: source, loose: false }
  let loose = false
  const text = source.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));|&/gi,
    (whole, dec, hex, name) => {
      const code =
        dec === undefined ? (hex === undefined ? Number.NaN : Number.parseInt(hex, 16)) : Number(dec)
      const known = Number.isNaN(code)
        ? Object.hasOwn(ENTITIES, name ?? '')
          ? ENTITIES[name]
          : undefined
        : code > 0 && code <= 0x10ffff
          ? String.fromCodePoint(code)
          : undefined
      if (known === undefined) loose = true
      return known ?? whole
    },
  )
  return { text, loose }
}

/** Line ends, \r\n being one. */
function ends(source: string): number {
  let count = 0
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 && source.charCodeAt(at - 1) !== 13) count++
    else if (code === 13) count++
  }
  return count
}
