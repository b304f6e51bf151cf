import type { StatementProblem, StatementRecord } from '../statement.ts'
import { type Account, amountProblem, currencyOf, dateProblem, type Reading } from './context.ts'
import { dayOfStamp, part, value, valueWithin } from './fields.ts'
import type { Node } from './tree.ts'

/** Securities move, or cash between the parts of the same account: the account's cash stays as it is. */
const WITHOUT_CASH = new Set('JRNLFUND JRNLSEC SPLIT TRANSFER CLOSUREOPT'.split(' '))

/** The record's payee is this until the list of securities at the file's end gives the name. */
export interface Held {
  record: StatementRecord
  security: string
}

/**
 * An investment transaction as movements of the account's cash: TOTAL as the broker signs it. REINVEST is an income that buys at once, so
 * two records of one document that sum to nought. What moves no cash is a record of nought, which keeps security and units.
 */
export function investment(node: Node, account: Account, reading: Reading): (Held | StatementProblem)[] {
  const traded = valueWithin(node, 'DTTRADE')
  const date = dayOfStamp(traded)
  if (date === undefined) return [dateProblem(node, 'DTTRADE', traded)]
  const isCash = !WITHOUT_CASH.has(node.name)
  const total = valueWithin(node, 'TOTAL')
  const amount = isCash ? reading.numbers.read(total, node.line, node.raw) : '0'
  if (amount === undefined) return [amountProblem(node, 'TOTAL', total)]
  const security = securityOf(node)
  const description = valueWithin(node, 'MEMO')
  const inner = part(node, 'INVBUY') ?? part(node, 'INVSELL') ?? node
  const { currency, extra: rates } = currencyOf(inner, account)
  const id = valueWithin(node, 'FITID')
  const content = `${node.name}|${date}|${amount}|${security}|${valueWithin(node, 'UNITS')}|${description}`
  const bankReference = reading.reference(account.account, id, content, node)
  const record: StatementRecord = {
    kind: 'record',
    line: node.line,
    raw: node.raw,
    date,
    valueDate: dayOfStamp(valueWithin(node, 'DTSETTLE')) ?? '',
    amount,
    currency,
    account: account.account,
    payee: '',
    description,
    bankReference,
    reference: '',
    category: '',
    type: node.name,
    document: '',
    extra: { ...account.extra, ...rates, ...extras(node, isCash ? '' : total) },
  }
  if (node.name !== 'REINVEST') return [{ record, security }]
  const document = id === '' ? `line ${node.line}` : id
  const income: StatementRecord = {
    ...record,
    amount: negated(amount),
    bankReference: bankReference === '' ? '' : `${bankReference}/income`,
    document,
    extra: { ...record.extra, part: 'income' },
  }
  const purchase: StatementRecord = { ...record, document, extra: { ...record.extra, part: 'purchase' } }
  return [
    { record: income, security },
    { record: purchase, security },
  ]
}

export function securityOf(node: Node): string {
  const id =
    part(node, 'SECID') ?? part(part(node, 'INVBUY') ?? part(node, 'INVSELL') ?? node, 'SECID') ?? node
  const unique = value(id, 'UNIQUEID') || valueWithin(node, 'UNIQUEID')
  return unique === '' ? '' : `${value(id, 'UNIQUEIDTYPE')}:${unique}`
}

const KEPT = {
  UNITS: 'quantity',
  UNITPRICE: 'price',
  COMMISSION: 'commission',
  FEES: 'fees',
  TAXES: 'taxes',
  WITHHOLDING: 'withholding',
  INCOMETYPE: 'incomeType',
  TFERACTION: 'transfer',
  SUBACCTSEC: 'securityAccount',
  SUBACCTFUND: 'fundAccount',
  INV401KSOURCE: 'source',
} as const

function extras(node: Node, total: string): Record<string, string> {
  const extra: Record<string, string> = {}
  for (const [tag, name] of Object.entries(KEPT)) {
    const text = valueWithin(node, tag)
    if (text !== '') extra[name] = text.slice(0, 4096)
  }
  const security = securityOf(node)
  if (security !== '') extra['security'] = security
  if (total !== '') extra['total'] = total
  return extra
}

const negated = (amount: string): string => {
  if (!/[1-9]/.test(amount)) return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}
