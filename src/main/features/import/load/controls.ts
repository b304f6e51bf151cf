import { currencyIn } from '../analysis/money/style.ts'
import type { Control } from '../../../../shared/contract/import.ts'
import { exponentOf, parseDecimal, toDecimal } from '../../../../shared/money/minor.ts'
import { ExactSum } from '../analysis/rows/sum.ts'
import type { StatementBalance, StatementTotal } from '../formats/statement.ts'

/** Controls of one kind that are listed at most: a journal may assert a balance on every line. */
const MOST = 500

interface Stretch {
  opening: bigint | undefined
  closing:
    | { amount: bigint; text: string; line: number; date: string; at: StatementBalance['at'] }
    | undefined
  moved: ExactSum
  rows: number
}

interface Movements {
  credits: { sum: ExactSum; rows: number }
  debits: { sum: ExactSum; rows: number }
}

interface Assertion {
  balance: StatementBalance
  amount: bigint
  before: bigint
}

/**
 * Holds what a statement says of itself against the rows that were read from it: opening + movements = closing, stated sums and
 * numbers. Balances may come before, between or behind their movements: a stretch ends where the next opening balance stands.
 */
export class StatementControls {
  readonly controls: Control[] = []
  readonly #stretches = new Map<string, Stretch>()
  readonly #movements = new Map<string, Movements>()
  readonly #assertions: Assertion[] = []
  /** By account and currency: the sum of each day, for assertions. */
  readonly #days = new Map<string, Map<string, ExactSum>>()
  readonly #totals: { total: StatementTotal; currency: string; seen: Movements | undefined }[] = []
  readonly #currencyOf: string
  readonly #wantsDays: boolean

  constructor(currency: string, wantsDays: boolean) {
    this.#currencyOf = currency
    this.#wantsDays = wantsDays
  }

  /** A row that reads as an entry. */
  row(account: string, currency: string, amount: number, day: string): void {
    const stretch = this.#stretch(account, currency)
    stretch.moved.add(amount)
    stretch.rows++
    const movements = this.#movementsOf(account)
    const side = amount < 0 ? movements.debits : movements.credits
    side.sum.add(amount)
    side.rows++
    if (!this.#wantsDays) return
    const key = keyOf(account, currency)
    const days = this.#days.get(key) ?? new Map<string, ExactSum>()
    this.#days.set(key, days)
    const sum = days.get(day) ?? new ExactSum()
    days.set(day, sum)
    sum.add(amount)
  }

  mark(event: StatementBalance | StatementTotal): void {
    if (event.kind === 'total') {
      this.#totals.push({
        total: event,
        currency: this.#currencyOf,
        seen: this.#movements.get(event.account),
      })
      return
    }
    const currency = event.currency === '' ? this.#currencyOf : currencyIn(event.currency, this.#currencyOf)
    const amount = parseDecimal(event.amount, exponentOf(currency))
    if (amount === undefined || event.at === 'available') return
    if (event.at === 'assertion') {
      if (this.#assertions.length < MOST)
        this.#assertions.push({ balance: { ...event, currency }, amount: BigInt(amount), before: 0n })
      return
    }
    if (event.at === 'opening' || event.at === 'interim-opening') {
      const stretch = this.#stretch(event.account, currency)
      if (stretch.opening !== undefined || stretch.closing || stretch.rows > 0)
        this.#end(event.account, currency)
      this.#stretch(event.account, currency).opening = BigInt(amount)
      return
    }
    const stretch = this.#stretch(event.account, currency)
    // Two closing balances without an opening between: two stretches.
    if (stretch.closing && stretch.closing.at === event.at && stretch.closing.date !== event.date)
      this.#end(event.account, currency)
    const now = this.#stretch(event.account, currency)
    if (!now.closing || now.closing.at === 'interim-closing' || event.at === 'closing')
      now.closing = {
        amount: BigInt(amount),
        text: event.amount,
        line: event.line,
        date: event.date,
        at: event.at,
      }
  }

