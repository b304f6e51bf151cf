/** One line of a record: its letter and what follows. */
export interface Field {
  code: string
  text: string
  line: number
}

/** The lines of one record, up to ^. */
export interface Block {
  kind: 'block'
  line: number
  fields: Field[]
  raw: string
  /** How it ended: by ^; by the next record or header without one; by the end of the file, in the middle of a line perhaps. */
  end: 'mark' | 'next' | 'end-of-file' | 'within-line'
}

export interface Header {
  kind: 'header'
  line: number
  /** 'type', 'account', 'option' or 'clear'. */
  what: string
  /** What follows the colon: 'Bank', 'Invst', 'AutoSwitch' …; trimmed. */
  name: string
  raw: string
}

const HEADER = /^!(type|account|option|clear)\b\s*:?(.*)$/i
/** So many lines belong to a record at most; a longer one is none. */
const MOST_FIELDS = 20_000

/** Cuts the text of a QIF into headers and records; a date behind an amount begins a record even where ^ is missing. */
export function* blocks(text: string): Generator<Header | Block, void, undefined> {
  let fields: Field[] = []
  let hasDate = false
  let hasAmount = false
  let line = 0
  const ended = (end: Block['end']): Block => {
    const raw = fields.map(field => field.code + field.text).join('\n')
    const block: Block = { kind: 'block', line: fields[0]?.line ?? line, fields, raw, end }
    fields = []
    hasDate = false
    hasAmount = false
    return block
  }
  let at = 0
  let terminated = true
  while (at < text.length) {
    const [content, next] = lineAt(text, at)
    terminated = next > at + content.length
    at = next
    line++
    const written = content.trimEnd()
    const header = HEADER.exec(written)
    if (header) {
      if (fields.length > 0) yield ended('next')
      const [raw, what = '', name = ''] = header
      yield { kind: 'header', line, what: what.toLowerCase(), name: name.trim(), raw }
    } else if (written.startsWith('^')) {
      if (fields.length > 0) yield ended('mark')
    } else if (written !== '') {
      const code = written.slice(0, 1)
      const isDate = code === 'D' && looksLikeDate(written.slice(1))
      if ((isDate && hasDate && hasAmount) || fields.length >= MOST_FIELDS) yield ended('next')
      hasDate ||= isDate
      hasAmount ||= code === 'T' || code === 'U'
      fields.push({ code, text: written.slice(1), line })
    }
  }
  if (fields.length > 0) yield ended(terminated ? 'end-of-file' : 'within-line')
}

/** The line at an offset without its end, and where the next begins: LF, CR LF and CR end one. */
function lineAt(text: string, at: number): [string, number] {
  let end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === 10 || code === 13) break
    end++
  }
  const isCrLf = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10
  return [text.slice(at, end), Math.min(end + (isCrLf ? 2 : 1), text.length)]
}

export const looksLikeDate = (text: string): boolean =>
  /^\s*\d{1,4}\s*[/.\-' ]\s*(?:\d{1,2}|\p{L}{3,9}\.?)\s*[/.\-' ]/u.test(text)
