import type { Dimension } from '../../../shared/query/dimensions.ts'

/** From the widest to the narrowest. A drill-down goes to the next one that this ledger uses. */
const PATHS: readonly (readonly string[])[] = [
  ['company', 'entity', 'region', 'directorate', 'department', 'cost_centre', 'account'],
  ['account_type', 'account_level_1', 'account_level_2', 'account_level_3', 'account_level_4', 'account'],
  ['category', 'payee'],
]

/**
 * The dimension below this one, or 'entries' where there is none: directorate → cost centre → account → entries. A level
 * that the ledger does not use, or that has one member only, is passed over.
 */
export function levelBelow(dimension: string, dimensions: readonly Dimension[]): string {
  const used = new Set(dimensions.filter(d => d.members > 1).map(d => d.id))
  const path = PATHS.find(p => p.includes(dimension))
  const below = path?.slice(path.indexOf(dimension) + 1).find(id => used.has(id))
  return below ?? 'entries'
}

/** Dimensions that "where it goes" can be broken down by, in the order in which they are offered. */
export function rankable(dimensions: readonly Dimension[]): Dimension[] {
  const not = new Set(['scenario', 'flow', 'currency', 'status', 'account_type'])
  return dimensions.filter(d => d.members > 1 && !not.has(d.id))
}
