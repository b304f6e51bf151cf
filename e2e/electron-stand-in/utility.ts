import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

interface ForkOptions {
  execArgv?: string[]
  stdio?: 'ignore'
  serviceName?: string
}

/**
 * A child under Node instead of Chromium's utility process: what it gets by `process.parentPort` there comes over Node's own channel here,
 * and its sandbox is none.
 */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(file: string, args: readonly string[], { execArgv = [] }: ForkOptions) {
    super()
    this.#child = fork(file, args, {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', message => this.emit('message', message))
    this.#child.on('error', error => this.emit('error', error))
    this.#child.on('exit', code => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: object): void {
    this.#child.send(message, () => undefined)
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (file: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess =>
    new UtilityProcess(file, args, options),
})
