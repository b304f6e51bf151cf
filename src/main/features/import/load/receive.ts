import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { say } from '../messages.ts'

/**
 * The next message of the parser, waited for without an event loop: the writer holds a transaction open and must not answer
 * anybody else meanwhile. `bell[0]` counts messages; `bell[1]` is set by the caller once the parser is gone.
 */
export function receive(port: MessagePort, bell: Int32Array, op: OpContext): unknown {
  for (;;) {
    const rung = Atomics.load(bell, 0)
    const next = receiveMessageOnPort(port) as { message: unknown } | undefined
    if (next) return next.message
    if (op.cancelled() || Atomics.load(bell, 1) === 1) throw new FailureError('cancelled', say().cancelled)
    Atomics.wait(bell, 0, rung, 100)
  }
}
