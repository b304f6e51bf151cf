import type { Column } from './encoding.ts'
import type { Segment } from './store.ts'

/** The selected rows of one segment: all from `low` up to `high`, or only those listed in `rows`. */
export interface Part {
  segment: Segment
  low: number
  high: number
  rows: Uint32Array | undefined
  count: number
}

/** Rows handled at a time: a block of each column stays in the processor's cache. */
export const BLOCK = 8192

/** Copies a column's codes (ordinals, days) for the selected rows `from` … `from + count` of a part into `out`. */
export function fetchCodes(column: Column, part: Part, from: number, count: number, out: Int32Array): void {
  if (column.kind === 'constant') {
    out.fill(column.value, 0, count)
    return
  }
  if (column.kind === 'sequence') throw new RangeError('ids are not codes')
  const { values } = column
  const { rows } = part
  // One loop a type: V8 compiles each for its own kind of array instead of one that asks at every element. `set` between types
  // is no short cut: it takes several times as long.
  if (!rows) {
    const first = part.low + from
    if (values instanceof Uint8Array) copyU8(values, first, count, out)
    else if (values instanceof Uint16Array) copyU16(values, first, count, out)
    else for (let i = 0; i < count; i += 1) out[i] = values[first + i] as number
  } else if (values instanceof Uint8Array) gatherU8(values, rows, from, count, out)
  else if (values instanceof Uint16Array) gatherU16(values, rows, from, count, out)
  else for (let i = 0; i < count; i += 1) out[i] = values[rows[from + i] as number] as number
}

/** Copies amounts likewise; NaN where an entry has no rate. */
export function fetchValues(
  column: Column,
  part: Part,
  from: number,
  count: number,
  out: Float64Array,
): void {
  if (column.kind === 'constant') {
    out.fill(column.value, 0, count)
    return
  }
  if (column.kind === 'sequence') throw new RangeError('ids are not amounts')
  const { values } = column
  const { rows } = part
  if (!rows) {
    const first = part.low + from
    if (values instanceof Int32Array) copyI32(values, first, count, out)
    else if (values instanceof Float64Array) out.set(values.subarray(first, first + count))
    else for (let i = 0; i < count; i += 1) out[i] = values[first + i] as number
  } else if (values instanceof Int32Array) gatherI32(values, rows, from, count, out)
  else if (values instanceof Float64Array) gatherF64(values, rows, from, count, out)
  else for (let i = 0; i < count; i += 1) out[i] = values[rows[from + i] as number] as number
}

/** Runs `keep` over a part block by block; it writes the rows kept into `out` from `found` on and answers how many there are now. */
export function keepRows(
  part: Part,
  keep: (from: number, count: number, out: Uint32Array, found: number) => number,
): Part | undefined {
  // One place more than rows: a row that is not kept is written at the end and overwritten by none.
  if (kept.length <= part.count) kept = new Uint32Array(part.count + 1)
  let found = 0
  for (let from = 0; from < part.count; from += BLOCK)
    found = keep(from, Math.min(BLOCK, part.count - from), kept, found)
  if (found === 0) return undefined
  if (found === part.count) return part
  return { segment: part.segment, low: part.low, high: part.high, rows: kept.slice(0, found), count: found }
}

/** Where kept rows are gathered before they are copied in their exact number: memory fresh from the system costs more than the copy. */
let kept = new Uint32Array(0)

function copyU8(values: Uint8Array, first: number, count: number, out: Int32Array): void {
  for (let i = 0; i < count; i += 1) out[i] = values[first + i] as number
}

function copyU16(values: Uint16Array, first: number, count: number, out: Int32Array): void {
  for (let i = 0; i < count; i += 1) out[i] = values[first + i] as number
}

function copyI32(values: Int32Array, first: number, count: number, out: Float64Array): void {
  for (let i = 0; i < count; i += 1) out[i] = values[first + i] as number
}

function gatherU8(values: Uint8Array, rows: Uint32Array, from: number, count: number, out: Int32Array): void {
  for (let i = 0; i < count; i += 1) out[i] = values[rows[from + i] as number] as number
}

function gatherU16(
  values: Uint16Array,
  rows: Uint32Array,
  from: number,
  count: number,
  out: Int32Array,
): void {
  for (let i = 0; i < count; i += 1) out[i] = values[rows[from + i] as number] as number
}

function gatherI32(
  values: Int32Array,
  rows: Uint32Array,
  from: number,
  count: number,
  out: Float64Array,
): void {
  for (let i = 0; i < count; i += 1) out[i] = values[rows[from + i] as number] as number
}

function gatherF64(
  values: Float64Array,
  rows: Uint32Array,
  from: number,
  count: number,
  out: Float64Array,
): void {
  for (let i = 0; i < count; i += 1) out[i] = values[rows[from + i] as number] as number
}
