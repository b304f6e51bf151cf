import type { StatementBalance, StatementTotal } from '../statement.ts'

/** Records of one piece of the file, in its order. */
export interface Block {
  /** How many records there are. */
  readonly count: number
  readonly rows: string[][]
  /** Physical line (from 1) on which each record begins. */
  readonly lines: number[]
  /** What is no record: a quote never closed, a line longer than the cap; a statement's record that cannot be read. */
  readonly broken: Broken[]
  /** What is to be known of records that were read all the same. */
  readonly notes?: readonly { line: number; code: string; message: string }[]
  /** What the file states of itself between its records: balances and totals. */
  readonly marks?: readonly Mark[]
  /** By column, what a workbook shows beside a record's numbers without its being in their cells. */
  units?(index: number): readonly (string | undefined)[] | undefined
  row(index: number): string[]
  line(index: number): number
  /** A record's text as it stands in the file, without its line end. */
  raw(index: number): string
}

export interface Broken {
  line: number
  /** 'open-quote', 'record-too-long', or a statement format's own, which brings its sentence. */
  code: string
  raw: string
  reason?: string
}

export interface Mark {
  /** Index of the record before which it stands. */
  before: number
  event: StatementBalance | StatementTotal
}
