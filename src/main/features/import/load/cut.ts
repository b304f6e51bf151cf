const SEED = 0x2545f491
/** One in every byte, and the highest bit of every byte. */
const ONES = 0x01010101
const HIGHS = 0x80808080 | 0

/**
 * Cuts lines of text at a delimiter, and hashes each cell on the way, four bytes at a time: twice as fast as one by one. The hash is this
 * machine's and this run's: nothing of it is kept.
 */
export class LineCutter {
  /** Where each cell ends, and its hash. */
  readonly ends: Int32Array
  readonly hashes: Int32Array
  /** Of the same bytes as `bytes`. */
  view: DataView = new DataView(new ArrayBuffer(0))
  bytes: Uint8Array = new Uint8Array(0)
  /** The delimiter in every byte. */
  readonly #pattern: number

  /** `delimiter`: of one byte. */
  constructor(width: number, delimiter: number) {
    this.ends = new Int32Array(width)
    this.hashes = new Int32Array(width)
    this.#pattern = Math.imul(delimiter, ONES)
  }

  start(bytes: Uint8Array): void {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /** False where the line has not as many cells as the table has columns. */
  cut(start: number, end: number): boolean {
    const { ends, hashes, view } = this
    const pattern = this.#pattern
    const last = ends.length - 1
    const limit = view.byteLength - 4
    let column = 0
    let hash = SEED
    let at = start
    while (at < end) {
      const word = at <= limit ? view.getInt32(at, true) : this.#tail(at)
      const x = word ^ pattern
      // The lowest byte of `x` that is nought has the lowest bit that is left here.
      const hit = (x - ONES) & ~x & HIGHS
      const length = hit === 0 ? 4 : (31 - Math.clz32(hit & -hit)) >> 3
      if (at + length >= end) {
        // The line ends before the delimiter, which is the next line's.
        hash = mixed(hash, word, end - at)
        break
      }
      hash = mixed(hash, word, length)
      at += length
      if (hit === 0) continue
      if (column === last) return false
      ends[column] = at
      hashes[column++] = finished(hash)
      hash = SEED
      at++
    }
    ends[column] = end
    hashes[column] = finished(hash)
    return column === last
  }

  /** The word at the very end of the bytes: what is not there is 0. */
  #tail(at: number): number {
    let word = 0
    for (let i = 0; at + i < this.bytes.length && i < 4; i++)
      word |= (this.bytes[at + i] as number) << (i * 8)
    return word
  }
}

/** `bytes` of a word (0 to 4) go into the hash. */
function mixed(hash: number, word: number, bytes: number): number {
  if (bytes === 0) return hash
  const part = bytes === 4 ? word : word & ((1 << (bytes * 8)) - 1)
  const h = Math.imul(hash ^ part, 0x9e3779b1)
  return (h << 13) | (h >>> 19)
}

function finished(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return h ^ (h >>> 13)
}
