export interface Pad {
  line: number
  raw: string
  date: string
  account: string
  source: string
}

/** Pads that wait for a balance, and those that were computed, by account. */
export class Pads {
  readonly #waiting = new Map<string, Pad & { commodities: Set<string> }>()
  readonly #computed = new Map<string, { pad: Pad; before: string }>()

  /** The latest pad of an account replaces one before it. */
  add(pad: Pad): void {
    this.#waiting.set(pad.account, { ...pad, commodities: new Set() })
  }

  /** The pad that a balance determines: once for each currency. */
  take(account: string, commodity: string, date: string): Pad | undefined {
    const pad = this.#waiting.get(account)
    return pad && pad.date < date && !pad.commodities.has(commodity) ? pad : undefined
  }

  used(pad: Pad, commodity: string, before: string): void {
    this.#waiting.get(pad.account)?.commodities.add(commodity)
    this.#computed.set(`${pad.account}\n${commodity}`, { pad, before })
  }

  /** The pad that a posting comes too late for: it is dated before the balance that the pad was computed for. */
  spoilt(account: string, commodity: string, date: string): Pad | undefined {
    if (this.#computed.size === 0) return undefined
    const found = this.#computed.get(`${account}\n${commodity}`)
    return found && date < found.before ? found.pad : undefined
  }

  left(): Pad[] {
    return [...this.#waiting.values()].filter(pad => pad.commodities.size === 0)
  }
}
