import { dayOf, toIsoDate } from '../../../../../shared/calendar/day.ts'
import type { StatementQuestion } from '../statement.ts'
import { say } from './messages.ts'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

interface Parts {
  first: string
  second: string
  third: string
  /** What stands before the third part. */
  separator: string
}

const SHAPE =
  /^(\d{1,4})\s*([/.\-' ])\s*(\d{1,2}|\p{L}{3,10})\.?\s*([/.\-' ])\s*(\d{1,4})(?:[\sT]+\d{1,2}:\d{2}\S*(?:\s?[AP]M)?)?$/iu
const MONTH_FIRST = /^(\p{L}{3,10})\.?\s+(\d{1,2}),?\s+(\d{4})$/u
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

// English, German, French, Spanish, by their first letters without accents; the longer of two that begin alike first.
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene)/,
  /^(?:feb|fev)/,
  /^(?:mar|mrz|maer)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
]

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return MONTHS.findIndex(month => month.test(plain)) + 1
}

/** Two digits from 70 are of the last century, also behind Quicken's apostrophe, which says 2000 and later. */
function yearOf(text: string, separator: string): number | undefined {
  if (text.length === 4) return Number(text)
  if (text.length === 1 && separator === "'") return 2000 + Number(text)
  if (text.length !== 2) return undefined
  return Number(text) >= 70 ? 1900 + Number(text) : 2000 + Number(text)
}

function partsOf(text: string): Parts | undefined {
  const match = text.length > 40 ? null : SHAPE.exec(text)
  if (!match) return undefined
  const [, first = '', , second = '', separator = '', third = ''] = match
  return { first, second, third, separator }
}

function iso(year: number | undefined, month: number, day: number): string | undefined {
  const found = year === undefined ? undefined : dayOf(year, month, day)
  return found === undefined ? undefined : toIsoDate(found)
}

/** The day that a D field names, in one order of its parts; undefined where it is none. Orders do not matter to dates that have a name or a year in front. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const written = text.trim()
  const compact = COMPACT.exec(written)
  if (compact) return iso(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const named = written.length > 40 ? null : MONTH_FIRST.exec(written)
  if (named) return iso(Number(named[3]), monthOf(named[1] as string), Number(named[2]))
  const parts = partsOf(written)
  if (!parts) return undefined
  const { first, second, third, separator } = parts
  const isName = !/^\d/.test(second)
  if (first.length === 4) return iso(Number(first), isName ? monthOf(second) : Number(second), Number(third))
  if (first.length === 3) return undefined
  if (isName) return iso(yearOf(third, separator), monthOf(second), Number(first))
  if (order === 'ymd')
    return third.length > 2
      ? undefined
      : iso(yearOf(first.padStart(2, '0'), '/'), Number(second), Number(third))
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  return iso(yearOf(third, separator), Number(month), Number(day))
}

/** Learns from all dates of a file in which order their parts stand. */
export class DateJudge {
  #only = { dmy: 0, mdy: 0, ymd: 0 }
  #dotted = true
  #steps = { dmy: 0, mdy: 0 }
  #before = { dmy: '', mdy: '' }
  #example: { text: string; line: number; raw: string } | undefined

  observe(text: string, line: number, raw: string): void {
    const parts = partsOf(text.trim())
    if (!parts || parts.first.length > 2 || !/^\d/.test(parts.second)) return
    const dmy = readDate(text, 'dmy')
    const mdy = readDate(text, 'mdy')
    if (dmy !== undefined && dmy === mdy) return
    if (dmy === undefined && mdy === undefined) {
      if (readDate(text, 'ymd') !== undefined) this.#only.ymd++
      return
    }
    if (!/^\s*\d+\s*\.\s*\d+\s*\./.test(text)) this.#dotted = false
    if (dmy === undefined) this.#only.mdy++
    else if (mdy === undefined) this.#only.dmy++
    else this.#example ??= { text: text.trim(), line, raw }
    // Most programs write in the order of dates: it says which choice to offer first, not which is right.
    for (const [order, day] of [
      ['dmy', dmy],
      ['mdy', mdy],
    ] as const) {
      if (day === undefined) continue
      if (this.#before[order] !== '' && day >= this.#before[order]) this.#steps[order]++
      this.#before[order] = day
    }
  }

  /** The order to read by, and the question where the file leaves it open. */
  settle(answer: string | undefined): { order: DateOrder; question?: StatementQuestion } {
    if (answer === 'dmy' || answer === 'mdy' || answer === 'ymd') return { order: answer }
    const { dmy, mdy, ymd } = this.#only
    if (ymd > 0 && dmy + mdy === 0) return { order: 'ymd' }
    if (dmy > 0 && mdy === 0) return { order: 'dmy' }
    if (mdy > 0 && dmy === 0) return { order: 'mdy' }
    // Month first is never written with full stops.
    if (dmy + mdy === 0 && this.#dotted) return { order: 'dmy' }
    const isDmyFirst = dmy === mdy ? this.#steps.dmy > this.#steps.mdy : dmy > mdy
    const order = isDmyFirst ? 'dmy' : 'mdy'
    return this.#example === undefined ? { order } : { order, question: question(this.#example, order) }
  }
}

function question(
  example: { text: string; line: number; raw: string },
  first: 'dmy' | 'mdy',
): StatementQuestion {
  const dmy = { id: 'dmy', label: say().dayFirst, example: readDate(example.text, 'dmy') ?? '' }
  const mdy = { id: 'mdy', label: say().monthFirst, example: readDate(example.text, 'mdy') ?? '' }
  return {
    kind: 'question',
    id: 'date-order',
    text: say().dateOrder(example.text, example.line),
    line: example.line,
    raw: example.raw,
    choices: first === 'dmy' ? [dmy, mdy] : [mdy, dmy],
  }
}
