import type { Check } from '../types.ts'
import { isNumber, numberCheck, valueCheck } from '../values.ts'

/** Every entry has the field. Of the numbers only the base amount can be missing: an entry without an exchange rate. */
export function notNull({ field }: { field: string }): Check {
  if (!isNumber(field)) return valueCheck(field, value => value.trim() !== '')
  return numberCheck((row, { baseAmounts }) => field !== 'base_amount' || !Number.isNaN(baseAmounts[row]))
}
