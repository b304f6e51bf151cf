import { postingsOf, type Postings } from './postings.ts'
import type { TwoPeriods } from '../two-periods/two-periods.ts'

/**
 * The finest elements: one for each combination of members that has rows. Figures are statistics (floats), not amounts of a report:
 * those are added up exactly for what is found.
 */
export interface Leaves {
  count: number
  /** Member code of each leaf, one array a factor. */
  codes: Int32Array[]
  /** Codes of each factor are 0 … size − 1. */
  sizes: number[]
  before: Float64Array
  after: Float64Array
  /** Σ amount² of the leaf's rows: how much a sum of so many rows of such size moves by chance. */
  squares: Float64Array
  /** In which of the periods the leaf has rows with an amount: BEFORE, AFTER or both bits. */
  periods: Uint8Array
  /** Numbers and sizes of the rows by leaf: work that is done only where it is asked for. */
  postings: (cancelled: () => boolean) => Postings
}

export const BEFORE = 1
export const AFTER = 2

/** Adds rows up by the combination of all factors. Once `cancelled`, it ends early, and what it returns is of no use. */
export function leavesOf(table: TwoPeriods, cancelled = (): boolean => false): Leaves {
  const { factors, side, amounts, count } = table
  const { ids, groups } = combined(
    factors.map(({ codes, keys }) => ({ codes, size: keys.length })),
    count,
    cancelled,
  )
  const leaves: Leaves = {
    count: groups,
    codes: factors.map(() => new Int32Array(groups)),
    sizes: factors.map(f => f.keys.length),
    before: new Float64Array(groups),
    after: new Float64Array(groups),
    squares: new Float64Array(groups),
    periods: new Uint8Array(groups),
    postings: stopped => postingsOf(table, ids, groups, stopped),
  }
  for (const [k, { codes }] of factors.entries()) {
    if (cancelled()) break
    const into = leaves.codes[k] as Int32Array
    for (let i = 0; i < count; i += 1) into[ids[i] as number] = codes[i] as number
  }
  if (cancelled()) return leaves
  for (let i = 0; i < count; i += 1) {
    const id = ids[i] as number
    const value = amounts[i] as number
    if (value !== value) continue
    const into = side[i] === 0 ? leaves.before : leaves.after
    into[id] = (into[id] as number) + value
    leaves.squares[id] = (leaves.squares[id] as number) + (table.squares?.[i] ?? value * value)
    leaves.periods[id] = (leaves.periods[id] as number) | (side[i] === 0 ? BEFORE : AFTER)
  }
  return leaves
}

/** Combinations up to this many, or to so many for each row, are numbered through an array, more through a hash table. */
const DENSE = 1 << 22
const DENSE_A_ROW = 8

/**
 * Numbers the combinations of several codes that occur, 0 … groups − 1, in the order of their first row. Once `cancelled`, what it
 * returns is of no use.
 */
export function combined(
  columns: readonly { codes: Int32Array; size: number }[],
  count: number,
  cancelled: () => boolean,
): { ids: Int32Array; groups: number } {
  const whole = columns.reduce((product, { size }) => product * size, 1)
  // As one number where a float holds it exactly; else two by two.
  if (whole > Number.MAX_SAFE_INTEGER) {
    let made: { ids: Int32Array; groups: number } = { ids: new Int32Array(count), groups: 1 }
    for (const { codes, size } of columns) {
      if (cancelled()) break
      made = combined(
        [
          { codes: made.ids, size: made.groups },
          { codes, size },
        ],
        count,
        () => false,
      )
    }
    return made
  }
  const keys = new Float64Array(count)
  for (const { codes, size } of columns) {
    if (cancelled()) return { ids: new Int32Array(count), groups: 1 }
    for (let i = 0; i < count; i += 1) keys[i] = (keys[i] as number) * size + (codes[i] as number)
  }
  const ids = new Int32Array(count)
  const numberOf = whole <= Math.max(DENSE, count * DENSE_A_ROW) ? denseNumbers(whole) : hashedNumbers(count)
  for (let i = 0; i < count; i += 1) ids[i] = numberOf.at(keys[i] as number)
  return { ids, groups: numberOf.used() }
}

interface Numbers {
  at(key: number): number
  used(): number
}

function denseNumbers(size: number): Numbers {
  const numbers = new Int32Array(size)
  let used = 0
  return {
    at(key) {
      const known = numbers[key] as number
      if (known > 0) return known - 1
      used += 1
      numbers[key] = used
      return used - 1
    },
    used: () => used,
  }
}

/** Open addressing on keys up to 2^53: a Map of a million numbers takes several times as long. */
function hashedNumbers(most: number): Numbers {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, most * 2)))
  const keys = new Float64Array(size).fill(-1)
  const numbers = new Int32Array(size)
  let used = 0
  return {
    at(key) {
      let place = hash(key) & (size - 1)
      while (keys[place] !== key && keys[place] !== -1) place = (place + 1) & (size - 1)
      if (keys[place] === -1) {
        keys[place] = key
        numbers[place] = used
        used += 1
      }
      return numbers[place] as number
    },
    used: () => used,
  }
}

function hash(key: number): number {
  const high = Math.floor(key / 4294967296)
  let h = Math.imul((key | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 13)) >>> 0
}
