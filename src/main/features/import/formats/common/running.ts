import type { StatementBalance, StatementNote, StatementTotal } from '../statement.ts'
import { absolute, add, compare, decimal, plain, subtract, ZERO, type Decimal } from './decimal.ts'
import { say } from './messages.ts'

/**
 * Holds a statement's closing balance against its opening balance and movements. A difference is only said, never corrected: it may be
 * the bank's, or a sign that the file was cut or edited.
 */
export class RunningBalance {
  #sum: Decimal | undefined

  open(amount: string): void {
    this.#sum = decimal(amount)
  }

  move(amount: string): void {
    const moved = decimal(amount)
    if (this.#sum && moved) this.#sum = add(this.#sum, moved)
  }

  close(balance: StatementBalance, raw: string): StatementNote | undefined {
    const stated = decimal(balance.amount)
    const sum = this.#sum
    this.#sum = undefined
    if (!sum || !stated) return undefined
    const difference = subtract(stated, sum)
    if (difference.units === 0n) return undefined
    return {
      kind: 'note',
      line: balance.line,
      raw,
      code: 'balance-differs',
      message: say().balanceDiffers(`${balance.amount} ${balance.currency}`, plain(sum), plain(difference)),
    }
  }
}

interface Sum {
  count: number
  sum: Decimal
}

/** Holds the totals that a statement states of its movements against them. */
export class RunningTotals {
  readonly #sums = { credits: { count: 0, sum: ZERO }, debits: { count: 0, sum: ZERO } }

  /** `count` is 0 for a part of a movement that was counted already. */
  add(amount: string, count = 1): void {
    const moved = decimal(amount)
    if (!moved) return
    const side = this.#sums[amount.startsWith('-') ? 'debits' : 'credits']
    side.count += count
    side.sum = add(side.sum, absolute(moved))
  }

  of(of: StatementTotal['of']): Sum {
    const { credits, debits } = this.#sums
    if (of !== 'all') return this.#sums[of]
    return { count: credits.count + debits.count, sum: add(credits.sum, debits.sum) }
  }

  agrees(total: StatementTotal): boolean {
    const { count, sum } = this.of(total.of)
    const stated = total.sum === undefined ? undefined : decimal(total.sum)
    return (total.count === undefined || total.count === count) && (!stated || compare(stated, sum) === 0)
  }

  check(total: StatementTotal, raw: string): StatementNote | undefined {
    if (this.agrees(total)) return undefined
    const { count, sum } = this.of(total.of)
    return {
      kind: 'note',
      line: total.line,
      raw,
      code: 'total-differs',
      message: say().totalDiffers(`${total.count ?? '?'}`, total.sum ?? '?', total.of, count, plain(sum)),
    }
  }
}
