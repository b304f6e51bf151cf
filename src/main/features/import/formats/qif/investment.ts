import type { StatementEvent, StatementRecord } from '../statement.ts'
import { quoted } from '../text/sentence.ts'
import type { Fields } from './fields.ts'
import type { Place } from './place.ts'
import { say } from './messages.ts'

type Effect = 'in' | 'out' | 'reinvest' | 'none' | 'cash'

// Quicken's actions (QIF, "Items for Investment Accounts"); a final X says that the cash is another account's.
const ACTIONS: readonly [RegExp, Effect][] = [
  [/^(?:sell|shtsell|div|intinc|cg(?:short|mid|long)|miscinc|rtrncap)x?$/, 'in'],
  [/^(?:xin|contribx|deposit)$/, 'in'],
  [/^(?:buy|cvrshrt|miscexp|margint|exercise?)x?$/, 'out'],
  [/^(?:xout|withdrwx|withdraw)$/, 'out'],
  [/^reinv\w{2,3}$/, 'reinvest'],
  [/^(?:shrsin|shrsout|stksplit|reminder|grant|vest|expire)$/, 'none'],
  [/^(?:cash|)$/, 'cash'],
]
/** Cash that comes or goes; nothing is bought with it. */
const TRANSFERS = /^(?:xin|xout|contribx|withdrwx)$/

/**
 * An investment record as movements of the account's cash. T has no sign of its own: the action gives it. What is paid from or to another
 * account (BuyX, SellX …) and what is reinvested are two records of one document that sum to nought, since the account's cash stays.
 */
export function investment(
  base: StatementRecord,
  fields: Fields,
  place: Place,
  problem: (code: string, message: string) => StatementEvent[],
): StatementEvent[] {
  const action = fields.number.toLowerCase()
  const effect = ACTIONS.find(([shape]) => shape.test(action))?.[1]
  if (effect === undefined) return problem('unknown-action', say().unknownAction(quoted(fields.number)))
  const extra = { ...base.extra, ...extras(fields) }
  const payee = fields.security === '' ? fields.payee : fields.security
  const description =
    fields.security === '' || fields.payee === ''
      ? base.description
      : `${fields.payee} ${base.description}`.trim()
  const record: StatementRecord = {
    ...base,
    payee,
    description,
    type: fields.number === '' ? place.type : fields.number,
    extra,
  }
  const read = (text: string): string | undefined => place.numbers.read(text, base.line, base.raw)
  const stated = fields.amount === undefined ? undefined : read(fields.amount)
  if (effect === 'none')
    return [{ ...record, extra: fields.amount === undefined ? extra : { ...extra, total: fields.amount } }]
  if (fields.amount === undefined) return problem('no-amount', say().noAmount)
  if (stated === undefined) return problem('bad-amount', say().badAmount(quoted(fields.amount)))
  if (effect === 'cash') return [{ ...record, amount: stated }]
  if (effect === 'reinvest') return pair(record, stated, negated(stated), ['income', 'purchase'], '')
  const amount = effect === 'in' ? stated : negated(unsigned(stated))
  if (!action.endsWith('x') || TRANSFERS.test(action)) return [{ ...record, amount }]
  const transferred = fields.transferred === '' ? undefined : read(fields.transferred)
  const back =
    transferred === undefined
      ? negated(amount)
      : effect === 'in'
        ? negated(unsigned(transferred))
        : unsigned(transferred)
  return pair(record, amount, back, [effect === 'in' ? 'income' : 'purchase', 'transfer'], base.category)
}

function pair(
  record: StatementRecord,
  first: string,
  second: string,
  parts: readonly [string, string],
  transfer: string,
): StatementRecord[] {
  const document = `${record.date} line ${record.line}`
  const { transferAccount, ...own } = record.extra
  const isTransfer = parts[1] === 'transfer'
  return [
    {
      ...record,
      amount: first,
      document,
      category:
        isTransfer && transferAccount !== undefined && transfer.startsWith('[') ? '' : record.category,
      extra: { ...own, part: parts[0] },
    },
    {
      ...record,
      amount: second,
      document,
      category: isTransfer ? (transferAccount === undefined ? '' : `[${transferAccount}]`) : '',
      extra: { ...record.extra, part: parts[1] },
    },
  ]
}

function extras(fields: Fields): Record<string, string> {
  const extra: Record<string, string> = {}
  if (fields.security !== '') extra['security'] = fields.security
  if (fields.price !== '') extra['price'] = fields.price
  if (fields.quantity !== '') extra['quantity'] = fields.quantity
  if (fields.commission !== '') extra['commission'] = fields.commission
  return extra
}

const unsigned = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : amount)
const negated = (amount: string): string => {
  if (!/[1-9]/.test(amount)) return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}
