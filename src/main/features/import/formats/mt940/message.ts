import { RunningBalance, RunningTotals } from '../common/running.ts'
import type { StatementBalance, StatementEvent, StatementTotal } from '../statement.ts'
import type { Field } from './fields.ts'
import { accountOf, recordOf, withCurrency, type Open } from './record.ts'
import { balanceOf, entryOf, swiftAmount, type SwiftDate } from './values.ts'
import { say } from './messages.ts'

const BALANCES: Record<string, StatementBalance['at']> = {
  '60': 'opening',
  '60F': 'opening',
  '60M': 'interim-opening',
  '62': 'closing',
  '62F': 'closing',
  '62M': 'interim-closing',
  '64': 'available',
  '65': 'available',
}

/** Fields in, events out. A movement is given when the field behind its details comes. */
export class Messages {
  #account = ''
  #currency = ''
  #opened = false
  #closed = false
  #floor = false
  #saidNoAccount = false
  #last: Field | undefined
  #open: Open | undefined
  #running = new RunningBalance()
  #counted = new RunningTotals()
  #events = 0

  /** How many records, balances, totals and problems were given. */
  get events(): number {
    return this.#events
  }

  *push(field: Field): Generator<StatementEvent> {
    for (const event of this.#field(field)) {
      if (event.kind !== 'note') this.#events++
      yield event
    }
  }

  *end(): Generator<StatementEvent> {
    yield* this.push({ tag: 'end', line: this.#last?.line ?? 1, lines: [], raw: this.#last?.raw ?? '' })
  }

  *#field(field: Field): Generator<StatementEvent> {
    const { tag } = field
    const open = this.#open
    if (open && tag === '86') {
      open.details.push(...field.lines)
      open.field.raw += `\n${field.raw}`
      return
    }
    if (open && tag === 'NS') {
      open.nonSwift.push(...field.lines)
      open.field.raw += `\n${field.raw}`
      return
    }
    // Field 86 under a wrong number.
    if (open && tag === '25' && /^\d{3}[?>]\d\d/.test(field.lines[0] ?? '')) {
      open.details.push(...field.lines)
      open.field.raw += `\n${field.raw}`
      const message = say().misplaced
      yield { kind: 'note', line: field.line, raw: field.raw, code: 'misplaced-field', message }
      return
    }
    if (open) {
      this.#open = undefined
      yield* this.#record(open)
    }
    if (tag !== 'end' || field.lines.length > 0) this.#last = field
    yield* this.#other(field)
  }

  *#other(field: Field): Generator<StatementEvent> {
    const value = field.lines.join('').trim()
    switch (field.tag) {
      case 'end':
      case '20':
        yield* this.#finishMessage(field)
        return
      case '25':
      case '25P': {
        const found = withCurrency(value)
        this.#account = accountOf(found?.account ?? value)
        if (found) this.#currency = found.currency
        return
      }
      case '34F': {
        this.#floor = true
        const currency = /^[A-Z]{3}/i.exec(value)?.[0].toUpperCase()
        if (currency !== undefined) this.#currency = currency
        return
      }
      case '61':
        yield* this.#movement(field)
        return
      case '86':
        yield* this.#afterwards(field, value)
        return
      case '90C':
      case '90D':
        yield* this.#total(field, value)
        return
      default:
        yield* this.#balance(field)
    }
  }

