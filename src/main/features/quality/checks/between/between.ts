import type { Check } from '../types.ts'
import { numberCheck } from '../values.ts'

/** The amount in the base currency lies within bounds, both included. Entries without a rate are not checked. */
export function between({ min, max, absolute }: { min?: number; max?: number; absolute: boolean }): Check {
  const [low, high] = [min ?? -Infinity, max ?? Infinity]
  return numberCheck((row, { baseAmounts }) => {
    const amount = baseAmounts[row] as number
    if (Number.isNaN(amount)) return undefined
    const value = absolute ? Math.abs(amount) : amount
    return value >= low && value <= high
  })
}
