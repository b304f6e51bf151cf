import { divideRounded, total, type Total } from './minor.ts'

/**
 * Rounds the parts of a sum to whole units so that the printed column adds up to the printed total (largest remainder;
 * ties to the earlier part). Unlike `allocate`, parts may be negative: a refund in a column of spending.
 * Amounts in minor units, `unit` minor units each (100 for whole pounds); the answer is in units, and adds up to the sum
 * rounded half away from zero. A part that is a whole number of units is never changed.
 */
export function roundColumn(parts: readonly Total[], unit: number): Total[] {
  const size = BigInt(unit)
  const exact = parts.map(BigInt)
  const floors = exact.map(part => floorDivide(part, size))
  const target = divideRounded(
    exact.reduce((a, part) => a + part, 0n),
    size,
  )
  let left = target - floors.reduce((a, part) => a + part, 0n)
  const order = exact
    .map((part, i) => ({ i, remainder: part - (floors[i] as bigint) * size }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  for (const { i } of order) {
    if (left === 0n) break
    floors[i] = (floors[i] as bigint) + 1n
    left -= 1n
  }
  return floors.map(total)
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}
