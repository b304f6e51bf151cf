import { LogFile } from './files/log-file.ts'
import type { App } from './app.ts'
import type { Failure } from '../shared/result/failure.ts'
import { stackOf } from './files/redact.ts'

export interface SlowCall {
  method: string
  at: string
  milliseconds: number
  outcome: string
}

const SLOW_MS = 500
const KEPT = 100

/** Failures that are answers, not faults: they say something of a person's work and nothing of the program. */
const EXPECTED: ReadonlySet<string> = new Set([
  'bad-input',
  'not-found',
  'logged-out',
  'forbidden',
  'import-unsettled',
  'import-refused',
  'mixed-currencies',
  'cancelled',
  'unavailable',
])

/** What a running program knows of itself: what is being done, what took long, and a log. Never what was asked or answered. */
export class Monitor {
  readonly log: LogFile
  readonly startedAt = new Date().toISOString()
  #running = 0
  #endedAt = performance.now()
  #slow: SlowCall[] = []

  constructor(config: string) {
    this.log = new LogFile(config)
  }

  /** Call the answer with the outcome once the call has ended. `idle`: the call is nobody's who waits. */
  begin(method: string): (failure: Failure | undefined) => void {
    const began = performance.now()
    const at = new Date().toISOString()
    this.#running += 1
    return failure => {
      this.#running -= 1
      this.#endedAt = performance.now()
      const milliseconds = Math.round(this.#endedAt - began)
      const outcome = failure?.code ?? 'ok'
      if (milliseconds >= SLOW_MS) this.#note({ method, at, milliseconds, outcome })
      if (failure && !EXPECTED.has(failure.code))
        this.log.write(`${method} failed: ${outcome} after ${milliseconds} ms${stackOf(failure)}`)
      else if (milliseconds >= SLOW_MS) this.log.write(`${method} took ${milliseconds} ms: ${outcome}`)
    }
  }

  /** Milliseconds since the last call ended; 0 while one runs. */
  idleFor(): number {
    return this.#running > 0 ? 0 : performance.now() - this.#endedAt
  }

  /** The slowest first. */
  get slow(): SlowCall[] {
    return this.#slow.toSorted((a, b) => b.milliseconds - a.milliseconds)
  }

  #note(call: SlowCall): void {
    this.#slow.push(call)
    if (this.#slow.length > KEPT) this.#slow.shift()
  }
}

const monitors = new WeakMap<App, Monitor>()

export function monitorOf(app: App): Monitor {
  const known = monitors.get(app)
  if (known) return known
  const made = new Monitor(app.paths.config)
  monitors.set(app, made)
  return made
}
