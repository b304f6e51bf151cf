import type { HostCommand } from '../../../shared/host/bridge.ts'

/** Commands on their way to the page. Those that come before it listens (a file opened by a double click starts the program) wait. */
export class CommandQueue {
  #waiting: HostCommand[] = []
  #deliver: ((command: HostCommand) => void) | undefined

  send(command: HostCommand): void {
    if (this.#deliver) this.#deliver(command)
    else this.#waiting.push(command)
  }

  /** The page listens: it gets what waited, in order, then all that comes. */
  listen(deliver: (command: HostCommand) => void): void {
    this.#deliver = deliver
    for (const command of this.#waiting.splice(0)) deliver(command)
  }

  /** The page goes away (reload, crash). */
  pause(): void {
    this.#deliver = undefined
  }
}
