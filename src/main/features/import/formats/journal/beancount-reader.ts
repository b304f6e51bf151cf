import { dayBefore } from '../common/dates.ts'
import { negate, plain, subtract, ZERO, type Decimal } from '../common/decimal.ts'
import type { Line } from '../common/lines.ts'
import type { StatementEvent } from '../statement.ts'
import { AccountTypes } from './accounts.ts'
import { balanced, inferredTolerance } from './balance.ts'
import {
  accountAt,
  amountAt,
  beancountDate,
  opensString,
  readPosting,
  readTransaction,
  withoutComment,
} from './beancount-lines.ts'
import { Documents, problemOf, recordOf } from './emit.ts'
import { Pads } from './pads.ts'
import { DailyTotals } from './totals.ts'
import { emptyPosting, emptyTransaction, type Failure, type Posting, type Transaction } from './types.ts'
import { say } from './messages.ts'

const ROOTS = {
  name_assets: 'asset',
  name_liabilities: 'liability',
  name_equity: 'equity',
  name_income: 'revenue',
  name_expenses: 'expense',
} as const
const QUIET = new Set(['open', 'close', 'commodity', 'note', 'document', 'price', 'event', 'query', 'custom'])
const MAX_POSTINGS = 5000
/** A string that goes on over lines ends within these, or its quote was left open by mistake. */
const MAX_STRING_LINES = 64

/** Lines in, events out. */
export class BeancountReader {
  readonly #types = new AccountTypes()
  readonly #documents = new Documents()
  readonly #totals = new DailyTotals()
  readonly #pads = new Pads()
  #tags: string[] = []
  #open: Transaction | undefined
  #failure: Failure | undefined
  /** Lines of a string that is not closed yet. */
  #string: Line[] = [];

  *push(line: Line): Generator<StatementEvent> {
    if (line.tooLong) {
      yield* this.#finish()
      yield problemOf(
        { line: line.line, raw: line.text },
        {
          code: 'line-too-long',
          message: say().longLine,
        },
      )
      return
    }
    const waiting = this.#string
    if (waiting.length === 0 && !opensString(line.text)) return yield* this.#line(line.text, line.line)
    waiting.push(line)
    const closes = waiting.length > 1 && opensString(line.text)
    if (closes) {
      this.#string = []
      yield* this.#line(waiting.map(one => one.text).join('\n'), waiting[0]?.line ?? line.line)
    } else if (
      waiting.length > MAX_STRING_LINES ||
      (waiting.length > 1 && /^\d{4}-\d\d-\d\d\s/.test(line.text))
    )
      yield* this.#unclosed()
  }

