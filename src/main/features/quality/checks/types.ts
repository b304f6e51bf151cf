import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import type { TextField } from '../../../../shared/contract/quality.ts'

/** The entries that are checked, one element an entry, in the order of their ids. */
export interface CheckColumns {
  count: number
  /** Days since 1970-01-01. */
  days: Int32Array
  /** Minor units of each entry's own currency. */
  amounts: Float64Array
  /** Minor units of the base currency; NaN where there is no rate. */
  baseAmounts: Float64Array
  /** By dimension: a code an entry, and the member's key by code; 0 is none. */
  dimensions: Record<string, { codes: Int32Array; keys: readonly string[] }>
  /** Codes of categories that are offered no longer. */
  archivedCategories: ReadonlySet<number>
  today: number
  fiscal: Fiscal
}

export interface Outcome {
  unit: 'entries' | 'documents' | 'members'
  checked: number
  failed: number
  /** Failing entries by their place in the columns, ascending. */
  rows: number[]
  /** Less than half of what was checked passed, where that says that the rule does not fit the data. */
  unusual?: boolean
  /** What was found, where the entry alone does not show it. */
  foundAt?(row: number): string
}

/** A rule at work. Texts come in blocks, so that a million of them need not lie in memory at once. */
export interface Check {
  readonly dimensions: readonly string[]
  readonly texts: readonly TextField[]
  /** How often it must see all entries. */
  readonly passes: 1 | 2
  start(columns: CheckColumns): void
  /** Entries `from` to `to` − 1, in order. `texts`: a list for each of `texts`, its first element that of entry `from`. */
  block(from: number, to: number, texts: readonly (readonly string[])[]): void
  /** Between the first pass and the second. */
  again?(): void
  end(): Outcome
}
