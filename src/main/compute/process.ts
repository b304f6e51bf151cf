import { fork } from 'node:child_process'
import type { Progress } from '../../shared/contract/progress.ts'
import { FailureError, type Failure } from '../../shared/result/failure.ts'
import type { Language } from '../../shared/text/language.ts'
import { say } from '../messages.ts'
import { currentLanguage } from './origin.ts'

/** A process of ours, as far as `runOnce` needs it. */
export interface Child {
  /** Messages are cloned: typed arrays and bigints pass. Never by argument or environment, which other programs can read. */
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Once, also where it could not be started. */
  onExit(listener: () => void): void
  /** Ends it at once, whatever it is doing. */
  kill(): void
}

/** How a host starts a process from an entry of the bundle; `heapMb` caps its JavaScript heap. */
export type StartProcess = (file: URL, heapMb: number) => Child

/** What compute/serve-once.ts is sent. */
export interface Question {
  input: unknown
  language: Language
}

/** What compute/serve-once.ts sends: any number of `progress`, then the answer. */
export type Answer = { output: unknown } | { failure: Failure } | { progress: Progress }

/** Under Node. The packaged program cannot run as Node: Electron's host brings its own (hosts/electron/utility-process.ts). */
export const startNode: StartProcess = (file, heapMb) => {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const kill = (): void => void child.kill('SIGKILL')
  // Native work does not hear that whoever asked is gone.
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return {
    send: message => void child.send(message as object, () => undefined),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => {
      child.on('error', listener)
      child.on('exit', listener)
    },
    kill,
  }
}

export interface Once {
  signal: AbortSignal
  heapMb: number
  seconds: number
  /** Said where the time is over. */
  late: Failure
  /** Said where it ended without an answer: its own watchdog ends it when it needs too much memory. */
  died: Failure
  onProgress?: (progress: Progress) => void
}

/**
 * Runs one piece of work in a process of its own and ends the process with it: for native code that nothing but the end of its process can
 * stop, or that may take all memory. Rejects with FailureError only; a cancel is answered at once.
 */
export function runOnce<T>(start: StartProcess, file: URL, input: unknown, options: Once): Promise<T> {
  const { signal, heapMb, seconds, late, died } = options
  if (signal.aborted) throw cancelled()
  const child = start(file, heapMb)
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      child.kill()
    }
    const fail = (failure: Failure): void => {
      end()
      reject(new FailureError(failure.code, failure.message, failure.details))
    }
    const abort = (): void => fail(cancelled().failure)
    const timer = setTimeout(() => fail(late), seconds * 1000)
    signal.addEventListener('abort', abort, { once: true })
    child.onMessage(message => {
      const answer = message as Answer
      if ('progress' in answer) return options.onProgress?.(answer.progress)
      if ('failure' in answer) return fail(answer.failure)
      end()
      resolve(answer.output as T)
    })
    child.onExit(() => fail(died))
    child.send({ input, language: currentLanguage() } satisfies Question)
  })
}

const cancelled = (): FailureError => new FailureError('cancelled', say().cancelled)
