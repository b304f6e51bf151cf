import { createORPCClient } from '@orpc/client'
import type { MethodName, Input, Output } from '../../shared/contract/index.ts'
import { methodOf } from '../../shared/contract/index.ts'
import type { Progress } from '../../shared/contract/progress.ts'
import { fail, type Result } from '../../shared/result/failure.ts'
import { messagesNow } from '../ui/messages.ts'
import { hostMessages } from './host.messages.ts'
import { Connection, type ConnectionState } from './connection.ts'

export interface CallOptions {
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

export type Reply<T> = Result<T> & { revision: number }
type StreamItem = { progress: Progress } | { reply: Reply<unknown> }

const connection = new Connection()
const say = () => messagesNow(hostMessages)
const cancelled = (): Result<never> => fail('cancelled', say().cancelled)

/** `open`, `connecting` (also after a loss: it tries again by itself) or `over`: this page's session ended and needs a new address. */
export const connectionState = (): ConnectionState => connection.state
export const onConnection = (listener: (state: ConnectionState) => void): (() => void) =>
  connection.listen(listener)

let revision: number | undefined

/** The workspace's revision as the latest reply told it; 0 while none is open. */
export const currentRevision = (): number => revision ?? 0

/** `before` is undefined with the first reply of all: nothing was read by then. */
type RevisionListener = (revision: number, before: number | undefined) => void
const revisionListeners = new Set<RevisionListener>()

/** Calls back when a reply shows another revision: whatever was fetched before is stale then. Answers how to stop. */
export function onRevision(listener: RevisionListener): () => void {
  revisionListeners.add(listener)
  return () => revisionListeners.delete(listener)
}

/**
 * Calls a method of the contract; never rejects. An abort answers `cancelled` at once; the host then stops its work, and what
 * it had finished just before is seen by the next revision. A lost connection answers `unavailable`.
 */
export async function call<N extends MethodName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): Promise<Result<Output<N>>> {
  const { signal } = options
  if (signal?.aborted) return cancelled()
  try {
    const link = await connection.ready(signal)
    if (!link) return fail('unavailable', say().silent)
    const [feature, key] = name.split('.') as [string, string]
    const client = createORPCClient(link) as unknown as Client
    const answer = await (client[feature] as Client[string])[key]?.(input, { signal })
    const reply = methodOf(name)?.progress
      ? await readStream(answer as AsyncIterable<StreamItem>, options.onProgress)
      : (answer as Reply<unknown>)
    if (!reply) return fail('unavailable', say().ended)
    noteRevision(reply.revision)
    return (reply.ok ? { ok: true, value: reply.value } : { ok: false, failure: reply.failure }) as Result<
      Output<N>
    >
  } catch (error) {
    if (signal?.aborted) {
      afterCancel(name)
      return cancelled()
    }
    const why = error instanceof Error ? error.message : String(error)
    return fail('unavailable', say().lost, {
      why,
    })
  }
}

type Client = Record<
  string,
  Record<string, (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>>
>

async function readStream(
  items: AsyncIterable<StreamItem>,
  onProgress: CallOptions['onProgress'],
): Promise<Reply<unknown> | undefined> {
  for await (const item of items) {
    if ('reply' in item) return item.reply
    onProgress?.(item.progress)
  }
  return undefined
}

function noteRevision(next: number): void {
  const before = revision
  if (next === before) return
  revision = next
  for (const listener of revisionListeners) listener(next, before)
}

// The reply of a cancelled call never comes; whether its work had been done already is seen from the revision.
function afterCancel(name: MethodName): void {
  if (methodOf(name)?.progress) void call('workspace.status', {})
}
