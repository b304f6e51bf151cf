import type { Expectation } from '../../../shared/contract/quality.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { isNumber, isText } from './checks/values.ts'

/**
 * Filters that select exactly the entries that fail a rule, within those that were checked, so that the ledger page can show them;
 * undefined where filters cannot say it. They mean the same later, on other entries.
 */
export function failingFilters(expects: Expectation, within: Filters): Filters | undefined {
  const plus = (more: Filters): Filters | undefined => {
    for (const [id] of Object.entries(more.members ?? {})) if (within.members?.[id]) return undefined
    for (const [id] of Object.entries(more.notMembers ?? {})) if (within.notMembers?.[id]) return undefined
    return {
      ...within,
      ...more,
      members: { ...within.members, ...more.members },
      notMembers: { ...within.notMembers, ...more.notMembers },
    }
  }
  switch (expects.kind) {
    case 'not-null':
      return isText(expects.field) || isNumber(expects.field)
        ? undefined
        : plus({ members: { [expects.field]: [''] } })
    case 'in-list':
      return isText(expects.field) || isNumber(expects.field)
        ? undefined
        : plus({ notMembers: { [expects.field]: ['', ...expects.values] } })
    case 'refers':
      return expects.to === 'category-in-use'
        ? undefined
        : plus({
            members: { [expects.to === 'account-type' ? 'account_type' : 'account_level_1']: [''] },
            notMembers: { account: [''] },
          })
    case 'between': {
      if (within.minAmount !== undefined || within.maxAmount !== undefined) return undefined
      const { min, max, absolute } = expects
      if (min === undefined && max !== undefined) return plus({ minAmount: max + 1, absolute })
      if (max === undefined && min !== undefined) return plus({ maxAmount: min - 1, absolute })
      return undefined
    }
    default:
      return undefined
  }
}
