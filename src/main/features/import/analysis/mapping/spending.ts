import { ANY, parseMoney } from '../money/parse.ts'
import type { NumberStyle } from '../types.ts'
import type { Candidate, TableFacts } from './table.ts'

// What a card's issuer calls the payment that settles it.
const SETTLES =
  /payment.{0,14}(?:received|thank)|thank you.{0,12}payment|autopay|auto ?pay(?:ment)?\b|(?:direct debit|internet|online|mobile|electronic|e-?) ?(?:payment|pymt)|paiement.{0,10}(?:re[cç]u|merci)|zahlung.{0,12}(?:dank|erhalten)|lastschrift.{0,6}ausgleich|(?:pago|pagamento).{0,6}(?:recibido|gracias|recebido|ricevuto|obrigado|de fatura)|(?:ingel[oö]st|inbetalning).{0,8}(?:tack|kort)|betaling.{0,6}ontvangen/i
const CARD =
  /^(?:card ?(?:member|holder)(?: name)?|appears on your statement as|extended details|karteninhaber)$/i

/**
 * True for a card statement that shows spending as plus: its amounts are mostly plus, and it names the card's holder as such
 * statements do, or has rows that settle the card, all of them minus. Where credits are marked CR the rest is spending too.
 */
export function showsSpendingPositive(
  table: TableFacts,
  all: readonly Candidate[],
  amount: Candidate,
  style: NumberStyle,
): boolean {
  const { units } = amount.profile.numbers
  if ([...units.keys()].some(u => /^cr$/i.test(u))) return true
  if (all.some(c => c.field === 'balance' && c.profile.filled > 0)) return false
  let plus = 0
  let minus = 0
  const settling = { plus: 0, minus: 0 }
  for (const row of table.sample) {
    const money = parseMoney(row[amount.column] ?? '', style, ANY)
    if (!money.ok || money.value === 0) continue
    const settles = row.some((cell, i) => i !== amount.column && SETTLES.test(cell))
    if (money.value > 0) plus++
    else minus++
    if (settles) settling[money.value > 0 ? 'plus' : 'minus']++
  }
  if (settling.minus > 0) return settling.plus === 0 && plus - settling.plus > 0 && plus >= minus
  return settling.plus === 0 && plus > minus && table.names.some(name => CARD.test(name.trim()))
}
