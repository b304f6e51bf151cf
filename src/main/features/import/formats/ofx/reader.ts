import type { StatementAnswers, StatementEvent, StatementNote, StatementProblem } from '../statement.ts'
import { NumberReader } from '../text/number.ts'
import { numberQuestion } from '../text/question.ts'
import { quoted } from '../text/sentence.ts'
import { accountOf, currencyOf, problem, type Reading } from './context.ts'
import { dayOfStamp, value } from './fields.ts'
import { investment, securityOf } from './investment.ts'
import { movement } from './movement.ts'
import { References } from './references.ts'
import { Securities } from './securities.ts'
import type { Grown, Node } from './tree.ts'
import { INVESTMENTS, isMovement, isStatement } from './vocabulary.ts'
import { say } from './messages.ts'

/** A bank repeats its refusal for each account: so many are told. */
const MOST_REFUSALS = 20
const MOST_BALANCES = 40

/** Makes events of the aggregates of a file. */
export class Reader implements Reading {
  readonly numbers: NumberReader
  notes: StatementNote[] = []
  readonly #securities = new Securities()
  readonly #references = new References()
  #statements = 0
  #records = 0
  #roots = 0
  #refusals: StatementProblem[] = []
  #recordsBefore = 0
  #others: { line: number; texts: string[] } | undefined
  #told = new Set<string>()

  constructor(answers: StatementAnswers | undefined) {
    this.numbers = new NumberReader(answers?.['decimal-mark'])
  }

  get hasRoot(): boolean {
    return this.#roots > 0
  }

  get hasStatement(): boolean {
    return this.#statements + this.#records > 0
  }

  /** The bank's own words where it refused. */
  get refusal(): string | undefined {
    return this.#refusals[0]?.message
  }

  *grow(growth: Grown): Generator<StatementEvent, void, undefined> {
    if (growth.kind === 'opened') {
      this.#statements++
      yield* this.#tellRefusals()
    } else yield* this.#closed(growth.node, growth.statement, growth.cut)
    const notes = this.notes
    this.notes = []
    for (const note of notes) yield* this.#securities.pass(note)
  }

  /** What is told at the end. */
  *end(): Generator<StatementEvent, void, undefined> {
    yield* this.#securities.release()
    const { open } = this.numbers
    if (open) yield numberQuestion(open)
  }

  reference(account: string, id: string, content: string, at: { line: number; raw: string }): string {
    const checked = this.#references.check(account, id, content)
    if (checked.why === 'repeated' && !this.#told.has(account) && this.#told.size < 100) {
      this.#told.add(account)
      this.notes.push({
        kind: 'note',
        line: at.line,
        raw: at.raw,
        code: 'repeated-id',
        message: say().repeatedId(quoted(id)),
      })
    }
    return checked.id
  }

  *#tellRefusals(): Generator<StatementEvent, void, undefined> {
    const refusals = this.#refusals.splice(0)
    for (const refusal of refusals) yield* this.#securities.pass(refusal)
  }

  *#closed(
    node: Node,
    statement: Node | undefined,
    cut: boolean,
  ): Generator<StatementEvent, void, undefined> {
    const { name } = node
    if (name === 'OFX') this.#roots++
    else if (node.raw !== '') yield* this.#movement(node, statement, cut)
    else if (name === 'STATUS') yield* this.#status(node)
    else if (name === 'LEDGERBAL' || name === 'AVAILBAL' || name === 'INVBAL')
      yield* this.#balance(node, statement)
    else if (isStatement(name)) yield* this.#statementEnds(node)
    else if (name === 'BAL') this.#otherBalance(node)
    else if (name === 'SECINFO')
      this.#securities.name(securityOf(node), value(node, 'SECNAME') || value(node, 'TICKER'))
  }

  *#movement(
    node: Node,
    statement: Node | undefined,
    cut: boolean,
  ): Generator<StatementEvent, void, undefined> {
    this.#records++
    if (node.name === 'STMTTRNP') {
      const [amount, date] = [value(node, 'TRNAMT'), dayOfStamp(value(node, 'DTTRAN')) ?? '']
      yield* this.#securities.pass(problem(node, 'not-booked', say().pending(quoted(amount), date)))
      return
    }
    if (cut || node.tooLong) {
      const [code, message] = cut ? ['cut-off', say().cutOff] : ['too-long', say().tooLong]
      yield* this.#securities.pass(problem(node, code as string, message as string))
      return
    }
    const account = accountOf(statement)
    if (isMovement(node.name)) yield* this.#securities.pass(movement(node, account, this))
    else if (INVESTMENTS.has(node.name))
      for (const event of investment(node, account, this)) yield* this.#securities.pass(event)
  }

  *#status(node: Node): Generator<StatementEvent, void, undefined> {
    const code = value(node, 'CODE')
    if (value(node, 'SEVERITY').toUpperCase() !== 'ERROR') return
    const words = value(node, 'MESSAGE')
    const refusal = problem(node, 'refused-by-bank', say().bankError(quoted(code), quoted(words)))
    if (this.#statements > 0) yield* this.#securities.pass(refusal)
    else if (this.#refusals.length < MOST_REFUSALS) this.#refusals.push(refusal)
  }

  *#balance(node: Node, statement: Node | undefined): Generator<StatementEvent, void, undefined> {
    const account = accountOf(statement)
    const isInvestment = node.name === 'INVBAL'
    const tag = isInvestment ? 'AVAILCASH' : 'BALAMT'
    const written = value(node, tag)
    const what = node.name === 'LEDGERBAL' ? say().ledgerBalance : say().availableBalance
    const note = (code: string, message: string): StatementNote => ({
      kind: 'note',
      line: node.line,
      raw: '',
      code,
      message,
    })
    if (written === '') {
      yield* this.#securities.pass(note('empty-balance', say().emptyBalance(what)))
      return
    }
    const amount = this.numbers.read(written, node.line, written)
    const date = dayOfStamp(value(isInvestment && statement ? statement : node, 'DTASOF')) ?? ''
    if (amount === undefined)
      yield* this.#securities.pass(note('bad-balance', say().badBalance(what, quoted(written))))
    else
      yield* this.#securities.pass({
        kind: 'balance',
        line: node.line,
        account: account.account,
        currency: currencyOf(node, account).currency,
        at: node.name === 'LEDGERBAL' ? 'closing' : 'available',
        date,
        amount,
      })
  }

  /** BALLIST: a bank's own figures, by names of its own; not every one is money of this account. */
  #otherBalance(node: Node): void {
    this.#others ??= { line: node.line, texts: [] }
    if (this.#others.texts.length >= MOST_BALANCES) return
    const name = quoted(value(node, 'NAME') || value(node, 'DESC'))
    this.#others.texts.push(`${name} ${quoted(value(node, 'VALUE')) || '–'}`)
  }

  *#statementEnds(node: Node): Generator<StatementEvent, void, undefined> {
    const note = (line: number, code: string, message: string): StatementNote => ({
      kind: 'note',
      line,
      raw: '',
      code,
      message,
    })
    const { account } = accountOf(node)
    if (this.#others) {
      const { line, texts } = this.#others
      this.#others = undefined
      const message = say().otherBalances(texts.join(', '))
      yield* this.#securities.pass(note(line, 'other-balances', message))
    }
    if (account === '') yield* this.#securities.pass(note(node.line, 'no-account', say().noAccount))
    if (this.#records === this.#recordsBefore)
      yield* this.#securities.pass(note(node.line, 'no-movements', say().noMovements(quoted(account))))
    this.#recordsBefore = this.#records
  }
}
