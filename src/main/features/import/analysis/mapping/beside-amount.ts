import type { FieldMapping, Question } from '../../../../../shared/contract/import.ts'
import { say } from '../messages.ts'
import { ANY, parseMoney } from '../money/parse.ts'
import { isBookingState } from '../rows/booked.ts'
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
  if (!fee || table.names.some(name => /^fees? (?:currency|coin|asset|unit)/.test(normaliseHeader(name))))
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
  const seen = { beside: 0, within: 0 }
  for (const step of [1, -1])
    for (const [i, row] of rows.entries()) {
      const before = rows[i - step]
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

/** The column that says which rows are booked and which only expected, by its name and words, or by its words alone. */
export function stateColumn(free: readonly Candidate[]): Candidate | undefined {
  return free.find(c => {
    if (c.profile.open || c.profile.filled === 0 || c.profile.distinct > 12) return false
    const words = [...c.profile.values.keys()]
    const known = words.filter(isBookingState).length
    return STATE.test(normaliseHeader(c.name)) ? known > 0 : known === words.length && known > 1
  })
}
