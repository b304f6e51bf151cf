import { add, compare, decimal, ZERO, type Decimal } from '../common/decimal.ts'
import type { StatementEvent, StatementProblem, StatementRecord } from '../statement.ts'
import { all, amountOf, dayAt, find, negated, textAt, type Node } from './node.ts'
import { partiesOf, purposeOf, referenceOf, tidy, typeOf } from './details.ts'
import { say } from './messages.ts'

/** What the statement around an entry says. */
export interface Around {
  account: string
  currency: string
  /** Id of the statement, for entries that have none of their own. */
  id: string
  /** Number of the entry in the statement, from 1. */
  number: number
}

export interface ReadEntry {
  events: StatementEvent[]
  /** How many booked movements the bank counts: one, whatever it was split into; 0 where it was left out. */
  booked: number
}

const notBookedBy = (status: string): string | undefined => {
  if (status === 'PDNG') return say().pending
  if (status === 'INFO') return say().information
  return status === 'FUTR' ? say().future : undefined
}

/** One Ntry as records: one for each transaction where they have amounts that sum to it, else one. `raw` is the entry's source. */
export function readEntry(entry: Node, raw: string, around: Around): ReadEntry {
  const problem = (code: string, message: string): ReadEntry => ({
    events: [{ kind: 'problem', line: entry.line, raw, code, message } satisfies StatementProblem],
    booked: 0,
  })
  const amount = amountOf(find(entry, 'Amt'))
  const stated = textAt(entry, 'Amt').slice(0, 60)
  if (amount === undefined) return problem('amount-unreadable', say().badAmount(stated))
  const direction = textAt(entry, 'CdtDbtInd')
  if (direction !== 'CRDT' && direction !== 'DBIT')
    return problem('no-direction', say().noDirection(amount, direction.slice(0, 20)))
  const status = textAt(entry, 'Sts/Cd', 'Sts/Prtry', 'Sts')
  const notBooked = notBookedBy(status.toUpperCase())
  if (notBooked !== undefined) return problem('not-booked', say().notBooked(amount, notBooked, status))
  const booking = dayAt(entry, 'BookgDt')
  const value = dayAt(entry, 'ValDt')
  if (booking === '' && value === '') return problem('no-date', say().noDate(amount))

  const bankReference = textAt(entry, 'AcctSvcrRef')
  const reversal = /^(?:true|1)$/.test(textAt(entry, 'RvslInd'))
  const whole: StatementRecord = {
    kind: 'record',
    line: entry.line,
    raw,
    date: booking || value,
    valueDate: value || booking,
    amount: direction === 'DBIT' ? negated(amount) : amount,
    currency: find(entry, 'Amt')?.currency || around.currency,
    account: around.account,
    payee: '',
    description: '',
    bankReference,
    reference: '',
    category: '',
    type: typeOf(entry),
    document: '',
    extra: tidy({
      status,
      reversal: reversal ? 'yes' : '',
      entryReference: textAt(entry, 'NtryRef'),
      additional: textAt(entry, 'AddtlNtryInf'),
    }),
  }
  const transactions = [...all(entry, 'NtryDtls/TxDtls'), ...all(entry, 'TxDtls')]
  const parts = transactions.length > 1 ? partsOf(transactions, whole) : 'no'
  if (typeof parts !== 'string') {
    const document = bankReference || whole.extra['entryReference'] || `${around.id}/${around.number}`
    return { events: parts.map((part, i) => partRecord(part, i, whole, document, reversal)), booked: 1 }
  }
  fill(whole, transactions, reversal)
  const events: StatementEvent[] = [whole]
  if (parts === 'differ') {
    const message = say().partsDiffer(transactions.length, amount, whole.currency)
    events.unshift({ kind: 'note', line: entry.line, raw: raw.slice(0, 4096), code: 'parts-differ', message })
  }
  return { events, booked: 1 }
}

interface Part {
  node: Node
  amount: string
}

/** Signed amounts of the transactions; 'no' where one has none in the entry's currency, 'differ' where they do not sum to it. */
function partsOf(transactions: readonly Node[], whole: StatementRecord): Part[] | 'no' | 'differ' {
  const parts: Part[] = []
  let sum: Decimal = ZERO
  for (const node of transactions) {
    const money = find(node, 'Amt') ?? find(node, 'AmtDtls/TxAmt/Amt')
    const amount = amountOf(money)
    if (amount === undefined || (money?.currency && money.currency !== whole.currency)) return 'no'
    const direction = textAt(node, 'CdtDbtInd')
    const negative = direction === '' ? whole.amount.startsWith('-') : direction === 'DBIT'
    const signed = negative ? negated(amount) : amount
    sum = add(sum, decimal(signed) ?? ZERO)
    parts.push({ node, amount: signed })
  }
  return compare(sum, decimal(whole.amount) ?? ZERO) === 0 ? parts : 'differ'
}

function partRecord(
  { node, amount }: Part,
  index: number,
  whole: StatementRecord,
  document: string,
  reversal: boolean,
): StatementRecord {
  const own = textAt(node, 'Refs/AcctSvcrRef')
  const record: StatementRecord = {
    ...whole,
    line: node.line,
    raw: whole.raw.slice(node.from, node.to),
    amount,
    // The entry's own reference is that of all its parts; a number tells them apart.
    bankReference:
      own !== '' && own !== whole.bankReference
        ? own
        : whole.bankReference === ''
          ? ''
          : `${whole.bankReference}/${index + 1}`,
    document,
    extra: { ...whole.extra, part: String(index + 1) },
  }
  fill(record, [node], reversal)
  return record
}

/** Payee, purpose and references from the transactions; of several only what they have in common. */
function fill(record: StatementRecord, transactions: readonly Node[], reversal: boolean): void {
  const credit = !record.amount.startsWith('-') !== reversal
  const read = transactions.map(node => ({
    ...partiesOf(node, credit, record.account),
    ...referenceOf(node),
    purpose: purposeOf(node),
  }))
  const common = (values: readonly string[]): string => (new Set(values).size === 1 ? (values[0] ?? '') : '')
  record.payee = common(read.map(one => one.payee))
  record.reference = common(read.map(one => one.reference))
  const purposes = [...new Set(read.map(one => one.purpose))].filter(text => text !== '')
  const { additional = '' } = record.extra
  record.description = purposes.join(' / ').slice(0, 2000) || additional
  if (transactions.length > 1) record.extra['transactions'] = String(transactions.length)
  const first = read[0]
  if (transactions.length === 1 && first) Object.assign(record.extra, first.extra)
  const type = transactions.length === 1 ? typeOf(transactions[0]) : ''
  if (type !== '') record.type = type
}
