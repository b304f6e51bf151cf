import { RunningBalance, RunningTotals } from '../common/running.ts'
import type { StatementEvent, StatementTotal } from '../statement.ts'
import { placed, readBalance, readTotals, type ReadBalance } from './balances.ts'
import { accountOf } from './details.ts'
import { readEntry } from './entry.ts'
import { amountOf, find, negated, textAt, type Node } from './node.ts'
import { say } from './messages.ts'

/** Elements of a statement go in as they close; events come out. */
export class StatementReader {
  #account = ''
  #currency = ''
  #id = ''
  #entries = 0
  #balances: ReadBalance[] = []
  #opened = false
  #totals: StatementTotal[] = []
  #split = false
  readonly #booked = new RunningTotals()
  /** With the entries that are not booked: some banks count these too. */
  readonly #all = new RunningTotals()
  readonly #currencies = new Set<string>()
  #running = new Map<string, RunningBalance>();

  *take(node: Node, raw: string): Generator<StatementEvent> {
    switch (node.name) {
      case 'Id':
        this.#id = node.text.trim()
        return
      case 'Acct':
        this.#account = accountOf(node) || textAt(node, 'Nm', 'Ownr/Nm')
        this.#currency = textAt(node, 'Ccy')
        return
      case 'Bal': {
        const read = readBalance(node, this.#account, this.#currency)
        if (read) this.#balances.push(read)
        else yield unreadable(node, raw, 'balance')
        return
      }
      case 'TxsSummry':
        this.#totals.push(...readTotals(node, this.#account))
        return
      case 'Ntry':
        yield* this.#open()
        yield* this.#entry(node, raw)
        return
      default:
    }
  }

  *end(): Generator<StatementEvent> {
    yield* this.#open()
    for (const balance of placed(this.#balances)) {
      if (balance.at !== 'closing' && balance.at !== 'interim-closing') continue
      yield balance
      const note = this.#running
        .get(balance.currency)
        ?.close(balance, `${balance.amount} ${balance.currency}`)
      if (note) yield note
    }
    for (const total of this.#totals) {
      const { count, ...rest } = total
      // Entries that were split into their transactions are more records than the bank counts entries.
      yield this.#split ? rest : total
      // A sum over several currencies is no figure that could be held against anything.
      const stated = this.#currencies.size > 1 ? { ...total, sum: undefined } : total
      const note = this.#all.agrees(stated)
        ? undefined
        : this.#booked.check(stated, `${count ?? ''} ${total.sum ?? ''}`)
      if (note) yield note
    }
  }

  /** The balances stand before the entries: those that close wait for them. */
  *#open(): Generator<StatementEvent> {
    if (this.#opened) return
    this.#opened = true
    for (const balance of placed(this.#balances)) {
      if (balance.at === 'closing' || balance.at === 'interim-closing') continue
      yield balance
      if (balance.at === 'available') continue
      const running = new RunningBalance()
      running.open(balance.amount)
      this.#running.set(balance.currency, running)
    }
  }

  *#entry(node: Node, raw: string): Generator<StatementEvent> {
    this.#entries++
    const around = { account: this.#account, currency: this.#currency, id: this.#id, number: this.#entries }
    const { events, booked } = readEntry(node, raw, around)
    const records = events.filter(event => event.kind === 'record')
    for (const record of records) this.#running.get(record.currency)?.move(record.amount)
    if (records.length > 1) this.#split = true
    const amount = amountOf(find(node, 'Amt'))
    if (amount !== undefined) {
      const moved = textAt(node, 'CdtDbtInd') === 'DBIT' ? negated(amount) : amount
      this.#all.add(moved)
      if (booked > 0) this.#booked.add(moved)
      this.#currencies.add(find(node, 'Amt')?.currency ?? '')
    }
    yield* events
  }
}

function unreadable(node: Node, raw: string, what: string): StatementEvent {
  const message = say().noFigure(what, node.name)
  return { kind: 'note', line: node.line, raw, code: `${what}-unreadable`, message }
}
