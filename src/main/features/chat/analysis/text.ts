/** A word, number or sign of a question. `text` is folded; `raw` is as typed. */
export interface Token {
  text: string
  raw: string
  /** Of a text between quotation marks: it is looked for as it stands. */
  quoted?: boolean
  /** A slip was mended: it says less than a word that was typed so. */
  mended?: boolean
}

/** Without case and accents, apostrophes and dashes in one form. */
export function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[–—−]/g, '-')
}

const TOKEN =
  /[£€$]?\d+(?:[.,/:-]\d+)*(?:[./-]q[1-4])?(?:st|nd|rd|th)?(?:[km]\b)?[%+]?|[\p{L}][\p{L}\p{N}]*(?:[&'][\p{L}\p{N}]+|\/\d+)*|[<>]=?|[&,%;]|\.(?=\s)|[-](?=\s)/gu

/** Short forms that people type. */
const SHORT: Readonly<Record<string, string>> = {
  '&': 'and',
  v: 'vs',
  abt: 'about',
  btw: 'between',
  pct: 'percent',
  incl: 'including',
  avrg: 'average',
}
const MONTHS = 'jan|feb|mar|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez'
/** "Jan-Mar": a hyphen between months joins two ends. */
const MONTH_RANGE = new RegExp(`\\b((?:${MONTHS})\\p{L}*)\\s?[-–]\\s?((?:${MONTHS})\\p{L}*)(?!\\p{L})`, 'giu')

/** Splits a question into words; hyphens and slashes between words part them, numbers and dates stay whole. */
export function tokenise(question: string): Token[] {
  const tokens: Token[] = []
  const parts = question
    .slice(0, 2000)
    .replaceAll(MONTH_RANGE, '$1 to $2')
    .split(/["“”„«»]/)
  for (const [p, part] of parts.entries()) {
    const quoted = p % 2 === 1 && p < parts.length - 1
    // Folded letter by letter so that what was typed can be named again.
    for (const { 0: raw } of part
      .replaceAll(/(\p{L})\s?\/\s?(\p{L}{2})/gu, '$1 $2')
      .matchAll(new RegExp(TOKEN.source, 'giu'))) {
      const text = foldWord(raw).replace(/'s$/, '').replace(/'$/, '')
      if (text !== '') tokens.push({ text: SHORT[text] ?? text, raw, ...(quoted && { quoted }) })
    }
  }
  return tokens
}

const BLANK = '~'

/** A question's words in one line, out of which the grammars take what they understand. */
export class Line {
  readonly tokens: readonly Token[]
  readonly #starts: number[] = []
  readonly #whole: string
  #text: string

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
    let text = ''
    for (const token of tokens) {
      if (text !== '') text += ' '
      this.#starts.push(text.length)
      text += token.text
    }
    this.#whole = text
    this.#text = text
  }

  /** What is left: taken parts are blanked out, so that places stay the same. */
  get text(): string {
    return this.#text
  }

  /** The line as it was before anything was taken. */
  get whole(): string {
    return this.#whole
  }

  blank(start: number, end: number): void {
    this.#text = this.#text.slice(0, start) + BLANK.repeat(end - start) + this.#text.slice(end)
  }

  /** Takes the first match of a pattern out of what is left. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.#text)
    if (!match || match[0] === '') return undefined
    this.blank(match.index, match.index + match[0].length)
    return match
  }

  takeAll(pattern: RegExp): RegExpExecArray[] {
    const all: RegExpExecArray[] = []
    for (let match = this.take(pattern); match; match = this.take(pattern)) all.push(match)
    return all
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.#text)
  }

  startOf(token: number): number {
    return this.#starts[token] as number
  }

  endOf(token: number): number {
    return this.startOf(token) + (this.tokens[token] as Token).text.length
  }

  /** True where no part of the token was taken. */
  isLeft(token: number): boolean {
    return !this.#text.slice(this.startOf(token), this.endOf(token)).includes(BLANK)
  }
}
