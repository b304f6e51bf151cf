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
  ave: 'average',
  lst: 'last',
  nxt: 'next',
  prev: 'previous',
  curr: 'current',
  wat: 'what',
  wht: 'what',
  hw: 'how',
  mch: 'much',
  wk: 'week',
  wks: 'weeks',
  mth: 'month',
  mnth: 'month',
  mnths: 'months',
  yr: 'year',
  yrs: 'years',
  qtr: 'quarter',
  qtrs: 'quarters',
  tot: 'total',
  rev: 'revenue',
  inv: 'invoices',
  invs: 'invoices',
  txn: 'transactions',
  txns: 'transactions',
  trx: 'transactions',
  tx: 'transactions',
  pymt: 'payments',
  pmt: 'payments',
  pmts: 'payments',
  pymts: 'payments',
  exp: 'expenses',
  dept: 'department',
  depts: 'departments',
  dir: 'directorate',
  acct: 'account',
  accts: 'accounts',
  acc: 'account',
  supp: 'supplier',
  fcst: 'forecast',
  bgt: 'budget',
  ggu: 'gegenuber',
  vgl: 'vergleich',
  ca: 'circa',
  zw: 'zwischen',
  durchschn: 'durchschnitt',
  ovr: 'over',
  undr: 'under',
  btwn: 'between',
}
const MONTHS = 'jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez'
/** What is typed in one piece and means several, or the other way round: put into the form that the grammars read. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // "May I see …" is no month.
  [/(?<=^\s*|[,.;] )may (?=(?:i|we)\b)/giu, 'can '],
  [/[’‘`´]/gu, "'"],
  // "2025's": of that year.
  [/(?<=\d)'s(?!\p{L})/giu, ''],
  [/(?<=\d)\s*[–—−]\s*(?=\d)/gu, '-'],
  // "3Q24", "1H25": as American reports write them.
  [/(?<![\p{L}\p{N}])([1-4])([QH])\s?'?(?=\d{2}(?:\d{2})?(?!\d))/giu, '$2$1 '],
  [/(?<![\p{L}\p{N}])(FY\s?'?\d{2}(?:\d{2})?)[-/ ]?(?=[QH][1-4](?!\d))/giu, '$1 '],
  // "May/2024".
  [new RegExp(`(?<!\\p{L})((?:${MONTHS})\\p{L}*)\\s?\\/\\s?(?='?\\d{2}(?:\\d{2})?(?![\\d/]))`, 'giu'), '$1 '],
  // "Y/e 31 March 2025", "FYE June".
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:f?y\\s?/\\s?e|fye|ye)(?=\\s(?:\\d{1,2}(?:st|nd|rd|th)?[\\s./]|(?:${MONTHS})))`,
      'giu',
    ),
    'year ending',
  ],
  // "FY24-25", "2024 / 25": a year that begins in one and ends in the other.
  [/(?<![\p{L}\p{N}])(FY|GJ)\s?'?(\d{4}|\d{2})\s?[-/]\s?'?(\d{4}|\d{2})(?![\d.,/-])/giu, '$1 $2/$3'],
  [/(?<![\d.,/-])((?:19|20)\d{2})(?:\s\/\s|\s?\/\s?')(\d{2})(?![\d.,/-])/giu, '$1/$2'],
  [/(?<![\p{L}\p{N}])([QHP]\d{1,2})\s?[-–]\s?([QHP]\d{1,2})(?![\p{L}\p{N}])/giu, '$1 to $2'],
  // "15. März", "4. Quartal": the point of a German ordinal ends no sentence.
  [/(?<![\d.,])(\d{1,2})\.\s(?=\p{L})/gu, '$1 '],
  [/\ba\/c\b/giu, 'account'],
  [/\bno\.\s?(?=of\b)/giu, 'number '],
  // "Supplier-wise": by supplier.
  [/\b(\p{L}{3,})[ -]wise\b/giu, 'by $1'],
  [/\b(?:a |one |ein(?:e[nmrs]?)? )?(?:fortnight|vierzehn tagen?)\b/giu, '2 weeks'],
  [/\bvs\.|\bggü\./giu, 'vs'],
  [/\bw\s?\/\s?o\b/giu, 'without'],
  // "On a monthly basis", "at directorate level", "auf Kontoebene".
  [/\b(?:on|at)\s(?:an?\s|the\s)?(\p{L}+(?:\s\p{L}+)?)[\s-](?:basis|level)\b(?!\s?\d)/giu, 'by $1'],
  [/\bauf\s(\p{L}+?)-?ebene\b/giu, 'nach $1'],
  // "£100-£200", "100-200 pounds": two ends of an amount.
  [/(?<![\d.,-])([£€$]\s?\d[\d.,]*[km]?)\s?[-–]\s?(?=[£€$]?\s?\d)/giu, 'between $1 and '],
  [
    /(?<![\d.,-])(\d[\d.,]*)\s?-\s?(\d[\d.,]*)(?=\s?(?:pounds?|quid|euros?|dollars?|gbp|eur|[£€$]|k\b))/giu,
    'between $1 and $2',
  ],
  [/\bw\s?\/\s?[cb]\b/giu, 'week commencing'],
  [/\bw\s?\/\s?e\b/giu, 'week ending'],
  // "On Saturday 4 June": the date says it all.
  [
    /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?=(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s\d)/giu,
    '',
  ],
  [
    /(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)(?:,|\.)?\s+(?=(?:de[mn]\s)?\d{1,2}(?:\.|\s\p{L}))/giu,
    '',
  ],
]
/** "Jan-Mar": a hyphen between months joins two ends. */
const MONTH_RANGE = new RegExp(`\\b((?:${MONTHS})\\p{L}*)\\s?[-–]\\s?((?:${MONTHS})\\p{L}*)(?!\\p{L})`, 'giu')

const NAMES = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
/** "27.10.": a day of a month, as Germans write it. */
const DAY_AND_MONTH = /(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)\s?([-–]?)/gu

/** Splits a question into words; hyphens and slashes between words part them, numbers and dates stay whole. */
export function tokenise(question: string): Token[] {
  const tokens: Token[] = []
  const dated = question
    .slice(0, 2000)
    .replaceAll(DAY_AND_MONTH, (whole, day: string, month: string, dash: string) => {
      const name = NAMES[Number(month) - 1]
      return name === undefined ? whole : `${day} ${name} ${dash === '' ? '' : 'to '}`
    })
  const parts = FORMS.reduce((line, [form, read]) => line.replaceAll(form, read), dated)
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

  /** The words that were taken since the line's text was `before`. */
  takenSince(before: string): number[] {
    return this.tokens.flatMap((_, i) => {
      const [start, end] = [this.startOf(i), this.endOf(i)]
      return before.slice(start, end) !== this.#text.slice(start, end) ? [i] : []
    })
  }

  /** Words as typed, as one. */
  said(tokens: readonly number[]): string[] {
    return tokens.length > 0 ? [tokens.map(i => (this.tokens[i] as Token).raw).join(' ')] : []
  }

  /** True where no part of the token was taken. */
  isLeft(token: number): boolean {
    return !this.#text.slice(this.startOf(token), this.endOf(token)).includes(BLANK)
  }
}
