import type { Control } from '../../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { ExactSum } from '../analysis/rows/sum.ts'

/** Holds a table's total rows against the rows above them. */
export class TotalRows {
  /** All rows that read as entries, known or new. */
  readonly running = new ExactSum()
  #since = new ExactSum()
  readonly #currency: string

  constructor(currency: string) {
    this.#currency = currency
  }

  add(amount: number): void {
    this.running.add(amount)
    this.#since.add(amount)
  }

  /** `section`: the sum of the rows of the section that the row is the total of. */
  control(
    claim: { amount: number | undefined; label: string } | undefined,
    line: number,
    section: bigint | undefined,
  ): Control | undefined {
    if (claim?.amount === undefined) return undefined
    const exponent = exponentOf(this.#currency)
    const stated = BigInt(claim.amount)
    const total = this.running.value
    const part = section ?? this.#since.value
    const isPart = section !== undefined || (stated !== total && stated === part)
    this.#since = new ExactSum()
    const ours = isPart ? part : total
    return {
      code: isPart ? 'subtotal' : 'total',
      label: claim.label,
      currency: this.#currency,
      file: toDecimal(claim.amount, exponent),
      farthing: toDecimal(ours, exponent),
      agrees: stated === ours,
      line,
    }
  }
}
