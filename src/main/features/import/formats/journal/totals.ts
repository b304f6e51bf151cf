import { add, ZERO, type Decimal } from '../common/decimal.ts'

/** Balances by account, commodity and day, for amounts that a journal leaves to be computed from a balance. */
export class DailyTotals {
  readonly #accounts = new Map<string, Map<string, Map<string, Decimal>>>()

  add(account: string, commodity: string, date: string, quantity: Decimal): void {
    const commodities = this.#accounts.get(account) ?? new Map<string, Map<string, Decimal>>()
    this.#accounts.set(account, commodities)
    const days = commodities.get(commodity) ?? new Map<string, Decimal>()
    commodities.set(commodity, days)
    days.set(date, add(days.get(date) ?? ZERO, quantity))
  }

  /** Sum of an account's postings read so far and dated before (or on) a day. `below` adds its subaccounts. */
  at(account: string, commodity: string, date: string, inclusive: boolean, below = false): Decimal {
    let sum = ZERO
    const names = below
      ? [...this.#accounts.keys()].filter(name => name === account || name.startsWith(`${account}:`))
      : [account]
    for (const name of names)
      for (const [day, quantity] of this.#accounts.get(name)?.get(commodity) ?? [])
        if (day < date || (inclusive && day === date)) sum = add(sum, quantity)
    return sum
  }
}
