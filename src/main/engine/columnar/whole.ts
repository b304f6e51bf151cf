import { BLOCK, fetchCodes, fetchValues } from './fetch.ts'
import type { Selection } from './select.ts'
import type { AmountColumn, KeySource } from './shapes.ts'

export type { AmountColumn, KeySource } from './shapes.ts'

/** A selection's columns written out in one array each: what several widgets of one refresh read again and again. */
interface Written {
  values: Map<AmountColumn, Float64Array>
  codes: Map<string, Int32Array>
}

/** Selections whose columns are kept written out: the current one and what it is compared with. 12 bytes a row and more. */
const KEPT = 4
const written = new Map<Selection, Written>()

function writtenOf(selection: Selection): Written {
  const known = written.get(selection) ?? { values: new Map(), codes: new Map() }
  written.delete(selection)
  written.set(selection, known)
  for (const oldest of written.keys()) {
    if (written.size <= KEPT) break
    written.delete(oldest)
  }
  return known
}

/** The selected entries' amounts; NaN where an entry has no rate. Not to be changed. */
export function valuesOf(selection: Selection, column: AmountColumn): Float64Array {
  const { values } = writtenOf(selection)
  const known = values.get(column)
  if (known) return known
  const all = new Float64Array(selection.count)
  eachBlock(selection, (part, from, count, at) =>
    fetchValues(part.segment.column(column), part, from, count, all.subarray(at, at + count)),
  )
  values.set(column, all)
  return all
}

/** The selected entries' codes of one key. Not to be changed. */
export function codesOf(selection: Selection, key: KeySource): Int32Array {
  const { codes } = writtenOf(selection)
  const known = key.name === undefined ? undefined : codes.get(key.name)
  if (known) return known
  const all = new Int32Array(selection.count)
  eachBlock(selection, (part, from, count, at) => {
    const out = all.subarray(at, at + count)
    fetchCodes(part.segment.column(key.column), part, from, count, out)
    if (key.through) turn(out, key.through, key.first)
  })
  if (key.shift !== 0) for (let i = 0; i < all.length; i += 1) all[i] = (all[i] as number) + key.shift
  if (key.name !== undefined) codes.set(key.name, all)
  return all
}

function turn(codes: Int32Array, through: Int32Array, first: number): void {
  for (let i = 0; i < codes.length; i += 1) codes[i] = through[(codes[i] as number) - first] as number
}

/** Calls `visit` for each block of each part; `at` counts the selected entries before it. */
export function eachBlock(
  selection: Selection,
  visit: (part: Selection['parts'][number], from: number, count: number, at: number) => void,
): void {
  let at = 0
  for (const part of selection.parts) {
    for (let from = 0; from < part.count; from += BLOCK) {
      const count = Math.min(BLOCK, part.count - from)
      visit(part, from, count, at)
      at += count
    }
  }
}
