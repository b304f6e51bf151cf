import { BLOCK, fetchCodes, fetchValues, type Part } from './fetch.ts'
import { eachRun } from './runs.ts'
import type { Selection } from './select.ts'
import type { AmountColumn, KeySource } from './whole.ts'

export interface Tally {
  counts: Uint32Array
  /** Empty where no amounts were asked for. */
  sums: Float64Array
}

/** Up to this many groups are kept four times over, so that four entries in a row never wait for one another's addition. */
const LANED = 4096
const LANES = 4

// Blocks of one column each: what a pass works on stays in the processor's cache.
const ids = new Int32Array(BLOCK)
const codes = new Int32Array(BLOCK)
const values = new Float64Array(BLOCK)

interface Dimension {
  key: KeySource
  /** What one code is worth in the combined group number. */
  stride: number
}

/**
 * Counts and sums by group in one pass over the selected entries, nothing written out per entry. Steps of time are not looked up:
 * rows lie by day, so each step is a run of them. Only for columns whose every sum stays below 2^53 and that lack no value.
 */
export function tally(
  selection: Selection,
  keys: readonly KeySource[],
  groups: number,
  column: AmountColumn | undefined,
): Tally {
  const dimensions: Dimension[] = []
  let time: Dimension | undefined
  let stride = 1
  for (const key of keys.toReversed()) {
    if (key.column === 'day' && !time) time = { key, stride }
    else dimensions.push({ key, stride })
    stride *= key.size
  }
  const lanes = dimensions.length > 0 && groups <= LANED ? LANES : 1
  const counts = new Uint32Array(groups * lanes)
  const sums = new Float64Array(column ? groups * lanes : 0)
  for (const part of selection.parts) {
    let first = 0
    const varying: Dimension[] = []
    for (const dimension of dimensions) {
      const { key } = dimension
      const found = part.segment.column(key.column)
      // A column that is the same throughout the segment only moves the groups.
      if (found.kind === 'constant') first += codeOf(key, found.value) * dimension.stride
      else varying.push(dimension)
    }
    const step = time?.stride ?? 0
    const pass = new Pass(part, varying, column, counts, sums, lanes === 1 ? 0 : groups)
    if (time) eachRun(part, time.key, (from, to, code) => pass.add(from, to, first + code * step))
    else pass.add(0, part.count, first)
  }
  return lanes === 1 ? { counts, sums } : { counts: fold(counts, groups), sums: fold(sums, groups) }
}

/**
 * The same for several keys each by itself, in one pass: an amount is unpacked once for all of them. No key may be of time or of so many
 * members that its groups should be numbered (`group` says which).
 */
export function tallyEach(selection: Selection, keys: readonly KeySource[], column: AmountColumn): Tally[] {
  const made = keys.map(key => {
    const lanes = key.size <= LANED ? LANES : 1
    return { key, lanes, counts: new Uint32Array(key.size * lanes), sums: new Float64Array(key.size * lanes) }
  })
  for (const part of selection.parts) {
    for (let at = 0; at < part.count; at += BLOCK) {
      const count = Math.min(BLOCK, part.count - at)
      fetchValues(part.segment.column(column), part, at, count, values)
      for (const { key, lanes, counts, sums } of made) {
        const found = part.segment.column(key.column)
        if (found.kind === 'constant') {
          const g = codeOf(key, found.value)
          counts[g] = (counts[g] as number) + count
          sums[g] = (sums[g] as number) + addUp(values, count)
          continue
        }
        fetchKey(part, key, at, count, ids)
        if (lanes === 1) addGroups(ids, values, count, 0, 1, counts, sums)
        else addInLanes(ids, values, count, 0, 1, counts, sums, key.size)
      }
    }
  }
  return made.map(({ key, lanes, counts, sums }) =>
    lanes === 1 ? { counts, sums } : { counts: fold(counts, key.size), sums: fold(sums, key.size) },
  )
}

function codeOf({ through, first, shift }: KeySource, code: number): number {
  return (through ? (through[code - first] as number) : code) + shift
}

/** One part's entries on their way into the groups. */
class Pass {
  readonly #part: Part
  readonly #dimensions: readonly Dimension[]
  readonly #column: AmountColumn | undefined
  readonly #counts: Uint32Array
  readonly #sums: Float64Array
  readonly #lane: number

  constructor(
    part: Part,
    dimensions: readonly Dimension[],
    column: AmountColumn | undefined,
    counts: Uint32Array,
    sums: Float64Array,
    lane: number,
  ) {
    this.#part = part
    this.#dimensions = dimensions
    this.#column = column
    this.#counts = counts
    this.#sums = sums
    this.#lane = lane
  }

