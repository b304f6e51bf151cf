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
export type IgnoreCode = 'other-table' | 'blank' | 'repeated-header' | 'total' | 'balance' | 'note'

export type Outcome =
  | { kind: 'load' }
  | { kind: 'ignored'; code: IgnoreCode; reason: string }
  /** A statement format brings codes and sentences of its own. */
  | { kind: 'rejected'; code: string; reason: string; column?: string; value?: string }

export const LOAD: Outcome = { kind: 'load' }

export function ignored(code: IgnoreCode): Outcome {
  return { kind: 'ignored', code, reason: say().ignored[code] }
}

/** The sentence for a row that is rejected: what is wrong, in which column, and what to do. */
export function rejected(code: RejectCode, column?: string, value?: string): Outcome {
  const shown = value === undefined ? '' : say().quoted(value.trim().slice(0, 60))
  const spoken = column !== undefined && UNNAMED.test(column) ? columnWord(column) : column
  const reason = say().rejected[code](spoken, shown)
  return { kind: 'rejected', code, reason, column, value: value?.slice(0, 200) }
}
