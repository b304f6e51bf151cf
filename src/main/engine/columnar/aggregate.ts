import { total, type Total } from '../../../shared/money/minor.ts'
import { BLOCK, fetchCodes, fetchValues } from './fetch.ts'
import type { Selection } from './select.ts'
import type { Segment } from './store.ts'

/** One group key: codes of a column, turned by `through` where it is given (index: code − `first`), plus `shift`. */
export interface KeySource {
  column: string
  through: Int32Array | undefined
  first: number
  shift: number
  /** Codes after turning and shifting are 0 … size − 1. */
  size: number
}

/** The group of each selected entry. Groups are numbered 0 … groups − 1; `codes` says which combination of keys each is. */
export interface Grouping {
  groups: number
  /** True where a group's number is its combined code. */
  dense: boolean
  /** Undefined where all entries are one group. */
  ids: Int32Array | undefined
  counts: Uint32Array
  /** Combined code of each group: ((k₀ × size₁) + k₁) × size₂ + k₂. */
  codes: Float64Array
}

export type AmountColumn = 'amount' | 'base_amount'

/** Figures of one amount column by group. */
export interface Figures {
  /** Entries with a value. */
  counts: Uint32Array
  sum: (group: number) => Total
  /** NaN where the group has no value. Only where asked for. */
  min: Float64Array | undefined
  max: Float64Array | undefined
}

// Combinations beyond this many are numbered through a map instead of an array.
const DENSE = 1 << 22
const keyBlock = new Int32Array(BLOCK)
const valueBlock = new Float64Array(BLOCK)

/** Sorts the selected entries into groups by up to three keys. */
export function group(selection: Selection, keys: readonly KeySource[]): Grouping {
  if (keys.length === 0)
    return {
      groups: 1,
      dense: true,
      ids: undefined,
      counts: Uint32Array.of(selection.count),
      codes: Float64Array.of(0),
    }
  const size = keys.reduce((product, key) => product * key.size, 1)
  return size <= DENSE ? groupDense(selection, keys, size) : groupSparse(selection, keys)
}

function groupDense(selection: Selection, keys: readonly KeySource[], size: number): Grouping {
  const ids = new Int32Array(selection.count)
  const counts = new Uint32Array(size)
  eachBlock(selection, (segment, part, from, count, at) => {
    const out = ids.subarray(at, at + count)
    for (const [k, key] of keys.entries()) {
      fetchKey(key, segment, part, from, count)
      if (k === 0) out.set(count === BLOCK ? keyBlock : keyBlock.subarray(0, count))
      else for (let i = 0; i < count; i += 1) out[i] = (out[i] as number) * key.size + (keyBlock[i] as number)
    }
    for (let i = 0; i < count; i += 1) (counts[out[i] as number] as number)++
  })
  return { groups: size, dense: true, ids, counts, codes: Float64Array.from(counts, (_, code) => code) }
}

function groupSparse(selection: Selection, keys: readonly KeySource[]): Grouping {
  const ids = new Int32Array(selection.count)
  const numbers = new Map<number, number>()
  const combined = new Float64Array(BLOCK)
  eachBlock(selection, (segment, part, from, count, at) => {
    combined.fill(0)
    for (const key of keys) {
      fetchKey(key, segment, part, from, count)
      for (let i = 0; i < count; i += 1)
        combined[i] = (combined[i] as number) * key.size + (keyBlock[i] as number)
    }
    for (let i = 0; i < count; i += 1) {
      const code = combined[i] as number
      let number = numbers.get(code)
      if (number === undefined) {
        number = numbers.size
        numbers.set(code, number)
      }
      ids[at + i] = number
    }
  })
  const counts = new Uint32Array(numbers.size)
  for (const id of ids) (counts[id] as number)++
  return { groups: numbers.size, dense: false, ids, counts, codes: Float64Array.from(numbers.keys()) }
}

function fetchKey(
  key: KeySource,
  segment: Segment,
  part: Selection['parts'][number],
  from: number,
  count: number,
): void {
  fetchCodes(segment.column(key.column), part, from, count, keyBlock)
  const { through, first, shift } = key
  if (through)
    for (let i = 0; i < count; i += 1) keyBlock[i] = through[(keyBlock[i] as number) - first] as number
  if (shift !== 0) for (let i = 0; i < count; i += 1) keyBlock[i] = (keyBlock[i] as number) + shift
}

/**
 * Sums (and where asked least and greatest values) of an amount column by group. Sums are exact: in floats while Σ|amount| of all
 * segments concerned is below 2^53, else in two halves of 27 low and 26 high bits.
 */
