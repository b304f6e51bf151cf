import { fiscalPeriodEnd, startMonthOf, type Fiscal } from '../../../../../shared/calendar/fiscal.ts'
import type { Day } from '../../../../../shared/calendar/day.ts'
import { fiscalPeriodOf, parseFiscalYear, parsePeriodNumber } from '../dates/fiscal.ts'
import { monthOfName } from '../dates/months.ts'
import { parseDateAnyhow, parsePeriod } from '../dates/parse.ts'
import { hashText } from '../fingerprint/index.ts'
import { parseMoney, type MoneyProblem } from '../money/parse.ts'
import { currencyIn } from '../money/style.ts'
import { signOf } from '../money/sign.ts'
import { isTotalLabel, LOST_DELIMITER, saysNothing, statesBalance, totalLabelOf } from './blank.ts'
import { isNotBooked, standsInForDate } from './booked.ts'
import { flowOf } from './flow.ts'
import { OtherTables } from './other-tables.ts'
import { ignored, LOAD, rejected, type Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { differenceOf, isTotalRow } from './total-row.ts'

export interface NormaliserOptions {
  fiscal: Fiscal
  /** One day for all rows, for a file that has no date of its own. */
  fixedDay: Day | undefined
}

type AmountProblem = MoneyProblem | 'missing-amount' | 'both-sides'

const NO_DAY = -2147483648
const MOST_CACHED = 200_000

/** Reads rows by a plan. What one row says lies in the public fields until the next `read`. */
export class Normaliser {
  day = 0
  postingPeriod = 0
  amount = 0
  currency = ''
  /** Local ordinal a planned dimension. */
  readonly ordinals: Int32Array
  /** Sum of the cells' hashes: the fingerprint's first part. */
  readonly sums = new Int32Array(4)
  /** What a total row claims, in minor units, and its label. */
  claim: { amount: number | undefined; label: string } | undefined
  readonly plan: Plan
  readonly tables: OtherTables
  readonly #options: NormaliserOptions
  readonly #days = new Map<string, number>()
  readonly #periods = new Map<string, number>()
  readonly #codes = new Map<string, string>()
  readonly #hash = new Int32Array(4)
  readonly #flow: number
  readonly #account: number
  readonly #reference: { column: number; seed: number } | undefined

  constructor(plan: Plan, options: NormaliserOptions) {
    this.plan = plan
    this.#options = options
    this.tables = new OtherTables(plan)
    this.ordinals = new Int32Array(plan.dimensions.length)
    this.#flow = plan.dimensions.findIndex(d => d.id === 'flow')
    this.#account = plan.dimensions.findIndex(d => d.id === 'account')
    this.#reference = plan.profile === 'personal' ? plan.texts.find(t => t.field === 'reference') : undefined
  }

  /** Reads a record that is as wide as the table. */
  read(cells: readonly string[]): Outcome {
    const { plan } = this
    this.claim = undefined
    const { booked } = plan
    // A date that is still to come is no fault of a row that is not booked.
    if (booked >= 0 && isNotBooked(cells[booked] as string))
      return rejected('not-booked', plan.names[booked], cells[booked])
    if (this.tables.isElsewhere) {
      const outcome = this.tables.read(cells)
      if (outcome) return outcome
    }
    const day = this.#dayOf(cells)
    const money = this.#readAmount(cells)
    if (
      day === NO_DAY ||
      money !== undefined ||
      (this.#options.fixedDay !== undefined && this.#isClaim(cells))
    )
      return this.#unreadable(cells, day, money)
    this.day = day
    this.sums.fill(0)
    this.#members(cells)
    const reference = this.#reference && cells[this.#reference.column]?.trim()
    if (this.#reference && reference) {
      // A bank's own reference stands for the row; only the account goes with it.
      this.sums.fill(0)
      if (this.#account >= 0) this.#addMember(this.#account)
      this.#addText(reference, this.#reference.seed)
    } else {
      for (const t of plan.texts) this.#addText((cells[t.column] as string).trim(), t.seed)
      for (const t of plan.extras) this.#addText((cells[t.column] as string).trim(), t.seed)
    }
    for (const t of plan.rowKey) this.#addText(cells[t.column] as string, t.seed)
    return LOAD
  }

  #members(cells: readonly string[]): void {
    const { dimensions } = this.plan
    for (let i = 0; i < dimensions.length; i++) {
      const d = dimensions[i] as Plan['dimensions'][0]
      if (d.column < 0) {
        this.ordinals[i] = d.fixed
      } else if (i === this.plan.currency) {
        this.ordinals[i] = d.dictionary.ordinal(this.currency)
      } else {
        const name = cells[d.column] as string
        this.ordinals[i] =
          d.code >= 0 ? d.dictionary.ordinal(cells[d.code] as string, name) : d.dictionary.ordinal(name)
      }
      if (d.hashed) this.#addMember(i)
    }
    const flow = dimensions[this.#flow] as Plan['dimensions'][0]
    this.ordinals[this.#flow] = flow.dictionary.ordinal(flowOf(this.plan, cells, this.amount))
  }

  #addMember(index: number): void {
    const ordinal = this.ordinals[index] as number
    if (ordinal === 0) return
    const { hashes } = (this.plan.dimensions[index] as Plan['dimensions'][0]).dictionary
    const { sums } = this
    const at = ordinal * 4
    sums[0] = (sums[0] as number) + (hashes[at] as number)
    sums[1] = (sums[1] as number) + (hashes[at + 1] as number)
    sums[2] = (sums[2] as number) + (hashes[at + 2] as number)
    sums[3] = (sums[3] as number) + (hashes[at + 3] as number)
  }

  #addText(text: string, seed: number): void {
    if (text === '') return
    hashText(text, seed, this.#hash, 0)
    for (let i = 0; i < 4; i++) this.sums[i] = (this.sums[i] as number) + (this.#hash[i] as number)
  }

  /** The posting day, from the date's column, else the period's, else the one given for all; also sets `postingPeriod`. */
  #dayOf(cells: readonly string[]): number {
    const { date, period } = this.plan
    this.postingPeriod = 0
    let fromPeriod = NO_DAY
    if (period) {
      this.postingPeriod = this.#period(cells[period.column] as string, period, cells)
      if (this.postingPeriod > 0)
        fromPeriod = fiscalPeriodEnd(
          Math.floor(this.postingPeriod / 100),
          this.postingPeriod % 100,
          this.#options.fiscal,
        )
    }
    if (!date) return period ? fromPeriod : (this.#options.fixedDay ?? NO_DAY)
    const cell = cells[date.column] as string
    const known = this.#days.get(cell)
    if (known !== undefined) return known
    const day = parseDateAnyhow(cell, date.order) ?? NO_DAY
    if (this.#days.size < MOST_CACHED) this.#days.set(cell, day)
    return day
  }

  #period(cell: string, period: NonNullable<Plan['period']>, cells: readonly string[]): number {
    const { order, year } = period
    if (order === undefined) {
      const y = parseFiscalYear(cells[year] ?? '')
      const p = parsePeriodNumber(cell) ?? monthOfName(cell.trim())
      if (y === undefined || p === undefined) return 0
      const month = period.calendar || parsePeriodNumber(cell) === undefined
      if (!month || p > 12) return y * 100 + p
      const at = fiscalPeriodOf(y, p, startMonthOf(this.#options.fiscal))
      // "2021/22" is a fiscal year, whose January to March are the calendar's next.
      return (/\d[-/]\d|fy/i.test(cells[year] ?? '') ? y : at.year) * 100 + at.period
    }
    const known = this.#periods.get(cell)
    if (known !== undefined) return known
    const parsed = parsePeriod(cell, order)
    // A month by its name is the calendar's; a number counts the fiscal year's.
    const at =
      parsed && (order === 'ny' || order === 'ny2')
        ? fiscalPeriodOf(parsed.year, parsed.period, startMonthOf(this.#options.fiscal))
        : parsed
    const value = at ? at.year * 100 + at.period : 0
    if (this.#periods.size < MOST_CACHED) this.#periods.set(cell, value)
    return value
  }

  #code(cell: string): string {
    let code = this.#codes.get(cell)
    if (code === undefined) {
      code = cell.trim() === '' ? this.plan.currencyElse : currencyIn(cell, this.plan.currencyElse)
      if (this.#codes.size < 1000) this.#codes.set(cell, code)
    }
    return code
  }

  /** Sets `amount` and `currency`; returns what is wrong, if anything is. */
  #readAmount(cells: readonly string[]): { problem: AmountProblem; column: number } | undefined {
    const { plan } = this
    const currency = plan.dimensions[plan.currency] as Plan['dimensions'][0]
    this.currency = currency.column < 0 ? plan.currencyElse : this.#code(cells[currency.column] as string)
    if (plan.amount >= 0) {
      const cell = cells[plan.amount] as string
      const money = parseMoney(cell, plan.style, this.currency)
      if (!money.ok)
        return { problem: saysNothing(cell) ? 'missing-amount' : money.problem, column: plan.amount }
      this.amount = plan.negate ? 0 - money.value : money.value
      if (plan.sign >= 0) {
        const sign = signOf(cells[plan.sign] as string)
        // A debit takes from a bank account and adds to the books.
        if (sign !== undefined && (sign === 'debit') === (plan.profile === 'personal'))
          this.amount = 0 - this.amount
      }
      return this.#takeFee(cells)
    }
    let total = 0
    let found = false
    for (const [column, side] of [
      [plan.debit, -1],
      [plan.credit, 1],
    ] as const) {
      if (column < 0) continue
      const cell = cells[column] as string
      if (saysNothing(cell)) continue
      const money = parseMoney(cell, plan.styles.get(column) ?? plan.style, this.currency)
      if (!money.ok) return { problem: money.problem, column }
      found = true
      if (money.value === 0) continue
      // What came and what went on one row: their difference is no movement, and which of the two is meant is not known.
      if (total !== 0) return { problem: 'both-sides', column }
      total += (plan.negated.has(column) ? 0 - money.value : money.value) * side
    }
    if (!found) return { problem: 'missing-amount', column: plan.debit >= 0 ? plan.debit : plan.credit }
    this.amount = plan.profile === 'ledger' ? 0 - total : total
    return undefined
  }

  /** What a fee beside the amount takes off it. */
  #takeFee(cells: readonly string[]): { problem: AmountProblem; column: number } | undefined {
    const { fee: column, negated, styles, style } = this.plan
    const cell = column < 0 ? '' : (cells[column] as string)
    if (saysNothing(cell)) return undefined
    const fee = parseMoney(cell, styles.get(column) ?? style, this.currency)
    if (!fee.ok) return { problem: fee.problem, column }
    this.amount += negated.has(column) ? fee.value : -fee.value
    return Number.isSafeInteger(this.amount) ? undefined : { problem: 'amount-too-large', column }
  }

  /** In a table without dates only the label tells a total. */
  #isClaim(cells: readonly string[]): boolean {
    const first = cells.find((cell, i) => i !== this.plan.amount && !saysNothing(cell))
    return first !== undefined && isTotalLabel(first)
  }

  #unreadable(
    cells: readonly string[],
    day: number,
    money: { problem: AmountProblem; column: number } | undefined,
  ): Outcome {
    const { plan } = this
    if (cells.every(saysNothing)) return ignored('blank')
    const elsewhere = this.tables.read(cells)
    if (elsewhere) return elsewhere
    const dateColumn = plan.date?.column ?? plan.period?.column ?? -1
    const dateCell = cells[dateColumn]
    const dateless =
      dateColumn < 0 ? day === NO_DAY || this.#options.fixedDay !== undefined : saysNothing(dateCell)
    const label = totalLabelOf(cells)
    if (day === NO_DAY || this.#options.fixedDay !== undefined) {
      // Sums of both sides stand side by side, and are nobody's movement.
      const isSum = plan.date !== undefined && (!money || money.problem === 'both-sides')
      const currency = plan.dimensions[plan.currency]?.column
      if (isTotalRow(cells, { label, dateCell, dateless, isSum, currency })) {
        const amount = money ? differenceOf(plan, cells, this.currency, money.problem) : this.amount
        this.claim = { amount, label: label?.trim() ?? '' }
        return ignored('total')
      }
    }
    if ((day === NO_DAY || money?.problem === 'missing-amount') && cells.some(statesBalance))
      return ignored('balance')
    const filled = cells.filter(cell => !saysNothing(cell)).length
    const noAmount = money?.problem === 'missing-amount'
    // A damaged date is no heading: its row must not pass for a note.
    const startsWithDigit = /^\s*\d/.test(dateCell ?? '')
    if (
      noAmount &&
      (dateless || (filled <= 2 && !startsWithDigit)) &&
      filled <= Math.max(3, cells.length / 3) &&
      !cells.some(cell => LOST_DELIMITER.test(cell))
    )
      return ignored('note')
    if (day === NO_DAY) {
      const name = dateColumn < 0 ? undefined : plan.names[dateColumn]
      return saysNothing(dateCell)
        ? rejected('missing-date', name)
        : rejected(standsInForDate(dateCell) ? 'not-booked' : 'bad-date', name, dateCell)
    }
    const column = money?.column ?? -1
    if (money?.problem === 'missing-amount') return rejected('missing-amount', plan.names[column])
    return rejected(money?.problem ?? 'missing-amount', plan.names[column], cells[column])
  }
}
