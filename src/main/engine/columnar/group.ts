import type { Selection } from './select.ts'
import type { AmountColumn, Grouping, KeySource } from './shapes.ts'
import { tally } from './tally.ts'
import { codesOf, valuesOf } from './whole.ts'

export type { Grouping } from './shapes.ts'

// Combinations beyond this many are numbered through a map instead of an array …
const DENSE = 1 << 22
// … and so are those of which a small selection would leave nearly all empty.
const EMPTY = 16
const SMALL = 1 << 16

/** Whether groups are numbered as they are met, as an array of all of them would be nearly empty. */
export const isSparse = (selection: Selection, size: number): boolean =>
  size > DENSE || (size > SMALL && size > selection.count * EMPTY)

/** Sorts the selected entries into groups by up to three keys. */
export function group(selection: Selection, keys: readonly KeySource[]): Grouping {
  if (selection.there) return selection.there.group(keys)
  const size = keys.reduce((product, key) => product * key.size, 1)
  return isSparse(selection, size) ? groupSparse(selection, keys) : new Dense(selection, keys, size)
}

/** Each combination of codes is a group of its own. What is asked for is computed then: most questions need no `ids`. */
class Dense implements Grouping {
  readonly groups: number
  readonly codes = undefined
  readonly #selection: Selection
  readonly #keys: readonly KeySource[]
  #counts: Uint32Array | undefined
  #ids: Int32Array | undefined

  constructor(selection: Selection, keys: readonly KeySource[], groups: number) {
    this.groups = groups
    this.#selection = selection
    this.#keys = keys
    if (keys.length === 0) this.#counts = Uint32Array.of(selection.count)
  }

  get counts(): Uint32Array {
    this.#counts ??= tally(this.#selection, this.#keys, this.groups, undefined).counts
    return this.#counts
  }

  get ids(): Int32Array | undefined {
    const [first, ...rest] = this.#keys
    if (!first || this.#ids) return this.#ids
    let ids = codesOf(this.#selection, first)
    for (const key of rest) ids = combine(ids, key.size, codesOf(this.#selection, key))
    this.#ids = ids
    return ids
  }

  sums(column: AmountColumn): Float64Array {
    const { counts, sums } = tally(this.#selection, this.#keys, this.groups, column)
    this.#counts ??= counts
    return sums
  }
}

function combine(ids: Int32Array, size: number, codes: Int32Array): Int32Array {
  const combined = new Int32Array(ids.length)
  for (let i = 0; i < ids.length; i += 1) combined[i] = (ids[i] as number) * size + (codes[i] as number)
  return combined
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
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] as number
    counts[id] = (counts[id] as number) + 1
  }
  return {
    groups: numbers.size,
    ids,
    counts,
    codes: Float64Array.from(numbers.keys()),
    sums(column) {
      const sums = new Float64Array(numbers.size)
      const values = valuesOf(selection, column)
      for (let i = 0; i < ids.length; i += 1) {
        const id = ids[i] as number
        sums[id] = (sums[id] as number) + (values[i] as number)
      }
      return sums
    },
  }
}