  /** Adds the entries `from` up to `to` of the part, whose group numbers begin at `base`. */
  add(from: number, to: number, base: number): void {
    const part = this.#part
    const column = this.#column
    for (let at = from; at < to; at += BLOCK) {
      const count = Math.min(BLOCK, to - at)
      if (column) fetchValues(part.segment.column(column), part, at, count, values)
      if (this.#dimensions.length === 0) {
        this.#counts[base] = (this.#counts[base] as number) + count
        if (column) this.#sums[base] = (this.#sums[base] as number) + addUp(values, count)
        continue
      }
      const stride = this.#fetchIds(at, count)
      if (!column) countGroups(ids, count, base, stride, this.#counts)
      else if (this.#lane === 0) addGroups(ids, values, count, base, stride, this.#counts, this.#sums)
      else addInLanes(ids, values, count, base, stride, this.#counts, this.#sums, this.#lane)
    }
  }

  /** Group numbers of a block into `ids`; answers what they are yet to be multiplied by. */
  #fetchIds(at: number, count: number): number {
    const [only, ...rest] = this.#dimensions as [Dimension, ...Dimension[]]
    fetchKey(this.#part, only.key, at, count, ids)
    if (rest.length === 0) return only.stride
    for (let i = 0; i < count; i += 1) ids[i] = (ids[i] as number) * only.stride
    for (const { key, stride } of rest) {
      fetchKey(this.#part, key, at, count, codes)
      for (let i = 0; i < count; i += 1) ids[i] = (ids[i] as number) + (codes[i] as number) * stride
    }
    return 1
  }
}

function fetchKey(part: Part, key: KeySource, at: number, count: number, out: Int32Array): void {
  fetchCodes(part.segment.column(key.column), part, at, count, out)
  const { through, first, shift } = key
  if (through)
    for (let i = 0; i < count; i += 1) out[i] = (through[(out[i] as number) - first] as number) + shift
}

/** The sum of the first `count` values. */
export function addUp(block: Float64Array, count: number): number {
  // Four sums at a time: each addition waits only for the one four before it.
  let [a, b, c, d] = [0, 0, 0, 0]
  const end = count & ~3
  for (let i = 0; i < end; i += 4) {
    a += block[i] as number
    b += block[i + 1] as number
    c += block[i + 2] as number
    d += block[i + 3] as number
  }
  for (let i = end; i < count; i += 1) a += block[i] as number
  return a + b + c + d
}

function countGroups(
  block: Int32Array,
  count: number,
  base: number,
  stride: number,
  counts: Uint32Array,
): void {
  for (let i = 0; i < count; i += 1) {
    const g = base + (block[i] as number) * stride
    counts[g] = (counts[g] as number) + 1
  }
}

function addGroups(
  block: Int32Array,
  amounts: Float64Array,
  count: number,
  base: number,
  stride: number,
  counts: Uint32Array,
  sums: Float64Array,
): void {
  for (let i = 0; i < count; i += 1) {
    const g = base + (block[i] as number) * stride
    counts[g] = (counts[g] as number) + 1
    sums[g] = (sums[g] as number) + (amounts[i] as number)
  }
}

function addInLanes(
  block: Int32Array,
  amounts: Float64Array,
  count: number,
  base: number,
  stride: number,
  counts: Uint32Array,
  sums: Float64Array,
  lane: number,
): void {
  const end = count & ~3
  for (let i = 0; i < end; i += 4) {
    const a = base + (block[i] as number) * stride
    const b = base + (block[i + 1] as number) * stride + lane
    const c = base + (block[i + 2] as number) * stride + lane * 2
    const d = base + (block[i + 3] as number) * stride + lane * 3
    counts[a] = (counts[a] as number) + 1
    counts[b] = (counts[b] as number) + 1
    counts[c] = (counts[c] as number) + 1
    counts[d] = (counts[d] as number) + 1
    sums[a] = (sums[a] as number) + (amounts[i] as number)
    sums[b] = (sums[b] as number) + (amounts[i + 1] as number)
    sums[c] = (sums[c] as number) + (amounts[i + 2] as number)
    sums[d] = (sums[d] as number) + (amounts[i + 3] as number)
  }
  for (let i = end; i < count; i += 1) {
    const g = base + (block[i] as number) * stride
    counts[g] = (counts[g] as number) + 1
    sums[g] = (sums[g] as number) + (amounts[i] as number)
  }
}

function fold<T extends Uint32Array | Float64Array>(lanes: T, groups: number): T {
  for (let i = groups; i < lanes.length; i += 1)
    lanes[i % groups] = (lanes[i % groups] as number) + (lanes[i] as number)
  return lanes.subarray(0, groups) as T
}
