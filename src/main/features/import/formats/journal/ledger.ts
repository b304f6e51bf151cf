import { subtract, ZERO, type Decimal } from '../common/decimal.ts'
import { headText, readLines, type Line } from '../common/lines.ts'
import type { StatementEvent, StatementFormat } from '../statement.ts'
import { TextReader } from '../text/decode.ts'
import { encodingNotes } from '../text/notes.ts'
import { NumberReader } from '../text/number.ts'
import { numberQuestion } from '../text/question.ts'
import { AccountTypes } from './accounts.ts'
import type { AmountStyle } from './amounts.ts'
import { balanced } from './balance.ts'
import { assertionOf, Documents, nothing, problemOf, recordOf } from './emit.ts'
import { Directives } from './ledger-directives.ts'
import { addComment, readHeader, readPosting } from './ledger-lines.ts'
import { DailyTotals } from './totals.ts'
import type { Failure, Posting, Transaction } from './types.ts'
import { say } from './messages.ts'

const MAX_POSTINGS = 5000
const YEAR = /(?:^|[\r\n])[!@]?(?:Y ?|year |apply year |default-year )\d{4}[ \t]*(?:[\r\n]|$)/
const SHORT = /[\r\n]\d{1,2}[-/.]\d{1,2}(?:=\S+)?[ \t][^\r\n]*(?:\r\n|\r|\n)[ \t]+[^\s;]/

/** Journals of ledger and hledger. */
export const ledger: StatementFormat = {
  id: 'ledger',
  label: 'ledger / hledger',
  profile: 'ledger',

  sniff(head) {
    const text = headText(head)
    const transaction =
      /(?:^|[\r\n])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=\S+)?(?:[ \t][^\r\n]*)?(?:\r\n|\r|\n)(?:[ \t]+;[^\r\n]*(?:\r\n|\r|\n))*[ \t]+[^\s;]/
    // '01/15' under a year that the journal sets.
    if (!transaction.test(text) && !(YEAR.test(text) && SHORT.test(text)))
      return /(?:^|[\r\n])(?:commodity|account|include|alias)[ \t]+\S/.test(text) ? 0.4 : 0
    return /[\r\n][ \t]+\S[^\r\n]*?(?: {2}|\t)[ \t]*\S/.test(text) ? 0.9 : 0.6
  },

  async *parse(bytes, answers): AsyncGenerator<StatementEvent, void, undefined> {
    const numbers = new NumberReader(answers?.['decimal-mark'])
    const reader = new LedgerReader(numbers)
    const text = new TextReader()
    let events = 0
    for await (const lines of readLines(bytes, text))
      for (const line of lines)
        for (const event of reader.push(line)) {
          if (event.kind !== 'note') events++
          yield event
        }
    for (const event of reader.end()) {
      if (event.kind !== 'note') events++
      yield event
    }
    yield* encodingNotes(text.seen)
    if (numbers.open) yield numberQuestion(numbers.open)
    if (events === 0) yield nothing('ledger or hledger')
  },
}

class LedgerReader {
  readonly #style: AmountStyle
  readonly #types = new AccountTypes()
  readonly #directives: Directives
  readonly #documents = new Documents()
  readonly #totals = new DailyTotals()
  readonly #latest = new Map<string, string>()
  readonly #places = new Map<string, number>()
  #open: Transaction | undefined
  #failure: Failure | undefined
  /** 'comment', 'test': until its end; 'rule': indented lines of ~ and =. */
  #skipping: '' | 'comment' | 'test' | 'rule' = ''

  constructor(numbers: NumberReader) {
    this.#style = { numbers, commodity: '' }
    this.#directives = new Directives(this.#style, this.#types)
  }

  *push({ text, line, tooLong }: Line): Generator<StatementEvent> {
    if (tooLong) {
      yield* this.#finish()
      yield problemOf(
        { line, raw: text },
        {
          code: 'line-too-long',
          message: say().longLine,
        },
      )
      return
    }
    if (this.#skipping === 'comment' || this.#skipping === 'test') {
      if (new RegExp(`^end\\s+${this.#skipping}\\s*$`).test(text)) this.#skipping = ''
      return
    }
    if (text.trim() === '') return yield* this.#finish()
    if (/^[ \t\u00a0]/.test(text)) return yield* this.#indented(text, line)
    yield* this.#finish()
    yield* this.#beginning(text, line)
  }

  *end(): Generator<StatementEvent> {
    yield* this.#finish()
  }

