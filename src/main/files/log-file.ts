import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { redact } from './redact.ts'

const MOST_BYTES = 1_000_000
const OLDER = 4

/**
 * The program's log: lines of UTC time and text, redacted as they are written, in `logs/farthing.log` of the preferences' folder. At a
 * megabyte it becomes farthing.1.log, and so on; four older ones are kept. Nobody waits for a line; a log that cannot be written
 * must not stop a person's work and is said once on the console.
 */
export class LogFile {
  readonly folder: string
  readonly #mostBytes: number
  #turn: Promise<void> = Promise.resolve()
  #failed = false

  constructor(config: string, mostBytes = MOST_BYTES) {
    this.folder = join(config, 'logs')
    this.#mostBytes = mostBytes
  }

  write(text: string): void {
    const line = `${new Date().toISOString()} ${redact(text).replaceAll(/\r?\n/g, '\n  ')}\n`
    this.#turn = this.#turn.then(() => this.#append(line))
  }

  /** Settles once what was written is in the file. */
  flush(): Promise<void> {
    return this.#turn
  }

  /** The end of the log, oldest first, over the border of two files. */
  async tail(lines: number): Promise<string[]> {
    await this.flush()
    const texts = await Promise.all(
      [this.#path(1), this.#path(0)].map(path => readFile(path, 'utf8').catch(() => '')),
    )
    return texts
      .join('')
      .split('\n')
      .filter(line => line !== '')
      .slice(-lines)
  }

  #path(age: number): string {
    return join(this.folder, age === 0 ? 'farthing.log' : `farthing.${age}.log`)
  }

  async #append(line: string): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      const size = await stat(this.#path(0)).then(
        found => found.size,
        () => 0,
      )
      if (size > 0 && size + line.length > this.#mostBytes) await this.#rotate()
      await appendFile(this.#path(0), line, { mode: 0o600 })
    } catch (error) {
      if (!this.#failed) console.error(`The log cannot be written: ${(error as Error).message}`)
      this.#failed = true
    }
  }

  async #rotate(): Promise<void> {
    for (let age = OLDER; age >= 1; age -= 1)
      // oxlint-disable-next-line no-await-in-loop -- each makes room for the next
      await rename(this.#path(age - 1), this.#path(age)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
  }
}
