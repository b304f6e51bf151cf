import type { RowChunk } from './chunk.ts'
import type { EntryColumns } from './entry-insert.ts'

/**
 * Which of a chunk's rows are to load: undefined where all are. `known`: rows that the ledger has already, which are duplicates unless
 * the user wants them all the same; what another file has brought is left out without being named as one here.
 */
export function wantedRows(
  chunk: Pick<RowChunk, 'rows' | 'forced' | 'left'>,
  known: ReadonlySet<number> | undefined,
): { wanted: Int32Array | undefined; duplicates: number[] } {
  if (chunk.left.length === 0 && (known?.size ?? 0) === 0) return { wanted: undefined, duplicates: [] }
  const forced = new Set(chunk.forced)
  const left = new Set(chunk.left)
  const duplicates: number[] = []
  const wanted = new Int32Array(chunk.rows)
  let count = 0
  for (let i = 0; i < chunk.rows; i++) {
    if (left.has(i)) continue
    if (known?.has(i) && !forced.has(i)) duplicates.push(i)
    else wanted[count++] = i
  }
  return { wanted: wanted.subarray(0, count), duplicates }
}

/** The wanted rows of a chunk, whose columns are written over. `used`: the dimensions to take. */
export function rowsOf(
  chunk: RowChunk,
  bases: Float64Array | undefined,
  used: readonly number[],
  wanted: Int32Array | undefined,
): EntryColumns {
  const { rows, lines, days, periods, amounts, fingerprints } = chunk
  const codes = used.map(d => chunk.ordinals[d] as Int32Array)
  if (!wanted) return { rows, lines, days, periods, amounts, bases, fingerprints, codes }
  for (const list of [lines, days, periods, amounts, ...(bases ? [bases] : []), ...codes]) draw(list, wanted)
  for (const [to, from] of wanted.entries()) fingerprints.copyWithin(to * 16, from * 16, from * 16 + 16)
  return { rows: wanted.length, lines, days, periods, amounts, bases, fingerprints, codes }
}

/** Moves the wanted values to the front. */
function draw(list: Float64Array | Int32Array, wanted: Int32Array): void {
  for (let i = 0; i < wanted.length; i++) list[i] = list[wanted[i] as number] as number
}

/** A dimension's members as the file counts them (0 = none) → as the workspace does. */
export class OrdinalMap {
  #to = new Int32Array(256)
  #count = 1
  /** So far all are the same in both, as in a workspace's first import. */
  #same = true

  /** The workspace's ordinal of the file's next member. */
  push(ordinal: number): void {
    if (this.#count === this.#to.length) {
      const wider = new Int32Array(this.#count * 2)
      wider.set(this.#to)
      this.#to = wider
    }
    if (ordinal !== this.#count) this.#same = false
    this.#to[this.#count++] = ordinal
  }

  of(ordinal: number): number {
    return this.#to[ordinal] as number
  }

  /** Turns the file's ordinals into the workspace's, in place. */
  apply(list: Int32Array): void {
    if (this.#same) return
    const to = this.#to
    for (let i = 0; i < list.length; i++) list[i] = to[list[i] as number] as number
  }
}
