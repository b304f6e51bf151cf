import { KEEPING } from '../../shared/contract/progress.ts'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { FailureError, type Failure } from '../../shared/result/failure.ts'
import { say } from '../messages.ts'
import type { Op, Ops, Request, Response } from './ops.ts'
import { withLanguage } from './origin.ts'

/**
 * Answers calls on a worker's port: the worker's side of compute/client.ts. Calls that are asynchronous overlap; one that is not
 * holds the worker until it returns, which is what serialises the writer.
 */
export function serve(ops: Ops, port: MessagePort | null = parentPort): void {
  if (!port) throw new Error('serve() runs inside a worker')
  const send = (response: Response): void => port.postMessage(response)
  port.on('message', (request: Request) => {
    if (request.kind === 'call') void withLanguage(request.language, () => answer(ops, request, send))
  })
  send({ kind: 'ready' })
}

async function answer(ops: Ops, request: Request, send: (response: Response) => void): Promise<void> {
  const { id } = request
  const flag = new Int32Array(request.cancel)
  let last = 0
  try {
    const op: Op | undefined = Object.hasOwn(ops, request.op) ? ops[request.op] : undefined
    if (!op) throw new FailureError('internal', say().noOperation(request.op))
    const output = await op(request.input, {
      by: request.by,
      cancelled: () => Atomics.load(flag, 0) === 1,
      progress: progress => {
        const now = performance.now()
        // The last one says that a cancel is not heard any more.
        if (now - last < 50 && progress.stage !== KEEPING) return
        last = now
        send({ kind: 'progress', id, progress })
      },
    })
    send({ kind: 'done', id, output })
  } catch (error) {
    send({ kind: 'failed', id, failure: failureOf(error) })
  }
}

/** An error as a Failure: our own as they are, SQLite's by their code, anything else as a bug with its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') {
    if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { code: 'disk-full', message: say().diskFull }
    // A quota, a limit on a file's size, or a disk that fails: SQLite has rolled back.
    if (/^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHM|COMMIT)|^(EDQUOT|EFBIG)$/.test(code))
      return {
        code: 'disk-full',
        message: say().diskRefused,
      }
    if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS')
      return { code: 'read-only', message: say().readOnly }
    if (code.startsWith('SQLITE_BUSY'))
      return {
        code: 'file-busy',
        message: say().busy,
      }
    if (code === 'SQLITE_CONSTRAINT_TRIGGER' && (error as Error).message === 'closed fiscal year')
      return {
        code: 'forbidden',
        message: say().closedYear,
      }
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
      return {
        code: 'file-damaged',
        message: say().damaged,
      }
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { code: 'internal', message: text, details: error instanceof Error ? { stack: error.stack } : {} }
}

/** For a worker that could not start (its file is damaged, busy …): answers every call with why, instead of dying without a word. */
export function serveFailure(error: unknown, port: MessagePort | null = parentPort): void {
  const failure = failureOf(error)
  port?.on('message', (request: Request) =>
    port.postMessage({ kind: 'failed', id: request.id, failure } satisfies Response),
  )
}