  *#beginning(text: string, line: number): Generator<StatementEvent> {
    if (/^[;#*%|]/.test(text)) return
    const at = { line, raw: text }
    if (/^\d/.test(text)) {
      const header = readHeader(text, line, this.#directives.year)
      if ('code' in header && 'message' in header) {
        this.#failure = header
        this.#open = {
          ...at,
          date: '',
          valueDate: '',
          status: '',
          code: '',
          payee: '',
          description: '',
          extra: {},
          postings: [],
        }
      } else this.#open = header
      return
    }
    if (/^[~=]/.test(text)) {
      this.#skipping = 'rule'
      const what = text.startsWith('~') ? say().periodic : say().automated
      yield {
        kind: 'note',
        ...at,
        code: 'rule',
        message: say().notEntered(what),
      }
      return
    }
    if (/^comment\s*$/.test(text)) this.#skipping = 'comment'
    else if (/^test(?:\s|$)/.test(text)) this.#skipping = 'test'
    else if (/^decimal-mark\s+[.,]/.test(text)) this.#style.numbers.observe(/,/.test(text) ? '0,5' : '0.5')
    else yield* this.#directives.read(text, line)
  }

  *#indented(text: string, line: number): Generator<StatementEvent> {
    const open = this.#open
    if (!open) {
      if (this.#skipping !== 'rule') this.#directives.readBelow(text)
      return
    }
    open.raw += open.raw.length < 65_536 ? `\n${text}` : ''
    const body = text.trim()
    if (/^[;#]/.test(body)) {
      const target = open.postings.at(-1) ?? open
      addComment(target.extra, body.replace(/^[;#]+/, '').trim())
      return
    }
    if (this.#failure) return
    const posting = readPosting(text, line, this.#style, this.#directives.rename)
    if ('message' in posting) this.#failure = posting
    else open.postings.push(posting)
    if (open.postings.length > MAX_POSTINGS)
      this.#failure = {
        code: 'too-many-postings',
        message: say().tooManyPostings(MAX_POSTINGS),
      }
    yield* []
  }

  *#finish(): Generator<StatementEvent> {
    if (this.#skipping === 'rule') this.#skipping = ''
    const open = this.#open
    if (!open) return
    this.#balanceByBucket(open)
    const failure = this.#failure ?? this.#assign(open)
    this.#open = undefined
    this.#failure = undefined
    if (failure) {
      yield problemOf(open, failure)
      return
    }
    const postings = balanced(open, (commodity, members) => this.#tolerance(commodity, members), true)
    if (!Array.isArray(postings)) {
      yield problemOf(open, postings)
      return
    }
    const document = this.#documents.next(open.date)
    for (const posting of postings) {
      const { amount } = posting
      if (!amount) continue
      this.#totals.add(posting.account, amount.commodity, open.date, amount.quantity)
      if (open.date > (this.#latest.get(posting.account) ?? '')) this.#latest.set(posting.account, open.date)
      const tagged = /^\d{4}-\d{2}-\d{2}$/.exec(posting.extra['tag.date'] ?? '')?.[0]
      const dated =
        tagged !== undefined && !Number.isNaN(Date.parse(tagged)) ? { ...open, valueDate: tagged } : open
      yield recordOf(dated, posting, amount, document, this.#types)
      // An assertion over subaccounts too is none of this account's balance.
      if (posting.extra['assertion'] === undefined) yield* assertionOf(posting, open.date)
    }
    if (postings.length === 0)
      yield {
        kind: 'note',
        line: open.line,
        raw: open.raw.slice(0, 4096),
        code: 'no-postings',
        message: say().noPostings,
      }
  }

  /** 'bucket' and 'A' name the account that a transaction of a single posting is balanced by. */
  #balanceByBucket({ postings, line, raw }: Transaction): void {
    const { bucket } = this.#directives
    const [only] = postings
    if (bucket === undefined || postings.length !== 1 || !only?.amount || only.virtual !== '') return
    const posting = readPosting(bucket, line, this.#style, name => name)
    if (!('message' in posting)) postings.push({ ...posting, raw })
  }

  /** A posting without an amount but with '= X' brings its account to X. */
  #assign(open: Transaction): Failure | undefined {
    for (const [index, posting] of open.postings.entries()) {
      const { assertion } = posting
      if (posting.amount || !assertion) continue
      if ((this.#latest.get(posting.account) ?? '') > open.date || posting.extra['assertion'] !== undefined)
        return {
          code: 'assignment',
          message: say().outOfOrder(posting.line, posting.account),
        }
      const before = open.postings.slice(0, index).filter(other => other.account === posting.account)
      let balance = this.#totals.at(posting.account, assertion.commodity, open.date, true)
      for (const { amount } of before)
        if (amount?.commodity === assertion.commodity)
          balance = subtract(balance, { units: -amount.quantity.units, scale: amount.quantity.scale })
      posting.amount = { quantity: subtract(assertion.quantity, balance), commodity: assertion.commodity }
      posting.extra['computed'] = 'yes'
    }
    return undefined
  }

  /** Half of the last decimal that a commodity is written with, here or before. */
  #tolerance(commodity: string, members: readonly Posting[]): Decimal {
    let places = this.#places.get(commodity)
    for (const { amount } of members)
      if (amount?.commodity === commodity) places = Math.max(places ?? 0, amount.quantity.scale)
    if (places === undefined) return ZERO
    this.#places.set(commodity, places)
    return { units: 4_999_999n, scale: places + 7 }
  }
}
