import type { Total } from '../../../shared/money/minor.ts'
import type { Measure } from '../../../shared/query/query.ts'

/** One group key: codes of a column, turned by `through` where it is given (index: code − `first`), plus `shift`. */
export interface KeySource {
  column: string
  through: Int32Array | undefined
  first: number
  shift: number
  /** Codes after turning and shifting are 0 … size − 1. */
  size: number
  /** Where given, keys of this name have the same codes, and widgets that share a selection share them. */
  name?: string
}

export type AmountColumn = 'amount' | 'base_amount'

/** The selected entries sorted into groups, numbered 0 … groups − 1. */
export interface Grouping {
  groups: number
  /** The group of each entry, for figures that need the entries one by one; undefined where all are one group. */
  readonly ids: Int32Array | undefined
  readonly counts: Uint32Array
  /** Combined code of each group, ((k₀ × size₁) + k₁) × size₂ + k₂; undefined where it is the group's number. */
  codes: Float64Array | undefined
  /** Plain sums by group: exact only where `figures` has made sure that they can be. */
  sums(column: AmountColumn): Float64Array
}

/** Figures of one amount column by group. */
export interface Figures {
  /** Entries with a value. */
  counts: Uint32Array
  sum: (group: number) => Total
  /** The sums as they lie, where each is a plain number. */
  sums?: Float64Array
  /** NaN where the group has no value. Only where asked for. */
  min: Float64Array | undefined
  max: Float64Array | undefined
}

/** A measure's value by group number; −1 is a group without entries. */
export type Values = (group: number) => Total | null

/**
 * Entries that lie elsewhere, in a warehouse: it groups them and adds them up, and only groups come back. What reads entries one by one
 * (a selection's `parts`, a grouping's `ids`) finds none.
 */
export interface There {
  group(keys: readonly KeySource[]): Grouping
  figures(grouping: Grouping, column: AmountColumn, abs: boolean, extremes: boolean): Figures
  measures(grouping: Grouping, measures: readonly Measure[]): Values[]
}
