/**
 * What a parser of bank statements and journals gives: records, balances and problems in the file's order. Everything is text as the
 * file says it, put into one form: dates ISO (yyyy-mm-dd), amounts plain decimals with a full stop and a leading minus for money out.
 * Parsers never throw on bad content: they say what is wrong with a record, with its line, and go on.
 */
export interface StatementRecord {
  kind: 'record'
  /** Physical line of the file (from 1) on which the record begins. */
  line: number
  /** The record's text as it stands in the file. */
  raw: string
  /** Booking date. */
  date: string
  valueDate: string
  /** Signed: money in is positive, money out negative. In a journal: a debit is positive. */
  amount: string
  /** ISO 4217, or a commodity's name in a journal; '' where the file says none. */
  currency: string
  /** Account that the record belongs to: IBAN or number, name where there is no number. */
  account: string
  payee: string
  /** Purpose, memo, remittance text. */
  description: string
  /** The bank's own id of the movement (FITID, AcctSvcrRef, …): '' where it has none. Makes duplicates certain. */
  bankReference: string
  /** End-to-end id, cheque number, customer's reference. */
  reference: string
  /** Category or contra account (QIF's L, a journal has none: its postings are records of their own). */
  category: string
  /** Kind of movement: 'DEBIT', 'NTRF', 'PMNT/RCDT/ESCT' … */
  type: string
  /** Links the postings of one journal transaction or the parts of one split: '' for a movement on its own. */
  document: string
  /** Counter account (IBAN), status, quantity, tags … by name; kept as text. */
  extra: Record<string, string>
}

/** What the file itself states about an account at a date: held against the records. */
export interface StatementBalance {
  kind: 'balance'
  line: number
  account: string
  currency: string
  at: 'opening' | 'closing' | 'available' | 'interim-opening' | 'interim-closing' | 'assertion'
  date: string
  amount: string
}

/** Totals that the file states of its own records (CAMT's TxsSummry, MT942's 90C/90D). `sum` is the sum of absolute amounts. */
export interface StatementTotal {
  kind: 'total'
  line: number
  account: string
  of: 'credits' | 'debits' | 'all'
  count?: number
  sum?: string
}

/** A record that cannot be read: kept with its text, never dropped. */
export interface StatementProblem {
  kind: 'problem'
  line: number
  raw: string
  code: string
  /** One sentence: what is wrong, in which field, what to do. */
  message: string
  /** True where the whole file cannot be trusted (not the format that it says, cut off before its first record). */
  fatal?: boolean
}

/**
 * What a person should know of something that was read all the same: no record is missing because of it, so it is never counted as a
 * rejected one. (Parts of a split that do not sum to it; a list of categories that holds no movements; a second header.)
 */
export interface StatementNote {
  kind: 'note'
  line: number
  raw: string
  code: string
  message: string
}

/**
 * What the whole file leaves open, such as the order of day and month. Emitted once, at the latest at the end, unless `answers` has its
 * id. The records of a run with an open question are read by the first choice: good for a preview, never to be loaded.
 */
export interface StatementQuestion {
  kind: 'question'
  /** 'date-order', 'decimal-mark': stable, for catalogues and command-line options. */
  id: string
  /** One sentence, with a text of the file that can be read both ways. */
  text: string
  /** Where the first such text stands. */
  line: number
  raw: string
  /** At least two. `id` is what the answer says ('dmy', 'mdy', …), `example` the text above read that way. */
  choices: readonly { id: string; label: string; example: string }[]
}

export type StatementEvent =
  | StatementRecord
  | StatementBalance
  | StatementTotal
  | StatementProblem
  | StatementNote
  | StatementQuestion

/** Answers to questions by id; one that names no choice counts as not given. */
export type StatementAnswers = Readonly<Record<string, string>>

/** One folder `formats/<fmt>/` exports one of these. */
export interface StatementFormat {
  /** 'ofx', 'qif', 'mt940', 'camt', 'ledger' … */
  readonly id: string
  readonly label: string
  /** Which profile the records speak for: journals carry debits and credits of all accounts. */
  readonly profile: 'personal' | 'ledger'
  /** By content alone, from the first 64 KB: 0 is no, 1 is certain. Never by the file's name. */
  sniff(head: Uint8Array): number
  /**
   * Reads pieces of bytes as they come (any split, also within a character) and yields events in the file's order. Streams: holds no more
   * than a record. Hostile input ends in problems, never in a throw, an endless loop or quadratic time.
   */
  parse(
    bytes: AsyncIterable<Uint8Array>,
    answers?: StatementAnswers,
  ): AsyncGenerator<StatementEvent, void, undefined>
}
