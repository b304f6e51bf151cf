import { Worker } from 'node:worker_threads'
import type { Progress } from '../../shared/contract/progress.ts'
import type { Answer, Question } from './process.ts'
import { withLanguage } from './origin.ts'
import { failureOf } from './serve.ts'
import { workerUrl } from './worker-url.ts'

/** What Electron puts in place of Node's channel in its own kind of process. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

export interface Limits {
  /** Of the whole process: SQLite's own limits are compiled out of better-sqlite3. */
  memoryMb: number
  /** It ends itself then, should whoever started it be gone. */
  seconds: number
}

/** The process's side of compute/process.ts: answers one message. A thread beside it ends the process when it goes beyond its limits. */
export function serveOnce(
  limits: Limits,
  // oxlint-disable-next-line typescript/no-explicit-any -- a message, whose type the entry states
  work: (input: any, report: (progress: Progress) => void) => unknown,
): void {
  const port = (process as { parentPort?: ParentPort }).parentPort
  const send = (answer: Answer): void => {
    if (port) port.postMessage(answer)
    else process.send?.(answer)
  }
  const watchdog = new Worker(workerUrl('watchdog'), { workerData: limits })
  const receive = ({ input, language }: Question): void =>
    withLanguage(language, () => {
      try {
        send({ output: work(input, progress => send({ progress })) })
      } catch (error) {
        send({ failure: failureOf(error) })
      }
    })
  // Not before it is watched: native work would hold the thread that has to start the watchdog.
  const watched = new Promise<void>(resolve => {
    watchdog.once('message', () => resolve())
  })
  if (port) port.on('message', ({ data }) => void watched.then(() => receive(data as Question)))
  else process.once('message', message => void watched.then(() => receive(message as Question)))
  // Under Node, whoever started it is gone.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}