  *#movement(field: Field): Generator<StatementEvent> {
    const entry = entryOf(field.lines)
    if (typeof entry === 'object') {
      this.#open = { field: { ...field }, entry, details: [], nonSwift: [] }
      return
    }
    const reason = entry === 'amount' ? say().badAmount : entry === 'date' ? say().badDate : say().badForm
    yield {
      kind: 'problem',
      line: field.line,
      raw: field.raw,
      code: entry === undefined ? 'movement-unreadable' : `${entry}-unreadable`,
      message: say().badMovement((field.lines[0] ?? '').trim().slice(0, 80), reason),
    }
  }

  *#record(open: Open): Generator<StatementEvent> {
    const { entry, field } = open
    const expected = entry.mark.startsWith('E')
    if (expected) {
      const message = say().notBooked(entry.amount, entry.mark)
      yield { kind: 'problem', line: field.line, raw: field.raw, code: 'not-booked', message }
      return
    }
    if (this.#account === '' && !this.#saidNoAccount) {
      this.#saidNoAccount = true
      const message = say().noAccount
      yield { kind: 'note', line: field.line, raw: field.raw, code: 'no-account', message }
    }
    yield* movedDate(entry.valueDate, field)
    if (entry.date !== entry.valueDate) yield* movedDate(entry.date, field)
    const record = recordOf(open, this.#account, this.#currency)
    this.#running.move(record.amount)
    this.#counted.add(record.amount)
    yield record
  }

  *#balance(field: Field): Generator<StatementEvent> {
    const at = BALANCES[field.tag]
    if (at === undefined) return
    const balance = balanceOf(field.lines[0] ?? '')
    if (!balance) {
      const message = say().badBalance((field.lines[0] ?? '').trim().slice(0, 60), field.tag)
      yield { kind: 'note', line: field.line, raw: field.raw, code: 'balance-unreadable', message }
      return
    }
    if (balance.currency !== '') this.#currency = balance.currency
    const { date } = balance.date
    const event: StatementBalance = {
      kind: 'balance',
      line: field.line,
      account: this.#account,
      currency: this.#currency,
      at,
      date,
      amount: balance.amount,
    }
    yield event
    if (at === 'opening' || at === 'interim-opening') {
      this.#opened = true
      this.#closed = false
      this.#running.open(balance.amount)
    } else if (at !== 'available') {
      this.#closed = true
      const note = this.#running.close(event, field.raw)
      if (note) yield note
    }
  }

  *#total(field: Field, value: string): Generator<StatementEvent> {
    const found = /^(\d{1,9})\s*([A-Z]{3})?\s*([\d.,]+)$/i.exec(value)
    const sum = found ? swiftAmount(found[3] ?? '') : undefined
    if (!found || sum === undefined) {
      const message = say().badTotal(value.slice(0, 60), field.tag)
      yield { kind: 'note', line: field.line, raw: field.raw, code: 'total-unreadable', message }
      return
    }
    const of = field.tag === '90C' ? 'credits' : 'debits'
    yield* this.#held(
      { kind: 'total', line: field.line, account: this.#account, of, count: Number(found[1]), sum },
      field.raw,
    )
  }

  /** Field 86 with no movement open: about the statement as a whole. ING counts its movements there. */
  *#afterwards(field: Field, value: string): Generator<StatementEvent> {
    const found = /^D(\d{6})C(\d{6})D([\d,]+)C([\d,]+)$/.exec(value)
    if (!found) return
    const [, debits, credits, debited = '', credited = ''] = found
    const total = (of: 'debits' | 'credits', count: number, sum: string): StatementTotal => ({
      kind: 'total',
      line: field.line,
      account: this.#account,
      of,
      count,
      sum: swiftAmount(sum),
    })
    yield* this.#held(total('debits', Number(debits), debited), field.raw)
    yield* this.#held(total('credits', Number(credits), credited), field.raw)
  }

  *#held(total: StatementTotal, raw: string): Generator<StatementEvent> {
    yield total
    const note = this.#counted.check(total, raw)
    if (note) yield note
  }

  *#finishMessage(field: Field): Generator<StatementEvent> {
    if (this.#opened && !this.#closed && !this.#floor) {
      const at = this.#last ?? field
      const message = say().noClosing
      yield { kind: 'note', line: at.line, raw: at.raw || ':62F:', code: 'no-closing-balance', message }
    }
    this.#account = ''
    this.#currency = ''
    this.#opened = false
    this.#closed = false
    this.#floor = false
    this.#running = new RunningBalance()
    this.#counted = new RunningTotals()
  }
}

function* movedDate(date: SwiftDate, field: Field): Generator<StatementEvent> {
  if (!date.moved) return
  const message = say().dateMoved(date.date)
  yield { kind: 'note', line: field.line, raw: field.raw, code: 'date-moved', message }
}