  *end(): Generator<StatementEvent> {
    if (this.#string.length > 0) yield* this.#unclosed()
    yield* this.#finish()
    for (const pad of this.#pads.left()) {
      const message = say().padWithoutBalance(pad.account)
      yield { kind: 'note', line: pad.line, raw: pad.raw, code: 'pad-unused', message }
    }
  }

  /** The first line of an open string is a problem; the lines after it are read by themselves. */
  *#unclosed(): Generator<StatementEvent> {
    const [first, ...others] = this.#string
    this.#string = []
    if (!first) return
    const failure = {
      code: 'open-quote',
      message: say().openQuote(first.line),
    }
    if (/^\s/.test(first.text) && this.#open) this.#failure ??= failure
    else {
      yield* this.#finish()
      this.#failure = failure
      this.#open = emptyTransaction(first.line, first.text)
    }
    for (const other of others) yield* this.#line(other.text, other.line)
  }

  *#line(text: string, line: number): Generator<StatementEvent> {
    const body = withoutComment(text).trimEnd()
    if (/^[ \t]/.test(text)) {
      if (body.trim() !== '' && this.#open) this.#indented(body, text, line)
      return
    }
    if (body === '' && text !== '') return
    yield* this.#finish()
    if (body === '' || /^[*:#!%]/.test(text)) return
    const found = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s+(\S+)\s*(.*)$/s.exec(body)
    if (found) yield* this.#dated(found[1] ?? '', found[2] ?? '', found[3] ?? '', { line, raw: text })
    else yield* this.#undated(body, { line, raw: text })
  }

  *#dated(
    day: string,
    word: string,
    rest: string,
    at: { line: number; raw: string },
  ): Generator<StatementEvent> {
    const date = beancountDate(day)
    if (date === undefined) {
      this.#failure = {
        code: 'date-unreadable',
        message: say().noSuchDay(day),
      }
      this.#open = emptyTransaction(at.line, at.raw)
      return
    }
    if (QUIET.has(word)) return
    if (word === 'balance') return yield* this.#balance(date, rest, at)
    if (word === 'pad') {
      const [account, source] = rest.trim().split(/\s+/)
      if (accountAt(account ?? '') && accountAt(source ?? ''))
        this.#pads.add({ ...at, date, account: account ?? '', source: source ?? '' })
      else
        yield problemOf(at, {
          code: 'pad-unreadable',
          message: say().padAccounts,
        })
      return
    }
    if (word === 'txn' || /^[*!&#?%PSTCURM]$/.test(word) || /^[*!]"/.test(word)) {
      const flag = word.length > 1 && word !== 'txn' ? word.slice(0, 1) : word
      this.#open = readTransaction(
        flag === word ? rest : `${word.slice(1)} ${rest}`,
        { ...at, date, flag },
        this.#tags,
      )
      return
    }
    yield problemOf(at, {
      code: 'line-unknown',
      message: say().unknownDirective(word.slice(0, 40)),
    })
  }

  *#undated(body: string, at: { line: number; raw: string }): Generator<StatementEvent> {
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(body) ?? []
    const option = /^"([^"]*)"\s+"([^"]*)"/.exec(rest)
    switch (word) {
      case 'option': {
        const root = Object.entries(ROOTS).find(([name]) => name === option?.[1])
        if (root && option?.[2]) this.#types.rename(option[2], root[1])
        return
      }
      case 'pushtag':
        if (this.#tags.length < 100) this.#tags.push(rest.replace('#', '').trim())
        return
      case 'poptag':
        this.#tags = this.#tags.filter(tag => tag !== rest.replace('#', '').trim())
        return
      case 'plugin':
      case 'pushmeta':
      case 'popmeta':
        return
      case 'include': {
        const message = say().includes(rest.slice(0, 200))
        yield problemOf(at, { code: 'include', message })
        return
      }
      default:
        yield problemOf(at, {
          code: 'line-unknown',
          message: say().unknownLine(body.slice(0, 80)),
        })
    }
  }

  #indented(body: string, raw: string, line: number): void {
    const open = this.#open
    if (!open) return
    open.raw += open.raw.length < 65_536 ? `\n${raw}` : ''
    if (this.#failure) return
    const meta = /^\s+([a-z][\w-]*):(?:\s+(.*))?$/s.exec(body)
    const target = open.postings.at(-1) ?? open
    if (meta) {
      target.extra[`meta.${meta[1] ?? ''}`] = (meta[2] ?? '').trim().replaceAll(/^"|"$/g, '')
      return
    }
    // Tags and links may follow on lines of their own.
    if (/^\s+[#^]\S/.test(body)) return
    const posting = readPosting(body, line, raw)
    if (posting === undefined)
      this.#failure = {
        code: 'posting-unreadable',
        message: say().noPosting(line, body.trim().slice(0, 80)),
      }
    else if ('message' in posting) this.#failure = posting
    else open.postings.push(posting)
    if (open.postings.length > MAX_POSTINGS)
      this.#failure = {
        code: 'too-many-postings',
        message: say().tooManyPostings(MAX_POSTINGS),
      }
  }

  *#finish(): Generator<StatementEvent> {
    const open = this.#open
    const failure = this.#failure
    this.#open = undefined
    this.#failure = undefined
    if (!open) return
    const postings = failure ?? balanced(open, inferredTolerance, false)
    if (!Array.isArray(postings)) yield problemOf(open, postings)
    else yield* this.#records(open, postings)
  }

  *#records(open: Transaction, postings: readonly Posting[]): Generator<StatementEvent> {
    if (postings.length === 0) {
      yield {
        kind: 'note',
        line: open.line,
        raw: open.raw.slice(0, 4096),
        code: 'no-postings',
        message: say().noPostings,
      }
      return
    }
    const document = this.#documents.next(open.date)
    for (const posting of postings) {
      const { amount } = posting
      if (!amount) continue
      const late = this.#pads.spoilt(posting.account, amount.commodity, open.date)
      if (late)
        yield problemOf(
          { line: posting.line, raw: posting.raw },
          {
            code: 'pad-order',
            message: say().latePosting(late.account),
          },
        )
      this.#totals.add(posting.account, amount.commodity, open.date, amount.quantity)
      yield recordOf(open, posting, amount, document, this.#types)
    }
  }

  /** '2024-02-01 balance Assets:Cash  100 ~ 0.01 USD': of the day's beginning, so the balance of the day before. */
  *#balance(date: string, rest: string, at: { line: number; raw: string }): Generator<StatementEvent> {
    const account = accountAt(rest)
    const read =
      account === undefined
        ? undefined
        : amountAt(
            rest
              .slice(account.length)
              .replace(/~\s*[\d.,]+/, '')
              .trim(),
          )
    if (account === undefined || !read?.quantity || read.commodity === '') {
      yield problemOf(at, {
        code: 'balance-unreadable',
        message: say().badBalance,
      })
      return
    }
    const { quantity, commodity } = read
    const pad = this.#pads.take(account, commodity, date)
    const difference = pad ? subtract(quantity, this.#totals.at(account, commodity, date, false, true)) : ZERO
    if (pad && difference.units !== 0n) {
      const header = {
        ...emptyTransaction(pad.line, pad.raw),
        date: pad.date,
        valueDate: pad.date,
        status: 'P',
        description: `Padding for the balance of ${date}`,
      }
      const one = (name: string, amount: Decimal): Posting => ({
        ...emptyPosting(pad.line, pad.raw, name),
        amount: { quantity: amount, commodity },
      })
      yield* this.#records(header, [one(account, difference), one(pad.source, negate(difference))])
    }
    if (pad) this.#pads.used(pad, commodity, date)
    const event = { kind: 'balance', line: at.line, account, currency: commodity, at: 'assertion' } as const
    yield { ...event, date: dayBefore(date), amount: plain(quantity) }
  }
}
