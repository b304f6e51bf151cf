import type { StatementProblem, StatementRecord } from '../statement.ts'
import { type Account, amountProblem, currencyOf, dateProblem, problem, type Reading } from './context.ts'
import { dayOfStamp, part, value } from './fields.ts'
import type { Node } from './tree.ts'
import { say } from './messages.ts'

// What has a place of its own in a record, or says nothing there.
const PLACED = new Set(
  'TRNTYPE DTPOSTED DTAVAIL VALUEDATE DTUSER TRNAMT LOANTRNAMT FITID CHECKNUM NAME EXTDNAME MEMO CATEGORY PAYEE CURRENCY ORIGCURRENCY CURRATE CURSYM BANKACCTTO CCACCTTO'.split(
    ' ',
  ),
)
const MOST_EXTRA = 40

/** A STMTTRN as a record, or the problem that keeps it from being one. */
export function movement(node: Node, account: Account, reading: Reading): StatementRecord | StatementProblem {
  const posted = value(node, 'DTPOSTED')
  const date = dayOfStamp(posted)
  if (date === undefined) return dateProblem(node, 'DTPOSTED', posted)
  const written = value(node, 'TRNAMT') || value(node, 'LOANTRNAMT')
  const amount = reading.numbers.read(written, node.line, node.raw)
  if (amount === undefined) return amountProblem(node, 'TRNAMT', written)
  if (value(node, 'CORRECTACTION').toUpperCase() === 'DELETE')
    return problem(node, 'withdrawn', say().withdrawn(value(node, 'CORRECTFITID')))
  const { currency, extra: rates } = currencyOf(node, account)
  const payee = payeeOf(node)
  const description = all(node, 'MEMO')
  const { number, extra } = extras(node)
  return {
    kind: 'record',
    line: node.line,
    raw: node.raw,
    date,
    valueDate: dayOfStamp(value(node, 'DTAVAIL') || value(node, 'VALUEDATE')) ?? '',
    amount,
    currency,
    account: account.account,
    payee,
    description,
    bankReference: reading.reference(
      account.account,
      value(node, 'FITID'),
      `${date}|${amount}|${payee}|${description}`,
      node,
    ),
    reference: number,
    category: value(node, 'CATEGORY'),
    type: value(node, 'TRNTYPE').toUpperCase(),
    document: '',
    extra: { ...account.extra, ...rates, ...extra },
  }
}

/** NAME holds 32 characters: a longer name that begins the same says more. */
function payeeOf(node: Node): string {
  const payee = part(node, 'PAYEE')
  const name = value(node, 'NAME') || value(payee, 'NAME') || (payee?.value ?? '')
  const long = value(node, 'EXTDNAME')
  return name === '' || (long.length > name.length && long.startsWith(name)) ? long || name : name
}

/** Some banks cut a text into several tags of one name. */
function all(node: Node, name: string): string {
  const texts = node.children
    .filter(child => child.name === name && child.value !== '')
    .map(child => child.value)
  return texts.join(' ')
}

function extras(node: Node): { number: string; extra: Record<string, string> } {
  const extra: Record<string, string> = {}
  const check = value(node, 'CHECKNUM')
  const user = dayOfStamp(value(node, 'DTUSER'))
  if (user !== undefined) extra['userDate'] = user
  const other = part(node, 'BANKACCTTO') ?? part(node, 'CCACCTTO')
  if (value(other, 'ACCTID') !== '') extra['counterAccount'] = value(other, 'ACCTID')
  // Nought is how some banks fill the field.
  const isNumber = check !== '' && !/^0+$/.test(check)
  const number = isNumber ? check : value(node, 'REFNUM')
  for (const child of node.children) {
    if (child.children.length > 0 || child.value === '' || PLACED.has(child.name)) continue
    if (child.name === 'REFNUM' && !isNumber) continue
    if (Object.keys(extra).length < MOST_EXTRA) extra[child.name] ??= child.value.slice(0, 4096)
  }
  return { number, extra }
}
