import type { Line } from '../text.ts'

/** Bounds of |amount| in minor units, both included: "over 500" begins one minor unit above it. */
export interface Bounds {
  min?: number
  max?: number
}

// A number followed by a step of time is no amount ("over the last 8 weeks"), nor is a bare year ("over 2024").
const UNIT_AHEAD =
  '(?! ?(?:days?|weeks?|months?|quarters?|years?|%|percent|times|tage?n?|wochen?|monate?n?|jahre?n?|of |(?:st|nd|rd|th)(?![a-z])|/|-\\d))'
/** "A grand", "half a million", "tausend": numbers that people write as words. */
const WORDED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:a |one |eine? )?(?:fiver)\b/, '5'],
  [/\b(?:a |one )?(?:tenner)\b/, '10'],
  [/\b(?:half a million|eine halbe million)\b/, '500000'],
  [/\b(?:a|one|eine) (?:quarter|viertel) (?:of a )?million\b/, '250000'],
  [/\b(?:a |one |eine )million\b/, '1000000'],
  [/\b(?:(?:a |one )(?:grand|thousand)|eintausend|tausend)\b/, '1000'],
  [/\b(?:(?:a |one )hundred|einhundert|hundert)\b/, '100'],
]
const NUM = `([£€$]?\\d[\\d.,]*(?:[km]\\b)?)(?![\\d/-])${UNIT_AHEAD}(?: ?(?:pounds?|quid|grand|euros?|eur|gbp|usd|dollars?|pence|£|€|k\\b|thousand|million|mio|tsd|tausend))?`
const ABOVE =
  '(?:over|above|more than|greater than|larger than|bigger than|higher than|exceed(?:ing|s|ed)?|in excess of|upwards of|north of|beyond|oberhalb(?: von)?|uber|mehr als|grosser als|hoher als|>)'
const FROM =
  '(?:at least|minimum(?: of)?|no less than|not less than|(?:not|nicht) (?:under|below|unter|weniger als)|from|mindestens|wenigstens|ab|>=)'
const BELOW =
  '(?:under|below|less than|smaller than|lower than|cheaper than|south of|unterhalb(?: von)?|unter|weniger als|kleiner als|<)'
const UPTO =
  '(?:at most|up to|maximum(?: of)?|no more than|not more than|(?:not|nicht) (?:above|over|exceeding|uber|mehr als)|max|hochstens|bis zu|maximal|<=)'
const BETWEEN = new RegExp(
  `\\b(?:between|from|(?:in )?(?:the )?range(?: of)?|ranging from|zwischen|von|of) ${NUM} ?(?:and|to|und|bis|-) ?${NUM}(?=[ ~]|$)`,
)
const NOUN = '(?:(?:an |the )?(?:amounts?|value|worth|betrag) (?:is |of |are )?)?'

