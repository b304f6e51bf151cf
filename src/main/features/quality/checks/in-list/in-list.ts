import type { Check } from '../types.ts'
import { valueCheck } from '../values.ts'

/** The field's value is one of a list; spelt exactly so. */
export function inList({ field, values }: { field: string; values: readonly string[] }): Check {
  const list = new Set(values)
  return valueCheck(field, value => (value === '' ? undefined : list.has(value)))
}