  end(): Control[] {
    for (const key of this.#stretches.keys()) {
      const [account = '', currency = ''] = key.split(SEPARATOR)
      this.#end(account, currency)
    }
    for (const { total } of this.#totals) this.#total(total)
    for (const assertion of this.#assertions) this.#assert(assertion)
    return this.controls
  }

  #end(account: string, currency: string): void {
    const key = keyOf(account, currency)
    const stretch = this.#stretches.get(key)
    if (!stretch) return
    const { opening, closing, moved } = stretch
    // What follows goes on from here until the file says otherwise.
    this.#stretches.set(key, { opening: closing?.amount, closing: undefined, moved: new ExactSum(), rows: 0 })
    if (!closing) return
    const exponent = exponentOf(currency)
    const ours = opening === undefined ? undefined : opening + moved.value
    this.#push({
      code: ours === undefined ? 'stated' : 'closing',
      label: account,
      file: toDecimal(closing.amount, exponent),
      farthing: ours === undefined ? '' : toDecimal(ours, exponent),
      agrees: ours === undefined || ours === closing.amount,
      line: closing.line,
      currency,
      date: closing.date,
    })
  }

  #total({ account, of, count, sum, line }: StatementTotal): void {
    const all = account === '' ? [...this.#movements.values()] : [this.#movementsOf(account)]
    const sides = (m: Movements) => (of === 'all' ? [m.credits, m.debits] : [m[of]])
    const rows = all.flatMap(sides).reduce((n, s) => n + s.rows, 0)
    const currency = this.#currencyOf
    const exponent = exponentOf(currency)
    if (sum !== undefined) {
      const stated = parseDecimal(sum.replace(/^-/, ''), exponent)
      const ours = all
        .flatMap(sides)
        .reduce((n, s) => n + (s.sum.value < 0n ? -s.sum.value : s.sum.value), 0n)
      if (stated !== undefined)
        this.#push({
          code: of,
          label: account,
          file: toDecimal(stated, exponent),
          farthing: toDecimal(ours, exponent),
          agrees: BigInt(stated) === ours,
          line,
          currency,
        })
    }
    if (count !== undefined)
      this.#push({
        code: `count-${of}`,
        label: account,
        file: String(count),
        farthing: String(rows),
        agrees: count === rows,
        line,
      })
  }

  /**
   * Journals differ: beancount asserts the morning's balance with the accounts below, hledger the evening's of the account alone.
   * It agrees where one of these readings does.
   */
  #assert({ balance, amount }: Assertion): void {
    const { account, currency, date, line } = balance
    const readings = [false, true].flatMap(below =>
      [false, true].map(evening => this.#balanceOn(account, currency, date, below, evening)),
    )
    const ours = readings.find(r => r === amount) ?? readings[1]
    const exponent = exponentOf(currency)
    this.#push({
      code: 'assertion',
      label: account,
      file: toDecimal(amount, exponent),
      farthing: toDecimal(ours ?? 0n, exponent),
      agrees: ours === amount,
      line,
      currency,
      date,
    })
  }

  #balanceOn(account: string, currency: string, date: string, below: boolean, evening: boolean): bigint {
    let sum = 0n
    for (const [key, days] of this.#days) {
      const [name = '', unit = ''] = key.split(SEPARATOR)
      if (unit !== currency || !(name === account || (below && name.startsWith(`${account}:`)))) continue
      for (const [day, moved] of days) if (day < date || (evening && day === date)) sum += moved.value
    }
    return sum
  }

  #push(control: Control): void {
    if (this.controls.length < MOST) this.controls.push(control)
  }

  #stretch(account: string, currency: string): Stretch {
    const key = keyOf(account, currency)
    let stretch = this.#stretches.get(key)
    if (!stretch)
      this.#stretches.set(
        key,
        (stretch = { opening: undefined, closing: undefined, moved: new ExactSum(), rows: 0 }),
      )
    return stretch
  }

  #movementsOf(account: string): Movements {
    let movements = this.#movements.get(account)
    if (!movements)
      this.#movements.set(
        account,
        (movements = {
          credits: { sum: new ExactSum(), rows: 0 },
          debits: { sum: new ExactSum(), rows: 0 },
        }),
      )
    return movements
  }
}

const SEPARATOR = '\u001f'
const keyOf = (account: string, currency: string): string => `${account}${SEPARATOR}${currency}`
