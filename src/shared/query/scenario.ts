import type { Filters, GroupKey } from './query.ts'

/** The scenario that entries belong to unless the source says another. */
export const ACTUAL = 'Actual'

/**
 * Budgets and forecasts lie beside the actual entries; a sum over all of them means nothing. So every question that neither
 * filters nor groups by scenario is about the actual entries.
 */
export function withActual(filters: Filters, groupBy: readonly GroupKey[] = []): Filters {
  const asked =
    filters.members?.['scenario'] !== undefined ||
    filters.notMembers?.['scenario'] !== undefined ||
    groupBy.some(key => 'dimension' in key && key.dimension === 'scenario')
  return asked ? filters : { ...filters, members: { ...filters.members, scenario: [ACTUAL, ''] } }
}
