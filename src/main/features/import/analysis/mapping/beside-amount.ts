import type { FieldMapping, Question } from '../../../../../shared/contract/import.ts'
import { say } from '../messages.ts'
import { ANY, parseMoney } from '../money/parse.ts'
import { isBookingState, isNotBooked } from '../rows/booked.ts'
import type { NumberStyle } from '../types.ts'
import { columnWord, normaliseHeader } from './headers.ts'
import { isNumeric, type Candidate, type Context, type TableFacts } from './table.ts'

const FEE =
  /^(?:(?:total|transaction|transfer|bank|service|paypal|stripe|processing) )*(?:fees?|fee amount|commissions?|gebuhr(?:en)?|entgelte?|frais|comision(?:es)?|commissioni?|kosten|gebyr|avgift)(?: (?:amount|betrag))?(?: (?:eur|gbp|usd|chf))?$/
// The amount says itself that the fee is in it, or off it.
const SETTLED = /\b(?:net|nett|netto|neto|inkl|incl|inclusive|including|total|all in)\b/
const STATE = /^(?:transaction |payment |booking |buchungs)?(?:state|status|statut|estado|stato|info)$/

/**
 * A bank's or wallet's fee beside the amount, where it is money that goes besides: the running balance tells, else the user. A column of
 * noughts is taken for it with no style yet: the first fees that come decide.
 */
export function proposeFee(
  table: TableFacts,
  free: readonly Candidate[],
  amount: Candidate,
  style: NumberStyle,
  balance: Candidate | undefined,
  context: Context,
  questions: Question[],
): FieldMapping | undefined {
  if (SETTLED.test(normaliseHeader(amount.name))) return undefined
  const fee = free.find(
    c =>
      c !== amount &&
      c !== balance &&
      FEE.test(normaliseHeader(c.name)) &&
      c.profile.filled > 0 &&
      isNumeric(c),
  )
  if (!fee || table.names.some(name => /\bfees? (?:currency|coin|asset|unit)/.test(normaliseHeader(name))))
    return undefined
  const read = (row: readonly string[], c: Candidate): number => {
    const money = parseMoney(row[c.column] ?? '', style, ANY)
    return money.ok ? money.value : Number.NaN
  }
  const { negative } = fee.profile.numbers
  // Fees as minus are added; those as plus are taken off.
  const negate = negative * 2 > fee.profile.numbers.read
  const charged = [...fee.profile.values.keys()].some(cell => /[1-9]/.test(cell)) || fee.profile.open
  if (!charged) return { column: fee.column, field: 'fee' }
  const settled = { column: fee.column, field: 'fee', numberStyle: style, ...(negate ? { negate } : {}) }
  const rows = table.sample.map(row => ({
    amount: read(row, amount),
    fee: (read(row, fee) || 0) * (negate ? -1 : 1),
    balance: balance ? read(row, balance) : Number.NaN,
  }))
  const chain = rows.filter(row => !Number.isNaN(row.balance))
  const seen = { beside: 0, within: 0 }
  for (const step of [1, -1])
    for (const [i, row] of chain.entries()) {
      const before = chain[i - step]
      if (!before || row.fee === 0) continue
      if (before.balance + row.amount - row.fee === row.balance) seen.beside++
      if (before.balance + row.amount === row.balance) seen.within++
    }
  if (seen.beside !== seen.within) return seen.beside > seen.within ? settled : undefined
  const id = `fee:${fee.column}`
  const answer = context.answers[id]
  if (answer === 'beside') return settled
  if (answer === undefined)
    questions.push({
      id,
      text: say().fee(columnWord(fee.name), columnWord(amount.name)),
      column: fee.column,
      choices: [
        { value: 'beside', label: say().feeBeside },
        { value: 'within', label: say().feeWithin },
      ],
    })
  return undefined
}

/**
 * The column that says which rows are booked and which only expected, by its name and words, or by its words alone. None where the
 * column of balances has such a row in it: whatever it is called (PayPal's "Pending"), its money has moved.
 */
export function stateColumn(
  table: TableFacts,
  free: readonly Candidate[],
  amount: Candidate | undefined,
  balance: Candidate | undefined,
  style: NumberStyle,
): Candidate | undefined {
  const value = (row: readonly string[] | undefined, c: Candidate | undefined): number => {
    const money = parseMoney((c && row?.[c.column]) ?? '', style, ANY)
    return money.ok ? money.value : Number.NaN
  }
  const moved = (c: Candidate): boolean =>
    table.sample.some((row, i) => {
      const [now, by] = [value(row, balance), value(row, amount)]
      const isBy = (other: readonly string[] | undefined): boolean => value(other, balance) + by === now
      return (
        by !== 0 &&
        isNotBooked(row[c.column] ?? '') &&
        (isBy(table.sample[i - 1]) || isBy(table.sample[i + 1]))
      )
    })
  return free.find(c => {
    if (c.profile.open || c.profile.filled === 0 || c.profile.distinct > 12) return false
    const words = [...c.profile.values.keys()]
    const known = words.filter(isBookingState).length
    const is = STATE.test(normaliseHeader(c.name)) ? known > 0 : known === words.length && known > 1
    return is && !moved(c)
  })
}
