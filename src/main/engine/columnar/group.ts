import type { Selection } from './select.ts'
import { codesOf, type KeySource } from './whole.ts'

/** The group of each selected entry. Groups are numbered 0 … groups − 1. */
export interface Grouping {
  groups: number
  /** Undefined where all entries are one group. */
  ids: Int32Array | undefined
  counts: Uint32Array
  /** Combined code of each group, ((k₀ × size₁) + k₁) × size₂ + k₂; undefined where it is the group's number. */
  codes: Float64Array | undefined
}

// Combinations beyond this many are numbered through a map instead of an array.
const DENSE = 1 << 22

/** Sorts the selected entries into groups by up to three keys. */
export function group(selection: Selection, keys: readonly KeySource[]): Grouping {
  const [first, ...rest] = keys
  if (!first) return { groups: 1, ids: undefined, counts: Uint32Array.of(selection.count), codes: undefined }
  const size = keys.reduce((product, key) => product * key.size, 1)
  if (size > DENSE) return groupSparse(selection, keys)
  let ids = codesOf(selection, first)
  const counts = new Uint32Array(size)
  const last = rest.pop()
  for (const key of rest) ids = combine(ids, key.size, codesOf(selection, key))
  if (last) ids = combineAndTally(ids, last.size, codesOf(selection, last), counts)
  else tally(ids, counts)
  return { groups: size, ids, counts, codes: undefined }
}

function combine(ids: Int32Array, size: number, codes: Int32Array): Int32Array {
  const combined = new Int32Array(ids.length)
  for (let i = 0; i < ids.length; i += 1) combined[i] = (ids[i] as number) * size + (codes[i] as number)
  return combined
}

/** The last key's combination, counted in the same pass over the entries. */
function combineAndTally(ids: Int32Array, size: number, codes: Int32Array, counts: Uint32Array): Int32Array {
  const combined = new Int32Array(ids.length)
  for (let i = 0; i < ids.length; i += 1) {
    const id = (ids[i] as number) * size + (codes[i] as number)
    combined[i] = id
    counts[id] = (counts[id] as number) + 1
  }
  return combined
}

function tally(ids: Int32Array, counts: Uint32Array): void {
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] as number
    counts[id] = (counts[id] as number) + 1
  }
}

function groupSparse(selection: Selection, keys: readonly KeySource[]): Grouping {
  const ids = new Int32Array(selection.count)
  const columns = keys.map(key => codesOf(selection, key))
  const numbers = new Map<number, number>()
  for (let i = 0; i < ids.length; i += 1) {
    let code = 0
    for (let k = 0; k < keys.length; k += 1)
      code = code * (keys[k] as KeySource).size + ((columns[k] as Int32Array)[i] as number)
    let number = numbers.get(code)
    if (number === undefined) {
      number = numbers.size
      numbers.set(code, number)
    }
    ids[i] = number
  }
  const counts = new Uint32Array(numbers.size)
  tally(ids, counts)
  return { groups: numbers.size, ids, counts, codes: Float64Array.from(numbers.keys()) }
}
