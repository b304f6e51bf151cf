import type { Control } from '../../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'

/** Rows at which a balance breaks that are listed at most. */
const MOST_LINES = 100

interface Account {
  currency: string
  rows: number
  moved: bigint
  firstAmount: bigint
  firstBalance: bigint
  lastAmount: bigint
  lastBalance: bigint
  lastLine: number
  /** One balance on every row: the file's, not the row's. */
  isConstant: boolean
  /** Rows that do not follow from the row before, read from the top down and from the bottom up. */
  down: number[]
  up: number[]
  downs: number
  ups: number
}

/**
 * A column of balances as a check: each row's is the one before it plus its own amount, the newest row at the bottom or at the top.
 * Rows that were not read break the chain, and so does an amount that was read wrongly.
 */
export class RunningBalance {
  readonly #accounts = new Map<string, Account>()

  row(account: string, currency: string, line: number, amount: number, balance: number): void {
    const [a, b] = [BigInt(amount), BigInt(balance)]
    const key = `${account}\u001f${currency}`
    const seen = this.#accounts.get(key)
    if (!seen) {
      this.#accounts.set(key, {
        currency,
        rows: 1,
        moved: a,
        firstAmount: a,
        firstBalance: b,
        lastAmount: a,
        lastBalance: b,
        lastLine: line,
        isConstant: true,
        down: [],
        up: [],
        downs: 0,
        ups: 0,
      })
      return
    }
    if (b !== seen.lastBalance + a) {
      seen.downs++
      if (seen.down.length < MOST_LINES) seen.down.push(line)
    }
    if (seen.lastBalance !== b + seen.lastAmount) {
      seen.ups++
      if (seen.up.length < MOST_LINES) seen.up.push(line)
    }
    seen.rows++
    if (b !== seen.lastBalance) seen.isConstant = false
    seen.moved += a
    seen.lastAmount = a
    seen.lastBalance = b
    seen.lastLine = line
  }

  /** One control an account. None where the column follows from its rows nowhere: it is another balance, or the rows are sorted. */
  end(): Control[] {
    const controls: Control[] = []
    for (const [key, seen] of this.#accounts) {
      if (seen.rows < 2) continue
      const isUp = seen.ups < seen.downs
      const breaks = isUp ? seen.ups : seen.downs
      if (breaks * 2 >= seen.rows - 1 && (breaks > 1 || seen.isConstant)) continue
      const exponent = exponentOf(seen.currency)
      const [opening, closing] = isUp
        ? [seen.lastBalance - seen.lastAmount, seen.firstBalance]
        : [seen.firstBalance - seen.firstAmount, seen.lastBalance]
      const lines = isUp ? seen.up : seen.down
      controls.push({
        code: 'running',
        label: key.slice(0, key.indexOf('\u001f')),
        file: toDecimal(closing, exponent),
        farthing: toDecimal(opening + seen.moved, exponent),
        agrees: breaks === 0,
        line: lines[0] ?? seen.lastLine,
        currency: seen.currency,
        ...(lines.length > 0 ? { lines } : {}),
      })
    }
    return controls
  }
}
