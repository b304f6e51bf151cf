import type { Variance, VarianceLine } from '../../../shared/contract/budget.ts'
import type { Total } from '../../../shared/money/minor.ts'

export const negated = (value: Total): Total => (typeof value === 'bigint' ? -value : 0 - value)

export const turned = (value: Total, sign: 1 | -1): Total => (sign === 1 ? value : negated(value))

/** Expense and income as sizes; a line that has both as a surplus. */
export function signOf(found: Variance, side: VarianceLine['side']): 1 | -1 {
  if (found.profile === 'ledger') return side === 'income' || side === 'both' ? -1 : 1
  return side === 'expense' || side === 'capital' ? -1 : 1
}

/** Spending and income are shown as sizes, the result as a surplus: what a person calls them, whichever way they are posted. */
export function shownAs(found: Variance, side: 'income' | 'expense' | 'result'): 1 | -1 {
  const turned = found.profile === 'ledger' ? side !== 'expense' : side === 'expense'
  return turned ? -1 : 1
}
