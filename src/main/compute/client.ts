import { Worker, type Transferable } from 'node:worker_threads'
import type { Progress } from '../../shared/contract/progress.ts'
import { FailureError, type Failure } from '../../shared/result/failure.ts'
import { say } from '../messages.ts'
import { currentLanguage, currentOrigin } from './origin.ts'
import type { OpInput, OpOutput, Ops, Request, Response } from './ops.ts'
import { workerUrl, type WorkerName } from './worker-url.ts'

export interface CallOptions {
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  transfer?: Transferable[]
  /** By this worker, whatever the detour says. */
  here?: boolean
}

/**
 * Room for short-lived objects, in MB. Workers pass rows through by the million and keep none: left to itself each would let its
 * nursery grow to 150 MB before it cleared up.
 */
const YOUNG = { maxYoungGenerationSizeMb: 8 }

interface Pending {
  resolve(output: unknown): void
  reject(error: Error): void
  onProgress?: (progress: Progress) => void
  cancel: Int32Array
}

/**
 * The caller's side of a worker. `call` rejects with FailureError only; a worker that dies rejects all that is pending with
 * `worker-crashed`, and the next call starts a new one.
 */
export class WorkerClient<T extends Ops> {
  #worker: Worker | undefined
  #pending = new Map<number, Pending>()
  #next = 1
  #closed = false
  readonly #name: WorkerName | URL
  readonly #workerData: unknown
  readonly #heapMb: number | undefined
  /** Answers a call elsewhere, where it says so: a workspace that belongs to a warehouse has its questions answered there. */
  detour: ((op: string, input: unknown, options: CallOptions) => Promise<unknown> | undefined) | undefined

  /**
   * `name` may also be a worker's file: benches bring their own. `workerData` is what the worker starts with (cloned). `heapMb`: a
   * worker that needs more is ended; its calls fail with `worker-crashed` and `details.memory`.
   */
  constructor(name: WorkerName | URL, workerData?: unknown, heapMb?: number) {
    this.#name = name
    this.#workerData = workerData
    this.#heapMb = heapMb
  }

  async call<K extends keyof T & string>(
    op: K,
    input: OpInput<T[K]>,
    options: CallOptions = {},
  ): Promise<OpOutput<T[K]>> {
    if (this.#closed) throw new FailureError('logged-out', say().workspaceClosed)
    options.signal?.throwIfAborted()
    const elsewhere = options.here ? undefined : this.detour?.(op, input, options)
    if (elsewhere) return (await elsewhere) as OpOutput<T[K]>
    const worker = this.#start()
    const id = this.#next++
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    const abort = (): void => void Atomics.store(cancel, 0, 1)
    options.signal?.addEventListener('abort', abort, { once: true })
    try {
      return await new Promise<OpOutput<T[K]>>((resolve, reject) => {
        this.#pending.set(id, {
          resolve: resolve as Pending['resolve'],
          reject,
          onProgress: options.onProgress,
          cancel,
        })
        const request: Request = {
          kind: 'call',
          id,
          op,
          input,
          cancel: cancel.buffer as SharedArrayBuffer,
          by: currentOrigin(),
          language: currentLanguage(),
        }
        worker.postMessage(request, options.transfer ?? [])
      })
    } finally {
      this.#pending.delete(id)
      options.signal?.removeEventListener('abort', abort)
    }
  }

  /** Ends the worker at once; what is pending fails with `failure`. For the importer's worker, which holds nothing of worth. */
  async kill(failure: Failure = { code: 'cancelled', message: say().cancelled }): Promise<void> {
    await this.#end(failure)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#end({ code: 'cancelled', message: say().wasClosed })
  }

  async #end(failure: Failure): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#failAll(failure)
    await worker?.terminate()
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const url = this.#name instanceof URL ? this.#name : workerUrl(this.#name)
    const worker = new Worker(url, {
      workerData: this.#workerData,
      name: String(this.#name),
      resourceLimits: {
        ...YOUNG,
        ...(this.#heapMb === undefined ? {} : { maxOldGenerationSizeMb: this.#heapMb }),
      },
    })
    this.#worker = worker
    worker.on('message', (response: Response) => this.#receive(response))
    const lost = (why: string, memory = false): void => {
      if (this.#worker !== worker) return
      this.#worker = undefined
      this.#failAll({
        code: 'worker-crashed',
        message: say().stopped(why),
        ...(memory ? { details: { memory } } : {}),
      })
    }
    worker.on('error', error =>
      lost(
        error instanceof Error ? error.message : String(error),
        (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY',
      ),
    )
    worker.on('exit', code => lost(`exit ${code}`))
    return worker
  }

  #receive(response: Response): void {
    if (response.kind === 'ready') return
    const pending = this.#pending.get(response.id)
    if (!pending) return
    if (response.kind === 'progress') pending.onProgress?.(response.progress)
    else if (response.kind === 'done') pending.resolve(response.output)
    else {
      const { code, message, details } = response.failure as Failure
      pending.reject(new FailureError(code, message, details))
    }
  }

  #failAll(failure: Failure): void {
    for (const pending of this.#pending.values())
      pending.reject(new FailureError(failure.code, failure.message, failure.details))
    this.#pending.clear()
  }
}
