import { amountClass } from '../mapping/amount-names.ts'
import { fieldOfHeader } from '../mapping/synonyms.ts'
import { numberParts } from '../money/style.ts'
import { saysNothing, statesBalance } from './blank.ts'
import { ignored, rejected, type Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'

const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'debit', 'credit'])

/** True for a row of names of which one is a date's and one an amount's: the header of a table of entries. */
export function namesEntries(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => !saysNothing(cell))
  if (filled.length < 3 || filled.some(cell => cell.length > 60 || numberParts(cell) !== undefined))
    return false
  const fields = filled.map(cell => fieldOfHeader(cell)?.field ?? '')
  return (
    fields.includes('date') &&
    (fields.some(field => AMOUNTS.has(field)) || filled.some(cell => amountClass(cell) !== undefined))
  )
}

const DIGITS = /\d\d/

/** A glance that costs little on the rows of entries: those have digits in their first cells. */
export const mayNameEntries = (cells: readonly string[]): boolean =>
  cells.length > 2 && !cells.some(cell => DIGITS.test(cell))

/**
 * Finds where another table begins under the one that is read: a bank's file of all accounts has one for each, and their columns
 * differ. Read by the first table's columns their rows would be other entries than they are, so that they are rejected.
 */
export class OtherTables {
  isElsewhere = false
  readonly #plan: Plan
  readonly #key: readonly number[]

  constructor(plan: Plan) {
    this.#plan = plan
    this.#key = [plan.date?.column ?? -1, plan.amount, plan.debit, plan.credit].filter(c => c >= 0)
  }

  /** Called for rows that could not be read, and for all rows once another table has begun. */
  read(cells: readonly string[]): Outcome | undefined {
    if (this.#isOwnHeader(cells)) {
      this.isElsewhere = false
      return ignored('repeated-header')
    }
    if (namesEntries(cells)) {
      this.isElsewhere = true
      return ignored('other-table')
    }
    if (!this.isElsewhere) return this.#repeatsHeader(cells) ? ignored('repeated-header') : undefined
    if (cells.every(saysNothing)) return ignored('blank')
    if (cells.some(statesBalance)) return ignored('balance')
    return cells.some(cell => /\d/.test(cell)) ? rejected('other-table') : ignored('note')
  }

  /** The columns that the entry rests on stand where they stood. */
  #isOwnHeader(cells: readonly string[]): boolean {
    const { names } = this.#plan
    const isSame = (c: number): boolean => cells[c]?.trim().toLowerCase() === names[c]?.toLowerCase()
    return this.#key.length > 0 && this.#key.every(isSame)
  }

  #repeatsHeader(cells: readonly string[]): boolean {
    const { names } = this.#plan
    let same = 0
    let filled = 0
    for (const [i, cell] of cells.entries()) {
      if (saysNothing(cell)) continue
      filled++
      if (cell.trim().toLowerCase() === names[i]?.toLowerCase()) same++
    }
    return filled >= 2 && same * 2 > filled
  }
}
