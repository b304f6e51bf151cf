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
  | 'record-too-long'
export type IgnoreCode = 'blank' | 'repeated-header' | 'total' | 'balance' | 'note'

export type Outcome =
  | { kind: 'load' }
  | { kind: 'ignored'; code: IgnoreCode; reason: string }
  /** A statement format brings codes and sentences of its own. */
  | { kind: 'rejected'; code: string; reason: string; column?: string; value?: string }

export const LOAD: Outcome = { kind: 'load' }

export function ignored(code: IgnoreCode): Outcome {
  return { kind: 'ignored', code, reason: IGNORED[code] }
}

const IGNORED: Readonly<Record<IgnoreCode, string>> = {
  blank: 'The row is blank.',
  'repeated-header': 'The row repeats the header.',
  total: 'The row is a total of the rows above it, not an entry.',
  balance: 'The row states a balance, not an entry.',
  note: 'The row has neither a date nor an amount: it is a heading or a note.',
}

/** The sentence for a row that is rejected: what is wrong, in which column, and what to do. */
export function rejected(code: RejectCode, column?: string, value?: string): Outcome {
  const shown = value === undefined ? '' : `“${value.trim().slice(0, 60)}”`
  const reasons: Record<RejectCode, string> = {
    'missing-date': `${column ?? 'The date'} is blank. Give the row a date and import it again.`,
    'bad-date': `${shown} in ${column} is not a date in this column's style. Correct it and import the row again.`,
    'missing-amount': `${column ?? 'The amount'} is blank. Give the row an amount and import it again.`,
    'bad-amount': `${shown} in ${column} is not an amount in this column's style. Correct it and import the row again.`,
    'other-currency': `${shown} in ${column} is in another currency than its row. Choose the file's currency, or give it a column of currencies, and import the row again.`,
    'both-sides': `The row has a debit and a credit, ${shown} in ${column}. Write each on a row of its own and import them again.`,
    'too-many-decimals': `${shown} in ${column} has more decimals than the currency. Round it in the source and import the row again.`,
    'amount-too-large': `${shown} in ${column} is too large to add up exactly. Split it or correct it.`,
    'too-many-fields': `The row has more fields than the header, and it cannot be told which belong together. Put quotes round the text that holds the delimiter.`,
    'too-few-fields': `The row has fewer fields than the header, and its values do not fit their columns. Complete the row and import it again.`,
    'open-quote':
      'A quotation mark is opened and never closed. Close it or double it and import the row again.',
    'record-too-long': 'The row is longer than 1,048,576 characters. It is not a record of this table.',
  }
  return { kind: 'rejected', code, reason: reasons[code], column, value: value?.slice(0, 200) }
}
