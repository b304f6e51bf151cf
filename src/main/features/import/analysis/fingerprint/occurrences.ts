const PARTS = 256
const FULL = 0.82
const GROWTH = 1.35

/**
 * Counts how often each key has come in one file. Open addressing over 64 bits of the key in typed arrays: 8 bytes a slot and about
 * 11 a key, no objects. The table is in parts, by the first bits of the key, each of which grows by itself and not at the same time
 * as the others: one table would be held twice, old and new, whenever it grows, which in a file of gigabytes is as much as all else.
 * Repeats, the rare case, are counted in a Map.
 */
export class Occurrences {
  readonly #parts = Array.from({ length: PARTS }, (_, i) => new Part(firstCapacity(i)))
  readonly #repeats = new Map<bigint, number>()

  /** The occurrence number, from 1, of this key now. */
  next(high: number, low: number): number {
    // A key of two noughts marks a free slot.
    const h = high === 0 && low === 0 ? 1 : high
    if ((this.#parts[h >>> 24] as Part).add(h, low)) return 1
    const key = (BigInt(h >>> 0) << 32n) | BigInt(low >>> 0)
    const n = (this.#repeats.get(key) ?? 1) + 1
    this.#repeats.set(key, n)
    return n
  }
}

/** From 32 to 43 slots: evenly spread over one step of growth, so that the parts' steps are spread over time. */
const firstCapacity = (part: number): number => Math.ceil(32 * GROWTH ** (part / PARTS))

class Part {
  #capacity: number
  #slots: Int32Array<ArrayBuffer>
  #free: number

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#slots = new Int32Array(capacity * 2)
    this.#free = Math.floor(capacity * FULL)
  }

  /** False where the key is there already. */
  add(high: number, low: number): boolean {
    if (this.#free === 0) this.#grow()
    if (!insert(this.#slots, this.#capacity, high, low)) return false
    this.#free--
    return true
  }

  #grow(): void {
    const old = this.#slots
    const capacity = Math.ceil(this.#capacity * GROWTH)
    const slots = new Int32Array(capacity * 2)
    let free = Math.floor(capacity * FULL)
    for (let i = 0; i < old.length; i += 2) {
      const high = old[i] as number
      const low = old[i + 1] as number
      if (high === 0 && low === 0) continue
      insert(slots, capacity, high, low)
      free--
    }
    this.#slots = slots
    this.#capacity = capacity
    this.#free = free
    // Gives the memory back now and not when the garbage collector comes by: it sees little of what lies outside of its heap.
    old.buffer.transfer(0)
  }
}

function insert(slots: Int32Array, capacity: number, high: number, low: number): boolean {
  let at = ((high ^ Math.imul(low, 0x9e3779b1)) >>> 0) % capacity
  for (;;) {
    const h = slots[at * 2] as number
    const l = slots[at * 2 + 1] as number
    if (h === 0 && l === 0) {
      slots[at * 2] = high
      slots[at * 2 + 1] = low
      return true
    }
    if (h === high && l === low) return false
    at = at + 1 === capacity ? 0 : at + 1
  }
}