/** Takes the bounds of amounts out of a question. `exponent`: decimal places of the currency. */
export function takeBounds(line: Line, exponent: number): Bounds {
  const scale = 10 ** exponent
  const minor = (text: string, whole: string): number | undefined => {
    const value = readNumber(text, whole)
    const scaled = value === undefined ? NaN : Math.round(value * scale)
    return Number.isSafeInteger(scaled) ? scaled : undefined
  }
  for (const [words, number] of WORDED) {
    const match = new RegExp(
      `(?<=^|[ ~])(?<cue>${ABOVE}|${FROM}|${BELOW}|${UPTO}) ${words.source}(?: (?:pounds?|euros?|dollars?|quid))?(?=[ ~]|$)`,
    ).exec(line.text)
    const value = match && minor(number, `£${number}`)
    if (!match || value === null || value === undefined) continue
    line.blank(match.index, match.index + match[0].length)
    const cue = match.groups?.['cue'] ?? ''
    const is = (pattern: string): boolean => new RegExp(`^${pattern}$`).test(cue)
    if (is(ABOVE)) return { min: value + 1 }
    if (is(FROM)) return { min: value }
    return { max: is(UPTO) ? value : value - 1 }
  }
  const between = BETWEEN.exec(line.text)
  // "between 2023 and 2024", "from 1 to 15 March" are days.
  if (
    between &&
    isMoney(between[1] as string, between[0]) &&
    !/^ ?(?:st|nd|rd|th|[a-z]{3,9}\b)/.test(daysBehind(line.text, between))
  ) {
    const [a, b] = [minor(between[1] as string, between[0]), minor(between[2] as string, between[0])]
    if (a !== undefined && b !== undefined) {
      line.blank(between.index, between.index + between[0].length)
      return { min: Math.min(a, b), max: Math.max(a, b) }
    }
  }
  const bounds: Bounds = {}
  const one = (words: string, set: (value: number) => void, cue: boolean): void => {
    const match = new RegExp(`(?<=^|[ ~])${NOUN}${words} ${NUM}(?=[ ~]|$)`).exec(line.text)
    if (!match || !(cue || isMoney(match[1] as string, match[0]))) return
    if (
      /^\d{4}$/.test(match[1] as string) &&
      isYear(match[1] as string) &&
      !/[£€$]|pound|euro/.test(match[0])
    )
      return
    if (
      new RegExp('^ (?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])').test(
        line.text.slice(match.index + match[0].length),
      )
    )
      return
    const value = minor(match[1] as string, match[0])
    if (value === undefined) return
    line.blank(match.index, match.index + match[0].length)
    set(value)
  }
  const more = new RegExp(
    `(?<=^|[ ~])${NUM}(?:\\+| (?:or more|and (?:above|over|more|up)|plus|upwards|oder mehr))(?=[ ~]|$)`,
  ).exec(line.text)
  const least = more === null ? undefined : minor(more[1] as string, more[0])
  if (more && least !== undefined) {
    line.blank(more.index, more.index + more[0].length)
    bounds.min = least
  }
  const less = new RegExp(
    `(?<=^|[ ~])(?:of )?${NUM} (?:or (?:less|under|below|lower|fewer)|and (?:below|under|less)(?! than| [£€$]?\\d)|max(?:imum)?|oder weniger)(?=[ ~]|$)`,
  ).exec(line.text)
  const most = less === null ? undefined : minor(less[1] as string, less[0])
  if (less && most !== undefined) {
    line.blank(less.index, less.index + less[0].length)
    bounds.max = most
  }
  const exact =
    /(?<=^|[ ~])(?:exactly|precisely|genau|exakt|(?<!\b(?:excess|north|south|upwards) )of|for|(?<!\b(?:oberhalb|unterhalb) )von|uber genau)$/
  const plain = new RegExp(`(?<=[ ~])${NUM}(?=[ ~]|$)`).exec(line.text)
  if (plain && more === null && less === null) {
    const before = exact.exec(line.text.slice(0, plain.index).trimEnd())
    const value = before ? minor(plain[1] as string, plain[0]) : undefined
    const asMoney = /^[£€$]|^\d+[.,]\d\d(?!\d)|pound|euro/.test(plain[0])
    if (before && value !== undefined && (/exa|gen|prec/.test(before[0]) || asMoney)) {
      line.blank(before.index, plain.index + plain[0].length)
      return { min: value, max: value }
    }
  }
  one(FROM, value => (bounds.min = value), false)
  one(UPTO, value => (bounds.max = value), true)
  one('bis', value => (bounds.max = value), false)
  one(ABOVE, value => (bounds.min = value + 1), true)
  one(BELOW, value => (bounds.max = Math.max(0, value - 1)), true)
  return bounds
}

const MONTHS = /^ (?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])/
const daysBehind = (text: string, match: RegExpExecArray): string => {
  const rest = text.slice(match.index + match[0].length)
  return MONTHS.test(rest) ? 'march' : ''
}

const isYear = (text: string): boolean => /^(?:199\d|20[0-4]\d)$/.test(text) && !text.endsWith('00')

/** Said as money, or too plain to be a day or a year. */
function isMoney(text: string, whole: string): boolean {
  if (
    /[£€$km]|pound|euro|gbp|eur|usd|dollar|thousand|million|mio|tsd|tausend|quid|grand/.test(
      whole.replace(/\b(?:from|between|minimum|mindestens|amounts?)\b/g, ''),
    )
  )
    return true
  return !isYear(text) && (readNumber(text) ?? 0) > 31
}

/** "1,234.50", "1.234,50", "5k", "2m", "10 thousand" as a number; undefined where it is none. */
export function readNumber(text: string, whole = text): number | undefined {
  let digits = text.replaceAll(/[£€$\s]/g, '').replace(/[.,]$/, '')
  const factor =
    digits.endsWith('k') || /\bk\b|thousand|tausend|tsd|grand/.test(whole)
      ? 1000
      : digits.endsWith('m') || /million|mio/.test(whole)
        ? 1_000_000
        : 1
  digits = digits.replace(/[km]$/, '')
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) digits = digits.replaceAll(',', '')
  else if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits))
    digits = digits.replaceAll('.', '').replace(',', '.')
  else digits = digits.replace(',', '.')
  const value = Number(digits)
  return digits !== '' && Number.isFinite(value) ? value * factor : undefined
}
