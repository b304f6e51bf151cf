import { exponentOf, toDecimal } from '../../../../../shared/money/minor.ts'

/** An exact sum of minor units: numbers while they are safe integers, a bigint for what grows beyond. */
export class ExactSum {
  // Not a field: one that began as a small integer and grew into a double would leave objects of an outdated shape behind, and what
  // handles them (every row's way) would be compiled over and over and never to the end.
  readonly #small = new Float64Array(1)
  #large = 0n

  add(value: number): void {
    const small = this.#small[0] as number
    const sum = small + value
    if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) {
      this.#large += BigInt(small)
      this.#small[0] = value
    } else this.#small[0] = sum
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small[0] as number)
  }
}

/** Exact sums by currency. Rows come in long stretches of one, which is not looked up again. */
export class CurrencySums {
  readonly #sums = new Map<string, ExactSum>()
  #currency: string | undefined
  #sum = new ExactSum()

  add(currency: string, amount: number): void {
    if (currency !== this.#currency) {
      this.#sum = this.#sums.get(currency) ?? new ExactSum()
      this.#sums.set(currency, this.#sum)
      this.#currency = currency
    }
    this.#sum.add(amount)
  }

  /** Currency → decimal string. */
  get decimals(): Record<string, string> {
    const entries = [...this.#sums].map(([currency, sum]) => [
      currency,
      toDecimal(sum.value, exponentOf(currency)),
    ])
    return Object.fromEntries(entries) as Record<string, string>
  }
}
