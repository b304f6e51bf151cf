/**
 * Counts how often each key has come in one file. Open addressing over 64 bits of the key in typed arrays: 8 bytes a slot, so that
 * fifteen million rows (a 2 GB file) take about 200 MB and no objects. Repeats, the rare case, are counted in a Map.
 */
export class Occurrences {
  #capacity = 1 << 12
  #slots = new Int32Array(this.#capacity * 2)
  #used = 0
  readonly #repeats = new Map<bigint, number>()

  /** The occurrence number, from 1, of this key now. */
  next(high: number, low: number): number {
    // A key of two noughts marks a free slot.
    const h = high === 0 && low === 0 ? 1 : high
    if (this.#used * 10 > this.#capacity * 7) this.#grow()
    if (this.#insert(this.#slots, this.#capacity, h, low)) {
      this.#used++
      return 1
    }
    const key = (BigInt(h >>> 0) << 32n) | BigInt(low >>> 0)
    const n = (this.#repeats.get(key) ?? 1) + 1
    this.#repeats.set(key, n)
    return n
  }

  #insert(slots: Int32Array, capacity: number, high: number, low: number): boolean {
    let at = (high ^ Math.imul(low, 0x9e3779b1)) >>> 0
    at %= capacity
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

  #grow(): void {
    const old = this.#slots
    const capacity = Math.ceil(this.#capacity * 1.7)
    const slots = new Int32Array(capacity * 2)
    for (let i = 0; i < old.length; i += 2) {
      const h = old[i] as number
      const l = old[i + 1] as number
      if (h !== 0 || l !== 0) this.#insert(slots, capacity, h, l)
    }
    this.#slots = slots
    this.#capacity = capacity
  }
}
