import { os } from '@orpc/server'
import { methodOf, METHOD_NAMES, type MethodName } from '../shared/contract/index.ts'
import type { Progress } from '../shared/contract/progress.ts'
import type { App, Session } from './app.ts'
import { dispatch, type Reply } from './dispatch.ts'

/** What a host gives the router with each connection. */
export interface RouterContext {
  readonly app: App
  readonly session: Session
}

/** What a long method streams: any number of `progress`, then one `reply`. */
export type StreamItem = { progress: Progress } | { reply: Reply<unknown> }

const procedure = os.$context<RouterContext>()

/**
 * The oRPC router of every host, made from the contract's own descriptors: `feature.method` answers a Reply, a long method
 * an event iterator of StreamItem. oRPC carries, dispatch decides: its schemas are not given to oRPC, so that a bad request is the
 * same envelope over MessagePort, WebSocket and CLI.
 */
export function createRouter() {
  const router: Record<
    string,
    Record<string, ReturnType<typeof short> | ReturnType<typeof long>>
  > = Object.create(null)
  for (const name of METHOD_NAMES) {
    const [feature, key] = name.split('.') as [string, string]
    const methods = (router[feature] ??= Object.create(null) as Record<string, ReturnType<typeof short>>)
    methods[key] = methodOf(name)?.progress ? long(name) : short(name)
  }
  return router
}

function short(name: MethodName) {
  return procedure.handler(({ context, input, signal }): Promise<Reply<unknown>> =>
    dispatch(context.app, context.session, name, input as never, { signal }),
  )
}

function long(name: MethodName) {
  return procedure.handler(({ context, input, signal }) =>
    stream((onProgress, cancel) =>
      dispatch(context.app, context.session, name, input as never, {
        signal: signal ? AbortSignal.any([signal, cancel]) : cancel,
        onProgress,
      }),
    ),
  )
}

/**
 * Runs a call as an async iterator. Written out rather than as a generator: `return()` of a generator that is waiting is queued
 * behind the wait, and a cancel must reach the call at once. Only the newest progress is kept while nobody reads.
 */
export function stream(
  run: (onProgress: (progress: Progress) => void, cancel: AbortSignal) => Promise<Reply<unknown>>,
): AsyncIterableIterator<StreamItem, void, void> {
  const controller = new AbortController()
  let latest: Progress | undefined
  let reply: Reply<unknown> | undefined
  let ended = false
  let wake: (() => void) | undefined
  const stir = (): void => {
    wake?.()
    wake = undefined
  }
  const running = run(progress => {
    latest = progress
    stir()
  }, controller.signal).then(answer => {
    reply = answer
    stir()
  })
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      while (!ended && !latest && !reply) {
        // dispatch never rejects; were it to, the rejection ends the iterator here instead of going unseen.
        await Promise.race([running, new Promise<void>(resolve => (wake = resolve))])
      }
      if (ended) return { done: true, value: undefined }
      if (latest) {
        const progress = latest
        latest = undefined
        return { done: false, value: { progress } }
      }
      ended = true
      return { done: false, value: { reply: reply as Reply<unknown> } }
    },
    async return() {
      ended = true
      controller.abort()
      stir()
      return { done: true, value: undefined }
    },
  }
}
