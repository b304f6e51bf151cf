import type { Recurring } from '../../../shared/contract/rules.ts'
import { findRecurring, type Item } from './analysis/recurring.ts'
import { pairTransfers, type Pair, type Side } from './analysis/transfers.ts'

/** What the analysis worker does for this feature. */
export const rulesOps = {
  rulesPairs: (input: { sides: Side[]; refused: [number, number][]; days: number }): Pair[] => {
    const refused = new Set(input.refused.map(([a, b]) => `${a} ${b}`))
    return pairTransfers(input.sides, input.days, (a, b) =>
      refused.has(`${Math.min(a, b)} ${Math.max(a, b)}`),
    )
  },

  rulesRecurring: (input: { items: Item[]; until: number }): Recurring[] =>
    findRecurring(input.items, input.until),
}
