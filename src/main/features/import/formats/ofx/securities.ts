import type { StatementEvent } from '../statement.ts'
import type { Held } from './investment.ts'

/** So much text waits for names at most; then movements go out with the security's number. */
const MOST_CHARACTERS = 16 * 1024 * 1024
const MOST_NAMES = 100_000

type Waiting = StatementEvent | Held

/**
 * The list of securities stands at the end of the file, behind the movements that need its names: they wait, and what follows them with
 * them, so that the file's order is kept.
 */
export class Securities {
  readonly #names = new Map<string, string>()
  #waiting: Waiting[] = []
  #characters = 0

  name(security: string, name: string): void {
    if (security !== '' && name !== '' && this.#names.size < MOST_NAMES) this.#names.set(security, name)
  }

  /** Gives the event back at once where nothing waits. */
  *pass(event: Waiting): Generator<StatementEvent, void, undefined> {
    if (this.#waiting.length === 0 && 'kind' in event) {
      yield event
      return
    }
    this.#waiting.push(event)
    this.#characters +=
      200 + ('record' in event ? event.record.raw.length : 'raw' in event ? event.raw.length : 0)
    if (this.#characters > MOST_CHARACTERS) yield* this.release()
  }

  *release(): Generator<StatementEvent, void, undefined> {
    const waiting = this.#waiting
    this.#waiting = []
    this.#characters = 0
    for (const event of waiting) {
      if ('kind' in event) yield event
      else yield { ...event.record, payee: this.#names.get(event.security) ?? idOf(event.security) }
    }
  }
}

const idOf = (security: string): string => security.slice(security.indexOf(':') + 1)
