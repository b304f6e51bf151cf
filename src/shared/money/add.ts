import { total, type Total } from './minor.ts'

/** An exact sum of totals: a number while it is a safe integer, a bigint beyond. */
export function addTotals(values: readonly Total[]): Total {
  let sum = 0
  for (const value of values) {
    if (typeof value === 'bigint' || !Number.isSafeInteger((sum += value)))
      return total(values.reduce<bigint>((all, one) => all + BigInt(one), 0n))
  }
  return sum + 0
}

export const subtract = (a: Total, b: Total): Total => addTotals([a, typeof b === 'bigint' ? -b : 0 - b])

export const negated = (value: Total): Total => subtract(0, value)
