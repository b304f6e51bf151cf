import { total, type Total } from '../../../../../shared/money/minor.ts'

/** One factor by which a change is taken apart: a code a row, and what the codes are called. */
export interface Factor {
  id: string
  codes: Int32Array
  keys: readonly string[]
}

export interface Logarithms {
  counts: Float64Array
  sums: Float64Array
  squares: Float64Array
}

/** The rows of two periods side by side, one element a row. What every method of this folder reads. */
export interface TwoPeriods {
  count: number
  /** 0 before, 1 after. */
  side: Uint8Array
  /** Whole minor units; NaN where a row has no amount, and then it is in no sum. */
  amounts: Float64Array
  /** Where a row is a group of entries: how many, and the sum of their squared amounts. */
  rows?: Float64Array | undefined
  squares?: Float64Array | undefined
  /** Then also: of the amounts above and below nil, how many, and the sums of the logarithms of their sizes and of their squares. */
  logarithms?: { positive: Logarithms; negative: Logarithms } | undefined
  factors: readonly Factor[]
}

/** Exact figures by code of one factor, both periods. */
export interface SumsByCode {
  before: (code: number) => Total
  after: (code: number) => Total
  rowsBefore: Uint32Array
  rowsAfter: Uint32Array
}

/** Low bits of a sum kept in two halves, where one float could not hold it. */
const UNIT = 2 ** 27

/** Adds up exactly, also beyond 2^53: then a sum is a bigint. `large`: what `exceeds` says of the amounts, where it is known. */
export function sumByCode(
  table: TwoPeriods,
  codes: Int32Array,
  size: number,
  large = exceeds(table.amounts),
): SumsByCode {
  const { side, amounts, count, rows: entries } = table
  const rows = new Uint32Array(size * 2)
  const low = new Float64Array(size * 2)
  const high = large ? new Float64Array(size * 2) : undefined
  for (let i = 0; i < count; i += 1) {
    const value = amounts[i] as number
    if (value !== value) continue
    const g = (codes[i] as number) * 2 + (side[i] as number)
    rows[g] = (rows[g] as number) + (entries ? (entries[i] as number) : 1)
    if (high) {
      const top = Math.floor(value / UNIT)
      high[g] = (high[g] as number) + top
      low[g] = (low[g] as number) + (value - top * UNIT)
    } else low[g] = (low[g] as number) + value
  }
  const at = (g: number): Total =>
    high ? total(BigInt(high[g] as number) * BigInt(UNIT) + BigInt(low[g] as number)) : (low[g] as number) + 0
  return {
    before: code => at(code * 2),
    after: code => at(code * 2 + 1),
    rowsBefore: rows.filter((_, i) => i % 2 === 0),
    rowsAfter: rows.filter((_, i) => i % 2 === 1),
  }
}

/** Whether a partial sum could pass 2^53. */
export function exceeds(amounts: Float64Array): boolean {
  let absolute = 0
  for (let i = 0; i < amounts.length; i += 1) {
    const value = amounts[i] as number
    if (value === value) absolute += Math.abs(value)
  }
  return absolute >= Number.MAX_SAFE_INTEGER
}

export function add(...values: readonly Total[]): Total {
  let sum = 0
  for (const value of values) {
    if (typeof value === 'bigint') return exactly(values)
    sum += value
    if (!Number.isSafeInteger(sum)) return exactly(values)
  }
  return sum + 0
}

const exactly = (values: readonly Total[]): Total =>
  total(values.reduce<bigint>((sum, value) => sum + BigInt(value), 0n))

export const minus = (a: Total, b: Total): Total => add(a, typeof b === 'bigint' ? -b : b === 0 ? 0 : -b)

export const size = (value: Total): Total => (value < 0 ? minus(0, value) : value)
