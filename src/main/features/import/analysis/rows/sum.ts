/** An exact sum of minor units: numbers while they are safe integers, a bigint for what grows beyond. */
export class ExactSum {
  #small = 0
  #large = 0n

  add(value: number): void {
    const sum = this.#small + value
    if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) {
      this.#large += BigInt(this.#small)
      this.#small = value
    } else this.#small = sum
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small)
  }
}
