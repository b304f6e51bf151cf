import type { Line } from '../common/lines.ts'

/** One field of a message: ':61:' and all lines up to the next field. `end` closes a message. */
export interface Field {
  /** '61', '60F', 'NS' …; 'end' for the dash that ends a message. */
  tag: string
  line: number
  /** Lines behind the tag, the first without it; ends of lines cut off. */
  lines: string[]
  raw: string
}

const TAGS = '20|21|25P?|28C?|60[FM]?|61|62[FM]?|64|65|86|34F|13D?|90[CD]|NS'
const FIELD = new RegExp(`^\\s*:[ ]?(${TAGS})[ ]?:(.*)$`, 'i')
// A line of movement or balance whose first colon was lost; no text of a person looks like that.
const BARE = /^(61|60[FM]|62[FM]|86):(?=\d{6}|[CD]\d{6}|\d{3}\?)(.*)$/i
const OTHER = /^:\d{2}[A-Z]?:/i
const MAX_FIELD_LINES = 500

/**
 * Cuts lines into fields, across messages, with or without the SWIFT envelope. What stands before the first field or between messages is
 * envelope; a line that is no field belongs to the one before it.
 */
export class FieldCutter {
  #field: Field | undefined
  /** A colon alone on its line: banks that wrap blindly cut ':86:' itself. */
  #loneColon: Line | undefined;

  *push(line: Line): Generator<Field> {
    const { text } = line
    if (this.#loneColon) {
      const colon = this.#loneColon
      this.#loneColon = undefined
      yield* this.#take(`:${text}`, colon.line, line.tooLong)
      return
    }
    if (text.trim() === ':') this.#loneColon = line
    else yield* this.#take(text, line.line, line.tooLong)
  }

  *end(): Generator<Field> {
    this.#loneColon = undefined
    if (this.#field) yield this.#field
    this.#field = undefined
  }

  *#take(text: string, line: number, tooLong: boolean): Generator<Field> {
    const envelope = /\{4:\s*/.exec(text)
    if (envelope && /^\s*(?:-?\}(?:\{5:[^}]*\}*)?)?\s*\{[1-4]:/.test(text)) {
      yield* this.#close(line, text)
      const behind = text.slice(envelope.index + envelope[0].length)
      if (behind !== '') yield* this.#take(behind, line, tooLong)
      return
    }
    if (/^\s*\{[1-5]:/.test(text) || /^-(?:\}.*|X{0,3})\s*$/.test(text)) {
      yield* this.#close(line, text)
      return
    }
    const found = FIELD.exec(text) ?? BARE.exec(text)
    if (found && !this.#isTimeOfDay(text)) {
      if (this.#field) yield this.#field
      const [, tag = '', value = ''] = found
      this.#field = { tag: tag.toUpperCase(), line, lines: [value], raw: text }
      return
    }
    const field = this.#field
    if (!field) return
    const running = field.tag === '61' || field.tag === '86' || field.tag === 'NS'
    if (!running && OTHER.test(text)) return
    if (field.lines.length >= MAX_FIELD_LINES || tooLong) return
    field.lines.push(text)
    field.raw += `\n${text}`
  }

  *#close(line: number, raw: string): Generator<Field> {
    if (this.#field) yield this.#field
    this.#field = undefined
    yield { tag: 'end', line, lines: [], raw }
  }

  /** '…T16' and ':26:37 …' on the next line: a time that was wrapped at its colon, not field 26. */
  #isTimeOfDay(text: string): boolean {
    if (this.#field?.tag !== '86' || !/^:[0-5]\d:[0-5]\d(?!\d)/.test(text)) return false
    return /(?:^|\D)(?:[01]\d|2[0-3])$/.test(this.#field.lines.at(-1) ?? '')
  }
}
