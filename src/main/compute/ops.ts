import type { Progress } from '../../shared/contract/progress.ts'
import type { Language } from '../../shared/text/language.ts'
import type { Origin } from './origin.ts'

/** What an operation inside a worker gets beside its input. */
export interface OpContext {
  /** True once the caller gave up: loops ask it every few thousand rows and throw `FailureError('cancelled')`. */
  cancelled(): boolean
  /** Reports how far it is; throttled to one message every 50 ms. */
  progress(progress: Progress): void
  /** On whose behalf. */
  readonly by?: Origin | undefined
}

/** An operation: a plain function on cloneable input and output. */
// oxlint-disable-next-line typescript/no-explicit-any -- the registry's own bound; each op states its types
export type Op = (input: any, context: OpContext) => unknown
export type Ops = Record<string, Op>

export type OpInput<F extends Op> = Parameters<F>[0]
export type OpOutput<F extends Op> = Awaited<ReturnType<F>>

export type Request = {
  kind: 'call'
  id: number
  op: string
  input: unknown
  cancel: SharedArrayBuffer
  by?: Origin | undefined
  language: Language
}
export type Response =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'done'; id: number; output: unknown }
  | {
      kind: 'failed'
      id: number
      failure: { code: string; message: string; details?: Record<string, unknown> }
    }
  | { kind: 'ready' }
