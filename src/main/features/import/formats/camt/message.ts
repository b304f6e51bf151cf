import type { StatementEvent, StatementProblem } from '../statement.ts'
import type { Node } from './node.ts'
import { StatementReader } from './reader.ts'
import type { Token } from './xml.ts'
import { say } from './messages.ts'

const STATEMENTS = new Set(['Stmt', 'Rpt', 'Ntfctn'])
const UNITS = new Set(['Id', 'Acct', 'Bal', 'TxsSummry', 'Ntry'])
const MAX_DEPTH = 64
/** Elements in a row whose tags are not closed in order, before the file is given up. */
const MOST_BROKEN = 10_000
/** The longest entry that is read, in characters: a batch of some twenty thousand payments. */
const MAX_UNIT = 33_554_432

/** An element of a statement while it is read. */
interface Unit {
  stack: Node[]
  source: string[]
  length: number
  broken: boolean
}

/** Tokens in, events out: finds the statements and builds one element of them at a time. */
export class MessageReader {
  over = false
  #stack: string[] = []
  #root = ''
  /** Whether an account message began. */
  #message = false
  #statement: StatementReader | undefined
  #statements = 0
  #unit: Unit | undefined
  #last: Token | undefined
  #saidLoose = false
  #brokenInARow = 0;

