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

export type StatementEvent = StatementRecord | StatementBalance | StatementTotal | StatementProblem

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
  parse(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StatementEvent, void, undefined>
}
