import type { PlannedDimension } from '../analysis/rows/plan.ts'
import type { ExactSum } from '../analysis/rows/sum.ts'
import type { Sections } from '../analysis/rows/sections.ts'

/** Keeps, while a file's rows go by, the section that they lie in: its heading is their account, unless the user leaves it alone. */
export class SectionRun {
  readonly #sections: Sections
  readonly #account: PlannedDimension | undefined
  readonly #running: ExactSum
  /** From the outermost in: the heading's line, the account's ordinal, and the sum of all rows above it. */
  readonly #open: { line: number; ordinal: number; above: bigint }[] = []

  /** `account`: where headings are accounts. `running`: the sum of all rows so far. */
  constructor(sections: Sections, account: PlannedDimension | undefined, running: ExactSum) {
    this.#sections = sections
    this.#account = account
    this.#running = running
  }

  /** The account that a row on this line is the heading of; from here on rows are its. */
  heading(line: number): string | undefined {
    const name = this.#sections.headings.get(line)
    if (name === undefined) return undefined
    // Headings without totals: each holds until the next.
    if (!this.#sections.byTotals) this.#open.length = 0
    const ordinal = this.#account?.dictionary.ordinal(name) ?? 0
    this.#open.push({ line, ordinal, above: this.#running.value })
    this.#settle()
    return this.#account && name
  }

  /** The sum of the section that ends in this line's total, which is closed by it; undefined where it is no section's. */
  total(line: number): bigint | undefined {
    const begun = this.#sections.totals.get(line)
    const at = begun === undefined ? -1 : this.#open.findLastIndex(section => section.line === begun)
    if (at < 0) return undefined
    const { above } = this.#open[at] as { above: bigint }
    this.#open.length = at
    this.#settle()
    return this.#running.value - above
  }

  #settle(): void {
    if (this.#account) this.#account.fixed = this.#open.at(-1)?.ordinal ?? 0
  }
}
