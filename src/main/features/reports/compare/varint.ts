/**
 * Whole numbers up to ±2^53 in as few bytes as they need: six bits and the sign in the first byte, seven in each further one, the lowest
 * first; nought with a sign is NaN, an amount that is not known. `deltas`: each as its difference from the one before it, so that ids
 * and days of a ledger take next to nothing after deflation.
 */
export class IntegerWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  write(values: ArrayLike<number>, deltas: boolean): void {
    let before = 0
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as number
      this.#one(value - before)
      if (deltas) before = value
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #one(value: number): void {
    if (this.#length + 10 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    const size = Number.isNaN(value) ? 0 : Math.abs(value)
    const sign = Number.isNaN(value) || value < 0 ? 64 : 0
    let rest = Math.floor(size / 64)
    this.#bytes[this.#length++] = (size % 64) + sign + (rest > 0 ? 128 : 0)
    while (rest > 0) {
      const next = Math.floor(rest / 128)
      this.#bytes[this.#length++] = (rest % 128) + (next > 0 ? 128 : 0)
      rest = next
    }
  }
}

export class IntegerReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Reads as many numbers as `into` has room for. Throws RangeError where there are fewer. */
  read<T extends Float64Array | Int32Array | Uint8Array>(into: T, deltas: boolean): T {
    let before = 0
    for (let i = 0; i < into.length; i += 1) {
      const value = before + this.#one()
      into[i] = value
      if (deltas) before = value
    }
    return into
  }

  #one(): number {
    const first = this.#byte()
    let size = first & 63
    let scale = 64
    for (let more = first; more >= 128; scale *= 128) {
      more = this.#byte()
      size += (more & 127) * scale
    }
    if ((first & 64) === 0) return size
    return size === 0 ? NaN : -size
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw new RangeError('the snapshot ends too early')
    return byte
  }
}
