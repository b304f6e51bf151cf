import { total, type Total } from '../../../shared/money/minor.ts'
import { group, isSparse, type Grouping } from './group.ts'
import type { Selection } from './select.ts'
import type { AmountColumn, Figures, KeySource } from './shapes.ts'
import { tallyEach } from './tally.ts'
import { valuesOf } from './whole.ts'

export type { Figures } from './shapes.ts'

/** Low bits of a sum kept in two halves. */
const UNIT = 2 ** 27

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
  if (selection.there) return selection.there.figures(grouping, column, abs, extremes)
  const bounds = selection.parts.map(part => part.segment.bounds(column))
  const wide = bounds.reduce((sum, b) => sum + b.absolute, 0) >= Number.MAX_SAFE_INTEGER
  const missing = bounds.some(b => b.missing > 0)
  const { groups } = grouping
  // The common case: one pass that writes nothing out per entry.
  if (!wide && !missing && !abs && !extremes) {
    const sums = grouping.sums(column)
    return {
      counts: grouping.counts,
      min: undefined,
      max: undefined,
      sums,
      sum: g => (sums[g] as number) + 0,
    }
  }
  const { ids } = grouping
  const plain = valuesOf(selection, column)
  const values = abs ? plain.map(Math.abs) : plain
  const low = new Float64Array(groups)
  const high = wide ? new Float64Array(groups) : undefined
  const counts = missing ? new Uint32Array(groups) : grouping.counts
  if (missing) countPresent(counts, values, ids)
  if (high) addWide(low, high, values, ids)
  else addPresent(low, values, ids)
  const min = extremes ? new Float64Array(groups).fill(NaN) : undefined
  const max = extremes ? new Float64Array(groups).fill(NaN) : undefined
  if (min && max) extend(min, max, values, ids)
  return {
    counts,
    min,
    max,
    sum: high
      ? g => total(BigInt(high[g] as number) * BigInt(UNIT) + BigInt(low[g] as number))
      : // A sum of nothing but −0 is 0.
        g => (low[g] as number) + 0,
  }
}

export interface KeyFigures {
  sum: (code: number) => Total
  rows: (code: number) => number
}

/** Exact sums and counts by code of each of several keys: in one pass where the columns allow it. */
export function figuresEach(
  selection: Selection,
  keys: readonly KeySource[],
  column: AmountColumn,
): KeyFigures[] {
  const bounds = selection.parts.map(part => part.segment.bounds(column))
  const wide = bounds.reduce((sum, b) => sum + b.absolute, 0) >= Number.MAX_SAFE_INTEGER
  const plain = !selection.there && !wide && bounds.every(b => b.missing === 0)
  if (plain && keys.every(key => key.column !== 'day' && !isSparse(selection, key.size)))
    return tallyEach(selection, keys, column).map(({ counts, sums }) => ({
      sum: code => (sums[code] ?? 0) + 0,
      rows: code => counts[code] ?? 0,
    }))
  return keys.map(key => {
    const grouping = group(selection, [key])
    const { sum } = figures(selection, grouping, column, false)
    const { codes, counts } = grouping
    // Codes of a small selection of a large dimension are numbered.
    const place = codes && new Map(Array.from(codes, (code, g) => [code, g] as const))
    const at = (code: number): number | undefined => (place ? place.get(code) : code)
    return {
      sum: code => {
        const g = at(code)
        return g === undefined ? 0 : sum(g)
      },
      rows: code => counts[at(code) ?? -1] ?? 0,
    }
  })
}

function addPresent(low: Float64Array, values: Float64Array, ids: Int32Array | undefined): void {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    const g = ids ? (ids[i] as number) : 0
    if (value === value) low[g] = (low[g] as number) + value
  }
}

function countPresent(counts: Uint32Array, values: Float64Array, ids: Int32Array | undefined): void {
  for (let i = 0; i < values.length; i += 1) {
    const g = ids ? (ids[i] as number) : 0
    if (!Number.isNaN(values[i])) counts[g] = (counts[g] as number) + 1
  }
}

function addWide(
  low: Float64Array,
  high: Float64Array,
  values: Float64Array,
  ids: Int32Array | undefined,
): void {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value !== value) continue
    const g = ids ? (ids[i] as number) : 0
    const top = Math.floor(value / UNIT)
    high[g] = (high[g] as number) + top
    low[g] = (low[g] as number) + (value - top * UNIT)
  }
}

function extend(
  min: Float64Array,
  max: Float64Array,
  values: Float64Array,
  ids: Int32Array | undefined,
): void {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value !== value) continue
    const g = ids ? (ids[i] as number) : 0
    // Written so that the NaN of a group without values gives way.
    if (!((min[g] as number) <= value)) min[g] = value
    if (!((max[g] as number) >= value)) max[g] = value
  }
}

/**
 * Values of each group side by side, ascending, without the missing ones (NaN): for medians, percentiles and distinct counts.
 * `values` in the order of the selection.
 */
export function sortedByGroup(
  grouping: Grouping,
  values: ArrayLike<number>,
): (group: number) => Float64Array {
  const { groups, ids } = grouping
  const starts = new Uint32Array(groups + 1)
  for (let g = 0; g < groups; g += 1) starts[g + 1] = (starts[g] as number) + (grouping.counts[g] as number)
  const ends = starts.slice(0, groups)
  const sorted = new Float64Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value !== value) continue
    const g = ids ? (ids[i] as number) : 0
    const end = ends[g] as number
    sorted[end] = value
    ends[g] = end + 1
  }
  return g => sorted.subarray(starts[g], ends[g]).sort()
}
