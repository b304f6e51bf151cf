import {
  absolute,
  add,
  compare,
  multiply,
  negate,
  plain,
  trimmed,
  ZERO,
  type Decimal,
} from '../common/decimal.ts'
import type { Amount, Failure, Posting, Transaction } from './types.ts'
import { say } from './messages.ts'

/** Decimals that commodities are written with. */
export type Places = (commodity: string, postings: readonly Posting[]) => Tolerance

/** A sum as large as this or smaller counts as nought. */
export type Tolerance = Decimal

/**
 * Computes amounts left out and checks that each group of postings sums to nought in every commodity. Units with a cost or price count
 * with it. Returns postings that all have amounts; one left out over several commodities becomes several.
 */
export function balanced(
  transaction: Transaction,
  tolerance: Places,
  impliedPrices: boolean,
): Posting[] | Failure {
  const postings: Posting[] = []
  for (const group of ['', 'balanced'] as const) {
    const members = transaction.postings.filter(posting => posting.virtual === group)
    const completed = complete(members, tolerance, impliedPrices)
    if (!Array.isArray(completed)) return completed
    postings.push(...completed)
  }
  for (const posting of transaction.postings) {
    if (posting.virtual !== 'unbalanced') continue
    if (!posting.amount)
      return {
        code: 'no-amount',
        message: say().noVirtualAmount(posting.account, posting.line),
      }
    postings.push(posting)
  }
  return postings.toSorted((a, b) => a.line - b.line)
}

function complete(
  members: readonly Posting[],
  tolerance: Places,
  impliedPrices: boolean,
): Posting[] | Failure {
  const open = members.filter(posting => !posting.amount)
  const unknown = members.filter(posting => posting.cost === 'unknown')
  const anywhere = open.filter(posting => posting.commodity === '')
  const [twice] = anywhere.slice(1)
  if (twice)
    return {
      code: 'amounts-missing',
      message: say().amountsMissing(twice.line, twice.account),
    }
  if (unknown.length > 0) {
    // The lot decides what the units weigh: with all amounts written there is nothing left to compute.
    const [first] = unknown
    if (open.length === 0) return [...members]
    return {
      code: 'cost-unknown',
      message: say().costUnknown(first?.account ?? '', first?.line ?? 0),
    }
  }
  const sums = sumOf(members, 'cost')
  const completed = members.filter(posting => posting.amount)
  for (const posting of open) {
    if (posting.commodity === '') continue
    const sum = sums.get(posting.commodity) ?? ZERO
    completed.push(withAmount(posting, { quantity: negate(sum), commodity: posting.commodity }))
    sums.delete(posting.commodity)
  }
  const [elided] = anywhere
  if (elided) {
    const left = [...sums].filter(([, sum]) => sum.units !== 0n)
    const [first] = sums.keys()
    if (left.length === 0) completed.push(withAmount(elided, { quantity: ZERO, commodity: first ?? '' }))
    for (const [commodity, sum] of left)
      completed.push(withAmount(elided, { quantity: negate(sum), commodity }))
    return completed
  }
  const off = [...sums].filter(
    ([commodity, sum]) => compare(absolute(sum), tolerance(commodity, members)) > 0,
  )
  if (off.length === 0) return completed
  if (impliedPrices && implied(off, members)) return completed
  // Ledger weighs a sold lot by its cost, hledger by its price.
  const byPrice = [...sumOf(members, 'price')]
  if (byPrice.every(([commodity, sum]) => compare(absolute(sum), tolerance(commodity, members)) <= 0))
    return completed
  const rest = off.map(([commodity, sum]) => `${plain(trimmed(sum))} ${commodity}`.trim()).join(', ')
  return {
    code: 'unbalanced',
    message: say().unbalanced(rest.slice(0, 300)),
  }
}

function withAmount(posting: Posting, { quantity, commodity }: Amount): Posting {
  return {
    ...posting,
    amount: { quantity: trimmed(quantity), commodity },
    extra: { ...posting.extra, computed: 'yes' },
  }
}

/** Two commodities of opposite sign without a price: the one was exchanged for the other. */
function implied(off: readonly [string, Decimal][], members: readonly Posting[]): boolean {
  const [a, b] = off
  if (off.length !== 2 || !a || !b || a[1].units > 0n === b[1].units > 0n) return false
  return members.every(posting => posting.cost === undefined && posting.price === undefined)
}

function sumOf(members: readonly Posting[], by: 'cost' | 'price'): Map<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const posting of members) {
    const weight = weightOf(posting, by)
    if (weight) sums.set(weight.commodity, add(sums.get(weight.commodity) ?? ZERO, weight.quantity))
  }
  return sums
}

/** What a posting counts for in its transaction's balance. */
export function weightOf(
  { amount, cost, price }: Posting,
  by: 'cost' | 'price' = 'cost',
): Amount | undefined {
  if (!amount) return undefined
  const known = cost === 'unknown' ? undefined : cost
  const rate = by === 'cost' ? (known ?? price) : (price ?? known)
  if (!rate) return amount
  const { commodity } = rate
  if (!rate.total) return { quantity: multiply(amount.quantity, rate.quantity), commodity }
  const total = absolute(rate.quantity)
  return { quantity: amount.quantity.units < 0n ? negate(total) : total, commodity }
}

/** Beancount infers it: half of the last decimal of the coarsest amount that has decimals. */
export function inferredTolerance(commodity: string, members: readonly Posting[]): Decimal {
  let widest = ZERO
  for (const { amount } of members) {
    if (amount?.commodity !== commodity || amount.quantity.scale === 0) continue
    const half = { units: 5n, scale: amount.quantity.scale + 1 }
    if (compare(half, widest) > 0) widest = half
  }
  return widest
}
