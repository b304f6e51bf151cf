import { columnWord } from '../mapping/headers.ts'
import { say } from '../messages.ts'

const UNNAMED = /^Column \d+$/

/** Why a row was not loaded, for programs. */
export type RejectCode =
  | 'missing-date'
  | 'bad-date'
  | 'missing-amount'
  | 'bad-amount'
  | 'other-currency'
  | 'both-sides'
  | 'too-many-decimals'
  | 'amount-too-large'
  | 'too-many-fields'
  | 'too-few-fields'
  | 'open-quote'
  | 'not-booked'
  | 'record-too-long'
  | 'other-table'
export type IgnoreCode =
  | 'other-table'
  | 'blank'
  | 'repeated-header'
  | 'total'
  | 'balance'
  | 'note'
  | 'heading'

export type Outcome =
  | { kind: 'load' }
  | { kind: 'ignored'; code: IgnoreCode; reason: string }
  /** A statement format brings codes and sentences of its own. */
  | { kind: 'rejected'; code: string; reason: string; column?: string; value?: string }

export const LOAD: Outcome = { kind: 'load' }

export function ignored(code: Exclude<IgnoreCode, 'heading'>): Outcome {
  return { kind: 'ignored', code, reason: say().ignored[code] }
}

/** The heading of a section, whose rows are that account's. */
export const heading = (account: string): Outcome => ({
  kind: 'ignored',
  code: 'heading',
  reason: say().heading(say().quoted(account)),
})

/** A row of another table than the one that is read; `line` of its header, and its number where it can be chosen by one. */
export const inOtherTable = (line: number, number: number | undefined, isSheet: boolean): Outcome => ({
  kind: 'rejected',
  code: 'other-table',
  reason: isSheet ? say().inOtherRange(line) : say().inOtherTable(line, number),
})

/** The sentence for a row that is rejected: what is wrong, in which column, and what to do. */
export function rejected(code: RejectCode, column?: string, value?: string): Outcome {
  const shown = value === undefined ? '' : say().quoted(value.trim().slice(0, 60))
  const spoken = column !== undefined && UNNAMED.test(column) ? columnWord(column) : column
  const reason = say().rejected[code](spoken, shown)
  return { kind: 'rejected', code, reason, column, value: value?.slice(0, 200) }
}
