import { plain } from '../common/decimal.ts'
import type { StatementEvent, StatementProblem, StatementRecord } from '../statement.ts'
import type { AccountTypes } from './accounts.ts'
import { weightOf } from './balance.ts'
import type { Amount, Failure, Posting, Transaction } from './types.ts'
import { say } from './messages.ts'

/** Numbers the transactions of each day: the same transaction keeps its number when the journal grows at its end. */
export class Documents {
  #date = ''
  readonly #count = new Map<string, number>()

  next(date: string): string {
    this.#date = date
    const number = (this.#count.get(this.#date) ?? 0) + 1
    this.#count.set(this.#date, number)
    return `${date}/${number}`
  }
}

export function recordOf(
  transaction: Transaction,
  posting: Posting,
  amount: Amount,
  document: string,
  types: AccountTypes,
): StatementRecord {
  const { payee, description, code } = transaction
  const weight = weightOf(posting)
  const type = types.of(posting.account)
  const extra: Record<string, string> = { ...transaction.extra, ...posting.extra }
  const status = posting.status || transaction.status
  if (status !== '') extra['status'] = status === '*' ? 'cleared' : status === '!' ? 'pending' : status
  if (type !== '') extra['accountType'] = type
  if (posting.virtual !== '') extra['virtual'] = posting.virtual
  if (weight && weight !== amount && (posting.cost !== undefined || posting.price !== undefined)) {
    extra['cost'] = plain(weight.quantity)
    extra['costCommodity'] = weight.commodity
  }
  return {
    kind: 'record',
    line: posting.line,
    raw: posting.raw,
    date: transaction.date,
    valueDate: extra['postingDate'] ?? transaction.valueDate,
    amount: plain(amount.quantity),
    currency: amount.commodity,
    account: posting.account,
    payee,
    description,
    bankReference: '',
    reference: code,
    category: '',
    type: '',
    document,
    extra,
  }
}

export function assertionOf(posting: Posting, date: string): StatementEvent[] {
  if (!posting.assertion) return []
  return [
    {
      kind: 'balance',
      line: posting.line,
      account: posting.account,
      currency: posting.assertion.commodity,
      at: 'assertion',
      date,
      amount: plain(posting.assertion.quantity),
    },
  ]
}

export const problemOf = (
  at: { line: number; raw: string },
  { code, message }: Failure,
): StatementProblem => ({
  kind: 'problem',
  line: at.line,
  raw: at.raw.slice(0, 65_536) || '(empty)',
  code,
  message,
})

export const nothing = (kind: string): StatementProblem => ({
  kind: 'problem',
  line: 1,
  raw: '(no transaction)',
  code: 'no-transaction',
  message: say().noTransaction(kind),
  fatal: true,
})
