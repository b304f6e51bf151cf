/** Months and numbers as they are written in English and German, folded. */
export const MONTH =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch|z)?|maerz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)'

const STARTS = ['ja', 'f', 'mar|mae', 'ap', 'ma', 'jun', 'jul', 'au', 's', 'o', 'n', 'd']

/** 1 to 12 of a month's name. */
export function monthOf(word: string): number {
  return STARTS.findIndex(start => new RegExp(`^(?:${start})`).test(word)) + 1
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  ein: 1,
  eine: 1,
  einem: 1,
  couple: 2,
  two: 2,
  zwei: 2,
  three: 3,
  drei: 3,
  few: 3,
  four: 4,
  vier: 4,
  five: 5,
  funf: 5,
  six: 6,
  sechs: 6,
  seven: 7,
  sieben: 7,
  eight: 8,
  acht: 8,
  nine: 9,
  neun: 9,
  ten: 10,
  zehn: 10,
  eleven: 11,
  elf: 11,
  twelve: 12,
  zwolf: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  zwanzig: 20,
  thirty: 30,
}
export const NUMBER = `(?:\\d{1,4}|(?:a )?(?:${Object.keys(NUMBERS)
  .filter(w => w.length > 2)
  .join('|')})(?: of)?)`

export function numberOf(text: string): number {
  const word = text.replace(/^a /, '').replace(/ of$/, '')
  return NUMBERS[word] ?? Number(word)
}

const ORDINALS = [
  'first|1st|1|erste[nsrm]?',
  'second|2nd|2|zweite[nsrm]?',
  'third|3rd|3|dritte[nsrm]?',
  'fourth|4th|4|vierte[nsrm]?',
]
export const ORDINAL = `(?:${ORDINALS.join('|')})`
export const ordinalOf = (word: string): number =>
  ORDINALS.findIndex(o => new RegExp(`^(?:${o})$`).test(word)) + 1

export const YEAR = '(?:19[89]\\d|20\\d\\d)'
export const LAST =
  '(?:last|past|previous|prior|preceding|recent|most recent|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?|vorherige[nmrs]?|abgelaufene[nmrs]?)'
export const THIS = '(?:this|current|the current|the running|diese[nmrs]?|laufende[nmrs]?|aktuelle[nmrs]?)'
export const NEXT = '(?:next|coming|upcoming|following|nachste[nmrs]?|kommende[nmrs]?|folgende[nmrs]?)'

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

const UNITS: readonly [RegExp, Unit][] = [
  [/^(?:days?|tage?n?)$/, 'day'],
  [/^(?:weeks?|wochen?)$/, 'week'],
  [/^(?:months?|mths?|monat(?:e[ns]?|s)?)$/, 'month'],
  [/^(?:quarters?|qtrs?|quartal(?:e[ns]?|s)?)$/, 'quarter'],
  [/^(?:half(?: ?years?)?|halves|halbjahre?[ns]?)$/, 'half'],
  [/^(?:years?|yrs?|jahr(?:e[ns]?|s)?)$/, 'year'],
]
export const UNIT =
  '(?:days?|tage?n?|weeks?|wochen?|months?|mths?|monat(?:e[ns]?|s)?|quarters?|qtrs?|quartal(?:e[ns]?|s)?|half(?: ?years?)?|halves|halbjahre?[ns]?|years?|yrs?|jahr(?:e[ns]?|s)?)'
export const unitOf = (word: string): Unit => UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? 'month'

/** A year of two or four digits. */
export function yearOf(text: string): number {
  const digits = text.replace(/\D/g, '')
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}