  *push(token: Token): Generator<StatementEvent> {
    if (this.over) return
    this.#last = token
    if (token.kind === 'doctype') {
      this.over = true
      yield* this.#close()
      yield problem(token, 'doctype', say().doctype, true)
      return
    }
    if (token.kind === 'damage') {
      yield* this.#cut(token, say().damaged(token.reason))
      return
    }
    if (token.kind === 'text' && token.loose && !this.#saidLoose && this.#unit) {
      this.#saidLoose = true
      const message = say().looseText
      yield { kind: 'note', line: token.line, raw: token.source.slice(0, 4096), code: 'loose-text', message }
    }
    if (this.#unit) yield* this.#inUnit(this.#unit, token)
    else yield* this.#outside(token)
  }

  *end(): Generator<StatementEvent> {
    if (this.over) return
    if (this.#last && this.#stack.length > 0 && this.#statements > 0) {
      yield* this.#cut(this.#last, say().cutOff(this.#stack.at(-1) ?? ''))
    } else yield* this.#close()
    if (this.#statements > 0) return
    const root = this.#message
      ? say().headerOnly
      : this.#root === ''
        ? say().noElement
        : say().otherXml(this.#root)
    const message = say().noStatement(root)
    yield problem({ line: 1, source: this.#root || '(empty)' }, 'no-statement', message, true)
  }

  *#outside(token: Token): Generator<StatementEvent> {
    if (token.kind === 'open' || token.kind === 'empty') {
      if (this.#root === '') this.#root = token.name
      const parent = this.#stack.at(-1) ?? ''
      const inStatement = STATEMENTS.has(parent) && this.#statement !== undefined
      if (inStatement && UNITS.has(token.name)) {
        this.#unit = { stack: [], source: [], length: 0, broken: false }
        yield* this.#inUnit(this.#unit, token)
        return
      }
      if (token.kind === 'empty') return
      this.#message ||= token.name.startsWith('BkToCstmr')
      if (STATEMENTS.has(token.name) && parent.startsWith('BkToCstmr')) {
        yield* this.#close()
        this.#statement = new StatementReader()
        this.#statements++
      }
      this.#stack.push(token.name)
      if (this.#stack.length > MAX_DEPTH) yield* this.#cut(token, say().tooDeep(MAX_DEPTH))
    } else if (token.kind === 'close') {
      const at = this.#stack.lastIndexOf(token.name)
      if (at < 0) return
      this.#stack.length = at
      if (STATEMENTS.has(token.name) && !this.#stack.some(name => STATEMENTS.has(name))) yield* this.#close()
    }
  }

  *#inUnit(unit: Unit, token: Token): Generator<StatementEvent> {
    // Entries do not nest: the one before has lost its end.
    if (token.kind === 'open' && token.name === 'Ntry' && unit.stack.length > 0) {
      yield* this.#finish(unit, true)
      this.#unit = { stack: [], source: [], length: 0, broken: false }
      yield* this.#inUnit(this.#unit, token)
      return
    }
    const from = unit.length
    unit.source.push(token.source)
    unit.length += token.source.length
    if (unit.length > MAX_UNIT) {
      yield* this.#cut(token, say().tooLong)
      return
    }
    const top = unit.stack.at(-1)
    switch (token.kind) {
      case 'text':
        if (top) top.text += token.text
        return
      case 'open':
      case 'empty': {
        const node: Node = {
          name: token.name,
          text: '',
          currency: /\sCcy\s*=\s*["']\s*([A-Za-z]{3})\s*["']/.exec(token.source)?.[1]?.toUpperCase() ?? '',
          children: [],
          line: token.line,
          from,
          to: unit.length,
        }
        top?.children.push(node)
        if (token.kind === 'open' || unit.stack.length === 0) unit.stack.push(node)
        if (this.#stack.length + unit.stack.length > MAX_DEPTH)
          yield* this.#cut(token, say().tooDeep(MAX_DEPTH))
        else if (token.kind === 'empty' && unit.stack.length === 1 && unit.stack[0] === node)
          yield* this.#finish(unit, false)
        return
      }
      case 'close':
        yield* this.#closeTag(unit, token.name)
        return
      default:
    }
  }

  *#closeTag(unit: Unit, name: string): Generator<StatementEvent> {
    const top = unit.stack.at(-1)
    if (top?.name === name) {
      top.to = unit.length
      if (unit.stack.length === 1) yield* this.#finish(unit, unit.broken)
      else unit.stack.pop()
      return
    }
    unit.broken = true
    if (unit.stack[0]?.name === name) yield* this.#finish(unit, true)
    else if (this.#stack.includes(name)) {
      yield* this.#finish(unit, true)
      yield* this.#outside({ kind: 'close', name, source: '', line: 0 })
    }
  }

  *#finish(unit: Unit, broken: boolean): Generator<StatementEvent> {
    this.#unit = undefined
    const node = unit.stack[0]
    if (!node) return
    const raw = unit.source.join('')
    if (!broken) {
      this.#brokenInARow = 0
      yield* this.#statement?.take(node, raw) ?? []
    } else if (++this.#brokenInARow > MOST_BROKEN) {
      // No bank writes so: what is left would be millions of problems.
      yield* this.#cut(
        { kind: 'close', name: node.name, source: raw, line: node.line },
        say().damaged(say().notClosed),
      )
    } else if (node.name === 'Ntry') {
      const message = say().entryDamaged
      yield problem({ line: node.line, source: raw }, 'entry-damaged', message)
    } else {
      const message = say().elementDamaged(node.name)
      yield { kind: 'note', line: node.line, raw, code: 'element-damaged', message }
    }
  }

  *#close(): Generator<StatementEvent> {
    const statement = this.#statement
    this.#statement = undefined
    if (statement) yield* statement.end()
  }

  /** Nothing more is read: one problem, with the text of the element that was open. */
  *#cut(token: Token, message: string): Generator<StatementEvent> {
    this.over = true
    const unit = this.#unit
    this.#unit = undefined
    yield* this.#close()
    const node = unit?.stack[0]
    const source = node ? (unit?.source.join('') ?? '') : token.source
    yield problem({ line: node?.line ?? token.line, source: source.trim() || '(end)' }, 'damaged', message)
  }
}

function problem(
  at: { line: number; source: string },
  code: string,
  message: string,
  fatal?: boolean,
): StatementProblem {
  const event: StatementProblem = {
    kind: 'problem',
    line: at.line,
    raw: at.source.slice(0, 65_536),
    code,
    message,
  }
  return fatal ? { ...event, fatal } : event
}
