import { isoDate } from '../common/dates.ts'
import { evaluate } from './expression.ts'
import type { Amount, Failure, Posting, Price, Transaction } from './types.ts'
import { say } from './messages.ts'

const CURRENCY = String.raw`[A-Z/][A-Z0-9'._-]{0,22}[A-Z0-9]|[A-Z]`
const AT_CURRENCY = new RegExp(`^(${CURRENCY})(?![A-Za-z0-9])\\s*`)
const ACCOUNT = /^[\p{Lu}\p{Lo}][\p{L}\p{N}-]*(?::[\p{Lu}\p{Lo}\p{N}][\p{L}\p{N}-]*)+(?=\s|$)/u
const STRING = /^"((?:[^"\\]|\\.)*)"\s*/s

/** Cuts off a comment: the first ; outside of quotes. */
export function withoutComment(text: string): string {
  if (!text.includes(';')) return text
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') quoted = !quoted
    else if (text[at] === ';' && !quoted) return text.slice(0, at)
  }
  return text
}

/** Whether a string begins on this line and does not end: beancount lets it go on. */
export function opensString(text: string): boolean {
  const marks = withoutComment(text).replaceAll(/\\./g, '').match(/"/g)?.length ?? 0
  return marks % 2 === 1
}

export const unescapeString = (text: string): string => text.replaceAll(/\\(.)/gs, '$1')

export function beancountDate(text: string): string | undefined {
  const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text)
  return found ? isoDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

/** What follows the date and flag: '"payee" "narration" #tag ^link'. */
export function readTransaction(
  rest: string,
  at: { line: number; raw: string; date: string; flag: string },
  tags: readonly string[],
): Transaction {
  const strings: string[] = []
  let left = rest.trim()
  for (let found = STRING.exec(left); found && strings.length < 3; found = STRING.exec(left)) {
    strings.push(
      unescapeString(found[1] ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    left = left.slice(found[0].length)
  }
  const extra: Record<string, string> = {}
  const names = [...tags, ...[...left.matchAll(/#([\w/.-]+)/g)].map(found => found[1] ?? '')]
  for (const name of names.slice(0, 100)) extra[`tag.${name}`] = ''
  const links = [...left.matchAll(/\^([\w/.-]+)/g)].map(found => found[1] ?? '')
  if (links.length > 0) extra['links'] = links.join(' ')
  const [first = '', second] = strings
  return {
    line: at.line,
    raw: at.raw,
    date: at.date,
    valueDate: at.date,
    status: at.flag === 'txn' ? '*' : at.flag,
    code: links[0] ?? '',
    payee: second === undefined ? '' : first,
    description: second ?? first,
    extra,
    postings: [],
  }
}

export const accountAt = (text: string): string | undefined => ACCOUNT.exec(text)?.[0]

/** '100.00 USD', or one of both where the other is left out. */
export function amountAt(
  text: string,
): { quantity: Amount['quantity'] | undefined; commodity: string; rest: string } | undefined {
  const number = evaluate(text)
  const left = number ? number.rest : text.trim()
  const currency = AT_CURRENCY.exec(left)
  if (!number && !currency) return undefined
  return {
    quantity: number?.value,
    commodity: currency?.[1] ?? '',
    rest: currency ? left.slice(currency[0].length) : left,
  }
}

/** '! Assets:Cash  10.00 USD {9.00 EUR, 2024-01-31} @ 9.10 EUR' (indented, without comment). Undefined where it is no posting. */
export function readPosting(text: string, line: number, raw: string): Posting | Failure | undefined {
  const found = /^\s+(?:([*!&#?%PSTCURM])\s+)?(.*)$/s.exec(text)
  const body = found?.[2] ?? ''
  const account = accountAt(body)
  if (account === undefined) return undefined
  const posting: Posting = {
    line,
    raw,
    account,
    status: found?.[1] ?? '',
    virtual: '',
    amount: undefined,
    commodity: '',
    cost: undefined,
    price: undefined,
    assertion: undefined,
    extra: {},
  }
  const rest = body.slice(account.length).trim()
  if (rest === '' || readAmounts(rest, posting)) return posting
  return {
    code: 'amount-unreadable',
    message: say().badBeancountAmount(rest.slice(0, 80), line),
  }
}

function readAmounts(text: string, posting: Posting): boolean {
  let rest = text
  if (!/^[{@]/.test(rest)) {
    const units = amountAt(rest)
    if (!units || (units.quantity && units.commodity === '')) return false
    if (units.quantity) posting.amount = { quantity: units.quantity, commodity: units.commodity }
    else posting.commodity = units.commodity
    rest = units.rest
  }
  if (rest.startsWith('{')) {
    const total = rest.startsWith('{{')
    const end = rest.indexOf(total ? '}}' : '}')
    if (end < 0) return false
    posting.cost = costOf(rest.slice(total ? 2 : 1, end), total, posting)
    rest = rest.slice(end + (total ? 2 : 1)).trim()
  }
  const at = /^@@?/.exec(rest)?.[0]
  if (at !== undefined) {
    const price = amountAt(rest.slice(at.length))
    if (price?.quantity && price.commodity !== '')
      posting.price = { quantity: price.quantity, commodity: price.commodity, total: at === '@@' }
    // '@ USD' and a bare '@' leave the price to be computed from the rest of the transaction.
    else posting.cost ??= 'unknown'
    rest = price?.rest ?? rest.slice(at.length).trim()
  }
  return rest === ''
}

/** '{502.12 USD, 2024-01-31, "label"}', '{502.12 # 9.95 USD}'; '{}' has to be found among the lots. */
function costOf(text: string, total: boolean, posting: Posting): Price | 'unknown' {
  let cost: Price | 'unknown' = 'unknown'
  for (const part of text.split(/,(?!\d)/)) {
    const piece = part.trim()
    if (beancountDate(piece) !== undefined) posting.extra['lotDate'] = piece
    else if (piece.startsWith('"')) posting.extra['lotNote'] = piece.replaceAll('"', '')
    else {
      const amount = piece.includes('#') ? undefined : amountAt(piece)
      if (amount?.quantity && amount.commodity !== '')
        cost = { quantity: amount.quantity, commodity: amount.commodity, total }
    }
  }
  return cost
}
