/** How a number's text may be read: `plain` for either mark where both give the same, else one for each. */
interface Reading {
  negative: boolean
  /** Digits with at most one full stop; undefined where the text cannot be a number with that decimal mark. */
  dot: string | undefined
  comma: string | undefined
}

const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g
const SHAPE =
  /^(\()?([-+\u2212\u2013])?(?:[$£€¥]|[A-Z]{3})?([-+\u2212\u2013])?(\d[\d.,']*|[.,]\d+)(?:[$£€¥]|[A-Z]{3})?([-+\u2212])?(\))?$/
const LONGEST = 60

/** A whole part, with or without separators of thousands (in threes; Indian in twos and a three). */
const GROUPED = { '.': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/, ',': /^\d{1,3}(?:,\d{2,3})*,\d{3}$/ }

function readingOf(text: string): Reading | undefined {
  const match = text.length > LONGEST * 2 ? null : SHAPE.exec(text.replace(SPACES, ''))
  if (!match || match[0].length > LONGEST) return undefined
  const [, open, minus1, minus2, digits = '', minus3, close] = match
  if ((open === undefined) !== (close === undefined)) return undefined
  const signs = [minus1, minus2, minus3].filter(sign => sign !== undefined)
  if (signs.length > 1 || (signs.length === 1 && open !== undefined)) return undefined
  const negative = open !== undefined || (signs.length === 1 && signs[0] !== '+')
  const body = digits.replaceAll("'", '')
  return { negative, dot: plain(body, '.', ','), comma: plain(body, ',', '.') }
}

function plain(body: string, mark: '.' | ',', thousands: '.' | ','): string | undefined {
  const at = body.indexOf(mark)
  if (at !== body.lastIndexOf(mark)) return undefined
  const whole = at < 0 ? body : body.slice(0, at)
  const places = at < 0 ? '' : body.slice(at + 1)
  if (places.includes(thousands)) return undefined
  if (whole.includes(thousands) && !GROUPED[thousands].test(whole)) return undefined
  const digits = whole.replaceAll(thousands, '').replace(/^0+(?=\d)/, '')
  return `${digits === '' ? '0' : digits}${places === '' ? '' : `.${places}`}`
}

function signed(digits: string, negative: boolean): string {
  return negative && /[1-9]/.test(digits) ? `-${digits}` : digits
}

/** Where a text stands that can be read both ways. */
export interface OpenNumber {
  text: string
  line: number
  raw: string
  dot: string
  comma: string
}

/**
 * Reads the amounts of one file as plain decimals ('-1234.56'). Which of . and , marks decimals is settled by the texts that allow one
 * reading only ('1.234,56', '12,5', '1234.567'); one that allows both ('1.000') is read by what was seen until then, and by
 * `usual` where nothing was. `open` is the first such text where the file as a whole does not bear that reading out.
 */
export class NumberReader {
  readonly #answer: 'dot' | 'comma' | undefined
  readonly #usual: 'dot' | 'comma'
  readonly #proof = { dot: false, comma: false }
  readonly #taken: { dot?: OpenNumber; comma?: OpenNumber } = {}

  /** `usual` is what a text that both marks suit is read by while the file has proved neither. */
  constructor(answer: string | undefined, usual: 'dot' | 'comma' = 'dot') {
    this.#answer = answer === 'dot' || answer === 'comma' ? answer : undefined
    this.#usual = usual
  }

  /** Only what the text proves; for a first pass. */
  observe(text: string): void {
    const reading = readingOf(text)
    if (!reading || reading.dot === reading.comma) return
    if (reading.comma === undefined) this.#proof.dot = true
    else if (reading.dot === undefined) this.#proof.comma = true
    else if (this.#unlikely(reading))
      this.#proof[this.#unlikely(reading) === 'comma' ? 'dot' : 'comma'] = true
  }

  /** Undefined where the text is no number. */
  read(text: string, line: number, raw: string): string | undefined {
    this.observe(text)
    const reading = readingOf(text)
    if (!reading) return undefined
    const { dot, comma, negative } = reading
    if (dot === undefined || comma === undefined) {
      const only = dot ?? comma
      return only === undefined ? undefined : signed(only, negative)
    }
    if (dot === comma) return signed(dot, negative)
    const unlikely = this.#unlikely(reading)
    if (unlikely) return signed(unlikely === 'comma' ? dot : comma, negative)
    const mark = this.#answer ?? this.#proved() ?? this.#usual
    this.#taken[mark] ??= {
      text: text.trim(),
      line,
      raw,
      dot: signed(dot, negative),
      comma: signed(comma, negative),
    }
    return signed(mark === 'dot' ? dot : comma, negative)
  }

  get open(): OpenNumber | undefined {
    if (this.#answer) return undefined
    const proved = this.#proved()
    return proved === undefined
      ? (this.#taken.dot ?? this.#taken.comma)
      : this.#taken[proved === 'dot' ? 'comma' : 'dot']
  }

  #proved(): 'dot' | 'comma' | undefined {
    if (this.#proof.dot === this.#proof.comma) return undefined
    return this.#proof.dot ? 'dot' : 'comma'
  }

  /** '0.125' is never a thousand: its whole part is nought. */
  #unlikely({ dot, comma }: Reading): 'dot' | 'comma' | undefined {
    if (dot === undefined || comma === undefined) return undefined
    const [short, other]: ['dot' | 'comma', 'dot' | 'comma'] = dot.includes('.')
      ? ['dot', 'comma']
      : ['comma', 'dot']
    return (short === 'dot' ? dot : comma).startsWith('0.') ? other : undefined
  }
}
