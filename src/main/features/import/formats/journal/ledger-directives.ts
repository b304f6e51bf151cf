import type { StatementEvent } from '../statement.ts'
import type { AccountTypes } from './accounts.ts'
import { observeFormat, type AmountStyle } from './amounts.ts'
import { problemOf } from './emit.ts'
import { addComment } from './ledger-lines.ts'
import { say } from './messages.ts'

// What tells nothing about movements that have happened: prices, declarations, settings of the programs.
const QUIET =
  /^(?:P|N|C|tag|payee|decimal-mark|comment|test|end|apply|capture|check|assert|define|def|expr|eval|value|python|import|--?\S+|tax|unknown)(?:\s|$)/

/** State that directives set, for the lines after them. */
export class Directives {
  year: number | undefined
  /** The account that balances a transaction of a single posting. */
  bucket: string | undefined
  readonly style: AmountStyle
  readonly #types: AccountTypes
  readonly #aliases: [string, string][] = []
  readonly #prefixes: string[] = []
  readonly #said = new Set<string>()
  /** The directive whose indented lines follow. */
  #open: { word: string; name: string } | undefined

  constructor(style: AmountStyle, types: AccountTypes) {
    this.style = style
    this.#types = types
  }

  /** Account names after 'alias' and 'apply account'. */
  rename = (account: string): string => {
    let name = account
    for (const [from, to] of this.#aliases.toReversed()) {
      if (name === from) name = to
      else if (name.startsWith(`${from}:`)) name = to + name.slice(from.length)
    }
    return this.#prefixes.length === 0 ? name : `${this.#prefixes.join(':')}:${name}`
  };

  *read(text: string, line: number): Generator<StatementEvent> {
    const [, word = '', rest = ''] = /^[!@]?(\S+)\s*(.*)$/.exec(text) ?? []
    const at = { line, raw: text }
    this.#open = undefined
    switch (word) {
      case 'include': {
        const message = say().includesQuoted(rest.slice(0, 200))
        yield problemOf(at, { code: 'include', message })
        return
      }
      case 'Y':
      case 'year':
        this.#setYear(rest)
        return
      case 'D':
        this.style.commodity = observeFormat(rest, this.style)
        return
      case 'commodity':
        this.#open = { word, name: rest }
        observeFormat(rest.replace(/;.*/, ''), this.style)
        return
      case 'account': {
        const [name = '', comment = ''] = rest.split(/ {2,}|\t|;/)
        this.#open = { word, name: this.rename(name.trim()) }
        this.#accountType(`${comment} ${rest.split(';').slice(1).join(' ')}`)
        return
      }
      case 'alias': {
        if (rest.startsWith('/')) yield* this.#once('alias-pattern', at, say().aliasPattern)
        const found = /^([^=/][^=]*)=(.+)$/.exec(rest)
        if (found && this.#aliases.length < 1000)
          this.#aliases.push([(found[1] ?? '').trim(), (found[2] ?? '').trim()])
        return
      }
      case 'apply':
        if (rest.startsWith('account ')) this.#prefixes.push(rest.slice(8).trim())
        if (rest.startsWith('year ')) this.#setYear(rest.slice(5))
        return
      case 'A':
      case 'bucket':
        this.bucket = rest === '' ? undefined : this.rename(rest.replace(/;.*/, '').trim())
        return
      case 'end':
        if (/^(?:apply(?:\s+account)?)?$/.test(rest)) this.#prefixes.pop()
        if (rest === 'aliases') this.#aliases.length = 0
        return
      default:
    }
    // 'Y2024' without a blank.
    if (/^Y\d{4}$/.test(word)) return this.#setYear(word.slice(1))
    if (/^[iIoOhb]$/.test(word) && /^\d{4}[-/.]/.test(rest)) {
      yield* this.#once('timeclock', at, say().timeclock)
      return
    }
    if (QUIET.test(text)) return
    yield problemOf(at, {
      code: 'line-unknown',
      message: say().unknownLedgerLine(text.slice(0, 80)),
    })
  }

  /** An indented line under a directive. */
  readBelow(text: string): void {
    const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(text) ?? []
    if (this.#open?.word === 'commodity' && word === 'format') observeFormat(rest, this.style)
    if (this.#open?.word === 'account' && word.startsWith(';')) this.#accountType(text.replace(/^\s*;/, ''))
    if (this.#open?.word === 'account' && word === 'alias' && this.#aliases.length < 1000)
      this.#aliases.push([rest.trim(), this.#open.name])
  }

  *#once(code: string, at: { line: number; raw: string }, message: string): Generator<StatementEvent> {
    if (this.#said.has(code)) return
    this.#said.add(code)
    yield { kind: 'note', line: at.line, raw: at.raw, code, message }
  }

  #setYear(text: string): void {
    const year = Number(/^\d{4}$/.exec(text.trim())?.[0])
    if (!Number.isNaN(year)) this.year = year
  }

  #accountType(comment: string): void {
    const extra: Record<string, string> = {}
    addComment(extra, comment.trim())
    const type = extra['tag.type']
    if (type !== undefined && this.#open) this.#types.declare(this.#open.name, type)
  }
}
