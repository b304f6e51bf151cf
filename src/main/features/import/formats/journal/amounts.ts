import { decimal, negate } from '../common/decimal.ts'
import type { NumberReader } from '../text/number.ts'
import type { Amount, Failure, Posting, Price } from './types.ts'
import { say } from './messages.ts'

const SYMBOL = `"[^"]*"|[^\\s\\d.,;:@{}\\[\\]()"'+\\-*/=&!?<>|^~#]+`
const NUMBER = `\\d(?:[\\d.,'\\u00a0\\u202f]|[ ](?=\\d{3}(?!\\d)))*|[.,]\\d+`
const LEFT = new RegExp(`^([-+])?\\s*(${SYMBOL})\\s*([-+])?\\s*(${NUMBER})`)
const RIGHT = new RegExp(`^([-+])?\\s*(${NUMBER})\\s*(${SYMBOL})?`)

/** What the amounts of a file are read with. */
export interface AmountStyle {
  numbers: NumberReader
  /** Commodity of numbers without one ('D $1,000.00'). */
  commodity: string
}

/** The number of a format declaration ('$1,000.00'), which proves the file's decimal mark. */
export function observeFormat(text: string, style: AmountStyle): string {
  const found = LEFT.exec(text.trim()) ?? RIGHT.exec(text.trim())
  if (!found) return ''
  const left = found.length === 5
  style.numbers.observe((left ? found[4] : found[2])?.trim() ?? '')
  return unquoted((left ? found[2] : found[3]) ?? '')
}

const unquoted = (symbol: string): string => symbol.replaceAll('"', '')

/** Reads one amount from the start of a text and gives what stands behind it. */
export function amountAt(
  text: string,
  line: number,
  style: AmountStyle,
): { amount: Amount; rest: string } | undefined {
  const left = LEFT.exec(text)
  const found = left ?? RIGHT.exec(text)
  if (!found) return undefined
  const digits = ((left ? found[4] : found[2]) ?? '').trim()
  const signs = left ? `${found[1] ?? ''}${found[3] ?? ''}` : (found[1] ?? '')
  if (signs.length > 1) return undefined
  const read = style.numbers.read(digits, line, text)
  const quantity = read === undefined ? undefined : decimal(read)
  if (!quantity) return undefined
  const symbol = unquoted((left ? found[2] : found[3]) ?? '')
  return {
    amount: { quantity: signs === '-' ? negate(quantity) : quantity, commodity: symbol || style.commodity },
    rest: text.slice(found[0].length).trim(),
  }
}

const unreadable = (text: string, line: number): Failure => ({
  code: 'amount-unreadable',
  message: say().badAmount(text.slice(0, 80), line),
})

/** All that follows the account: amount, lot, price, assertion. */
export function readAmounts(text: string, posting: Posting, style: AmountStyle): Failure | undefined {
  let rest = text.trim()
  if (rest === '') return undefined
  if (!rest.startsWith('=')) {
    const first = amountAt(rest, posting.line, style)
    if (!first) return unreadable(rest, posting.line)
    posting.amount = first.amount
    rest = first.rest
  }
  // Each turn takes something off; a lot has at most a cost, a date, a note and a price.
  for (let turn = 0; rest !== '' && turn < 8; turn++) {
    const next = takeOne(rest, posting, style)
    if (next === undefined) return unreadable(text, posting.line)
    rest = next
  }
  return rest === '' ? undefined : unreadable(text, posting.line)
}

function takeOne(rest: string, posting: Posting, style: AmountStyle): string | undefined {
  if (rest.startsWith('{')) {
    const total = rest.startsWith('{{')
    const end = rest.indexOf(total ? '}}' : '}')
    if (end < 0) return undefined
    const inner = rest
      .slice(total ? 2 : 1, end)
      .replace(/^\s*=/, '')
      .trim()
    const cost = inner === '' ? undefined : amountAt(inner, posting.line, style)
    if (inner !== '' && !cost) return undefined
    if (cost) posting.cost = { ...cost.amount, total }
    return rest.slice(end + (total ? 2 : 1)).trim()
  }
  if (rest.startsWith('[')) return behind(rest, ']', inner => (posting.extra['lotDate'] = inner))
  const price = /^\(?(@@?)\)?\s*/.exec(rest)
  if (price) {
    const read = amountAt(rest.slice(price[0].length), posting.line, style)
    if (!read) return undefined
    posting.price = { ...read.amount, total: price[1] === '@@' } satisfies Price
    return read.rest
  }
  if (rest.startsWith('(')) return behind(rest, ')', inner => (posting.extra['lotNote'] = inner))
  const assertion = /^==?\*?\s*/.exec(rest)
  if (!assertion) return undefined
  const read = amountAt(rest.slice(assertion[0].length), posting.line, style)
  if (!read) return undefined
  posting.assertion = read.amount
  if (assertion[0].includes('*')) posting.extra['assertion'] = 'with subaccounts'
  return read.rest.startsWith('@') || read.rest.startsWith('{') ? '' : read.rest
}

function behind(rest: string, mark: string, take: (inner: string) => void): string | undefined {
  const end = rest.indexOf(mark)
  if (end < 0) return undefined
  take(rest.slice(1, end).trim())
  return rest.slice(end + 1).trim()
}
