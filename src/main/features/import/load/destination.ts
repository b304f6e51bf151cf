import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import { parseIsoDate, type Day } from '../../../../shared/calendar/day.ts'
import type { Lender } from '../lender.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { Outcome } from '../analysis/rows/outcome.ts'
import type { AccountDetailRow, RowChunk } from './chunk.ts'
import type { Match, WeakRows } from './likely.ts'

/** A row that did not load, or that the preview shows. */
export interface SeenRow {
  line: number
  cells: readonly string[]
  outcome: Outcome
  raw: string
}

/** Where rows go: to the writer, or to the reader that only says which are known. */
export interface Destination {
  /** Hands a chunk over; the answer comes later, through `Run.answered`. */
  send(chunk: RowChunk, accounts: AccountDetailRow[]): Promise<void>
  /** A row that is not loaded. */
  unloaded(row: SeenRow): void
  /** A row that is, unless it turns out to be there already; told of the first `FIRST_ROWS` at least. */
  loading?(row: { line: number; cells: readonly string[]; normaliser: Normaliser }): void
  /** Rows that were there already, once the answer has come; with the entry of another file where it is not there to the letter. */
  duplicates(rows: DuplicateRow[]): void
  /** Rows that load though another file's entry is possibly the same movement. */
  possible?(rows: DuplicateRow[]): void
  /** Asks which rows other files have brought; absent where none can have. */
  likely?(rows: WeakRows): Promise<Match[]>
  /** Every record of a file that lines do not lead back to. */
  record?(line: number, raw: string, cells: readonly string[]): void
  note?(note: { line: number; code: string; message: string }): void
  bytes?(bytes: Uint8Array): void
  /** Of the buffers that the file is read into. */
  lender?: Lender
  /** The file's bytes up to the line before this one are done with; `whole`: they are all that `bytes` has been given. */
  cut?(nextLine: number, whole: boolean): void
  /** Waits while the other end lags behind: a piece of which nothing loads is not sent as a chunk, and would not wait by itself. */
  keepUp?(): Promise<void>
  drain(): Promise<void>
}

export interface DuplicateRow {
  line: number
  raw: string
  cells: readonly string[]
  match?: Match
}

export interface RunOptions {
  fiscal: Fiscal
  fixedDay: Day | undefined
  /** Lines to load though they look like duplicates. */
  loadDuplicates: ReadonlySet<number>
  /** Lines to leave out though they do not. */
  skipRows?: ReadonlySet<number>
  /** What becomes of rows that another file has probably brought. */
  duplicates?: 'certain' | 'skip' | 'load'
}

/** The one day for all rows that the user gave as answer to "which date". */
export function fixedDayOf(answers: Readonly<Record<string, string>>): Day | undefined {
  const answer = answers['date']
  return answer === undefined ? undefined : parseIsoDate(answer)
}

/** Plainly loaded rows that a preview shows. */
export const FIRST_ROWS = 100