export function figures(
  selection: Selection,
  grouping: Grouping,
  column: AmountColumn,
  abs: boolean,
  extremes = false,
): Figures {
  const bounds = selection.parts.map(part => part.segment.bounds(column))
  const wide = bounds.reduce((sum, b) => sum + b.absolute, 0) >= Number.MAX_SAFE_INTEGER
  const missing = bounds.some(b => b.missing > 0)
  const { groups, ids } = grouping
  const low = new Float64Array(groups)
  const high = wide ? new Float64Array(groups) : undefined
  const counts = missing ? new Uint32Array(groups) : grouping.counts
  const min = extremes ? new Float64Array(groups).fill(NaN) : undefined
  const max = extremes ? new Float64Array(groups).fill(NaN) : undefined
  eachBlock(selection, (segment, part, from, count, at) => {
    fetchValues(segment.column(column), part, from, count, valueBlock)
    if (abs) for (let i = 0; i < count; i += 1) valueBlock[i] = Math.abs(valueBlock[i] as number)
    if (min && max) extend(min, max, ids, at, count)
    if (high) addWide(low, high, ids, at, count)
    else if (missing) addPresent(low, ids, at, count)
    else add(low, ids, at, count)
    if (missing)
      for (let i = 0; i < count; i += 1)
        if (!Number.isNaN(valueBlock[i])) (counts[ids ? (ids[at + i] as number) : 0] as number)++
  })
  return {
    counts,
    min,
    max,
    sum: high
      ? g => total(BigInt(high[g] as number) * (1n << 27n) + BigInt(low[g] as number))
      : g => low[g] as number,
  }
}

function add(low: Float64Array, ids: Int32Array | undefined, at: number, count: number): void {
  if (!ids) {
    let sum = 0
    for (let i = 0; i < count; i += 1) sum += valueBlock[i] as number
    low[0] = (low[0] as number) + sum
    return
  }
  for (let i = 0; i < count; i += 1) {
    const g = ids[at + i] as number
    low[g] = (low[g] as number) + (valueBlock[i] as number)
  }
}

function addPresent(low: Float64Array, ids: Int32Array | undefined, at: number, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = valueBlock[i] as number
    const g = ids ? (ids[at + i] as number) : 0
    if (value === value) low[g] = (low[g] as number) + value
  }
}

function addWide(
  low: Float64Array,
  high: Float64Array,
  ids: Int32Array | undefined,
  at: number,
  count: number,
): void {
  const unit = 2 ** 27
  for (let i = 0; i < count; i += 1) {
    const value = valueBlock[i] as number
    if (value !== value) continue
    const g = ids ? (ids[at + i] as number) : 0
    const top = Math.floor(value / unit)
    high[g] = (high[g] as number) + top
    low[g] = (low[g] as number) + (value - top * unit)
  }
}

function extend(
  min: Float64Array,
  max: Float64Array,
  ids: Int32Array | undefined,
  at: number,
  count: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const value = valueBlock[i] as number
    if (value !== value) continue
    const g = ids ? (ids[at + i] as number) : 0
    // Written so that the NaN of a group without values gives way.
    if (!((min[g] as number) <= value)) min[g] = value
    if (!((max[g] as number) >= value)) max[g] = value
  }
}

/** Values of each group side by side, ascending, without the missing ones: for medians, percentiles and distinct counts. */
export function sortedByGroup(
  selection: Selection,
  grouping: Grouping,
  read: (
    segment: Segment,
    part: Selection['parts'][number],
    from: number,
    count: number,
    out: Float64Array,
  ) => void,
): (group: number) => Float64Array {
  const { groups, ids } = grouping
  const starts = new Uint32Array(groups + 1)
  for (let g = 0; g < groups; g += 1) starts[g + 1] = (starts[g] as number) + (grouping.counts[g] as number)
  const ends = starts.slice(0, groups)
  const sorted = new Float64Array(selection.count)
  eachBlock(selection, (segment, part, from, count, at) => {
    read(segment, part, from, count, valueBlock)
    for (let i = 0; i < count; i += 1) {
      const value = valueBlock[i] as number
      const g = ids ? (ids[at + i] as number) : 0
      if (value === value) {
        const end = ends[g] as number
        sorted[end] = value
        ends[g] = end + 1
      }
    }
  })
  return g => sorted.subarray(starts[g], ends[g]).sort()
}

/** Calls `visit` for each block of each part; `at` counts the selected entries before it. */
export function eachBlock(
  selection: Selection,
  visit: (
    segment: Segment,
    part: Selection['parts'][number],
    from: number,
    count: number,
    at: number,
  ) => void,
): void {
  let at = 0
  for (const part of selection.parts) {
    for (let from = 0; from < part.count; from += BLOCK) {
      const count = Math.min(BLOCK, part.count - from)
      visit(part.segment, part, from, count, at)
      at += count
    }
  }
}

/** Reads amounts into a block: the reader of `sortedByGroup` for money. */
export function readAmounts(column: AmountColumn, abs: boolean) {
  return (
    segment: Segment,
    part: Selection['parts'][number],
    from: number,
    count: number,
    out: Float64Array,
  ): void => {
    fetchValues(segment.column(column), part, from, count, out)
    if (abs) for (let i = 0; i < count; i += 1) out[i] = Math.abs(out[i] as number)
  }
}

/** Reads a dimension's codes into a block, "none" as missing: the reader of `sortedByGroup` for distinct members. */
export function readCodes(key: KeySource) {
  return (
    segment: Segment,
    part: Selection['parts'][number],
    from: number,
    count: number,
    out: Float64Array,
  ): void => {
    fetchKey(key, segment, part, from, count)
    for (let i = 0; i < count; i += 1) out[i] = keyBlock[i] === 0 ? NaN : (keyBlock[i] as number)
  }
}
