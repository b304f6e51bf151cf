import type {
  StatementAnswers,
  StatementEvent,
  StatementFormat,
  StatementProblem,
  StatementRecord,
} from '../statement.ts'

export { sumOf } from '../text/sum.ts'

/** The bytes in pieces of one size; what a parser gives must not depend on it. */
export async function* pieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

export async function readAll(
  format: StatementFormat,
  content: string | Uint8Array,
  answers?: StatementAnswers,
  pieceSize?: number,
): Promise<StatementEvent[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const events: StatementEvent[] = []
  for await (const event of format.parse(pieces(bytes, pieceSize), answers)) events.push(event)
  return events
}

export const recordsOf = (events: readonly StatementEvent[]): StatementRecord[] =>
  events.filter(event => event.kind === 'record')

export const problemsOf = (events: readonly StatementEvent[]): StatementProblem[] =>
  events.filter(event => event.kind === 'problem')

const DECIMAL = /^-?\d+(?:\.\d+)?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

function isDay(date: string): boolean {
  const time = DAY.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** What is wrong with an event by the contract of statement.ts, in words; undefined where nothing is. `lines`: how many the file has. */
export function brokenPromise(event: StatementEvent, lines: number): string | undefined {
  if (!Number.isSafeInteger(event.line) || event.line < 1 || event.line > lines)
    return `line ${event.line} of ${lines}`
  if ('amount' in event && !DECIMAL.test(event.amount)) return `amount “${event.amount}”`
  if ('amount' in event && /^-0*(?:\.0*)?$/.test(event.amount)) return 'a negative nought'
  switch (event.kind) {
    case 'record':
      if (!isDay(event.date)) return `date “${event.date}”`
      if (event.valueDate !== '' && !isDay(event.valueDate)) return `value date “${event.valueDate}”`
      if (event.raw.trim() === '') return 'no raw text'
      return Object.values(event.extra).every(value => typeof value === 'string')
        ? undefined
        : 'extra is no text'
    case 'balance':
      return event.date === '' || isDay(event.date) ? undefined : `balance date “${event.date}”`
    case 'total':
      return event.sum === undefined || DECIMAL.test(event.sum) ? undefined : `sum “${event.sum}”`
    case 'question':
      return event.choices.length >= 2 ? undefined : 'a question without a choice'
    case 'problem':
    case 'note':
      return /[.?!]$/.test(event.message) && event.code !== '' ? undefined : `no sentence: “${event.message}”`
  }
}
