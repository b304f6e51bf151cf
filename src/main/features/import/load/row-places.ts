import { normaliseHeader } from '../analysis/mapping/headers.ts'
import { saysNothing } from '../analysis/rows/blank.ts'
import { heading, inOtherTable, type Outcome } from '../analysis/rows/outcome.ts'
import { headerLine } from './file.ts'
import type { Inspection } from './inspection.ts'
import type { SectionRun } from './section-run.ts'

/** What a row that does not load is by the place where it stands: below another table's header, or the heading of a section. */
export class RowPlaces {
  readonly #inspection: Inspection
  readonly #sections: SectionRun | undefined
  /** Of the row that was seen last: the sum of the section that it is the total of. */
  section: bigint | undefined
  #other: { line: number; number: number | undefined } | undefined

  constructor(inspection: Inspection, sections: SectionRun | undefined) {
    this.#inspection = inspection
    this.#sections = sections
    const { firstTable, table } = inspection.file
    if (firstTable && table !== undefined) this.#other = { line: headerLine(firstTable), number: 1 }
  }

  outcome(outcome: Outcome, cells: readonly string[], line: number): Outcome {
    this.section = this.#sections?.total(line)
    const account = this.#sections?.heading(line)
    // An amount beside a heading is money that nothing else shows: it stays a rejected row.
    if (account !== undefined && (outcome.kind === 'ignored' || isAlone(cells, account)))
      return heading(account)
    if (outcome.kind === 'load' || outcome.code !== 'other-table') return outcome
    if (outcome.kind === 'ignored') this.#other = { line, number: this.#numberOf(cells) }
    else if (this.#other && line > this.#other.line)
      return inOtherTable(this.#other.line, this.#other.number, this.#inspection.file.format === 'xlsx')
    return outcome
  }

  /** By which `--table` reads it. */
  #numberOf(header: readonly string[]): number | undefined {
    const shape = header.filter(cell => cell.trim() !== '').map(normaliseHeader)
    return this.#inspection.tables?.find(
      ({ columns }) => columns.filter(Boolean).map(normaliseHeader).join('\n') === shape.join('\n'),
    )?.number
  }
}

/** Nothing stands beside the heading but the parts of its name. */
const isAlone = (cells: readonly string[], account: string): boolean =>
  cells.every(
    cell =>
      saysNothing(cell) ||
      cell.trim().endsWith(':') ||
      account.includes(cell.trim()) ||
      cell.includes(account),
  )
