import { FailureError } from '../../../shared/result/failure.ts'

/** Thrown where an answer has to be asked for first: always the same one, so that it costs no stack. */
const MISSING = new Error('asked for')

type Known = { value: unknown } | { failure: FailureError }

/**
 * Runs plain, synchronous work over answers that come from elsewhere: where one is missing the work is broken off, the answer is asked
 * for, and the work begins anew. So the same functions that read columns here make the same figures of a warehouse's groups. The work
 * must be repeatable: it reads, and changes nothing.
 */
export class Replay {
  readonly #known = new Map<string, Known>()
  #wanted: { key: string; ask: () => Promise<unknown> } | undefined

  /** The answer that goes by `key`, or a break to ask for it. What the asking failed with is thrown at the same place. */
  need<T>(key: string, ask: () => Promise<T>): T {
    const known = this.#known.get(key)
    if (!known) {
      this.#wanted = { key, ask }
      throw MISSING
    }
    if ('failure' in known) throw known.failure
    return known.value as T
  }

  async run<T>(work: () => T, cancelled: () => boolean, onCancelled: () => FailureError): Promise<T> {
    for (;;) {
      try {
        return work()
      } catch (error) {
        if (error !== MISSING || !this.#wanted) throw error
      }
      if (cancelled()) throw onCancelled()
      const { key, ask } = this.#wanted
      this.#wanted = undefined
      // oxlint-disable-next-line no-await-in-loop -- each answer decides what is asked next
      this.#known.set(key, await settled(ask))
    }
  }
}

/** A refusal is an answer, which the work may make a sentence of; a lost connection or a bug ends the work. */
async function settled(ask: () => Promise<unknown>): Promise<Known> {
  try {
    return { value: await ask() }
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'bad-input') return { failure: error }
    throw error
  }
}
