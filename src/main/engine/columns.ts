import { BUILT_IN_DIMENSIONS, CUSTOM_DIMENSIONS } from '../../shared/query/dimensions.ts'

/**
 * Every dictionary-code column that `entry` has. A column's name reaches SQL text only out of this list; what the dimension
 * registry says is looked up in it first.
 */
export const CODE_COLUMNS: readonly string[] = [
  ...BUILT_IN_DIMENSIONS.map(d => d.id),
  ...Array.from({ length: CUSTOM_DIMENSIONS }, (_, i) => `custom_${i + 1}`),
]

const known = new Set(CODE_COLUMNS)

/** The column's name, safe to stand in SQL text. Throws where it is none of ours: a damaged registry. */
export function codeColumn(name: string): string {
  if (!known.has(name)) throw new RangeError('not a dimension column')
  return name
}
