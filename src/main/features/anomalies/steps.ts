import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { Cancelled, type Steps } from './analysis/table.ts'
import { say } from './messages.ts'

/** Lets a pure analysis report to the op's caller, and makes its end on request the failure that callers know. */
export function stepsOf<T>(op: OpContext, stage: string, run: (steps: Steps) => T): T {
  try {
    return run({
      cancelled: () => op.cancelled(),
      progress: (done, total) =>
        op.progress({
          stage,
          done: Math.round((100 * done) / Math.max(1, total)),
          total: 100,
          unit: 'steps',
        }),
    })
  } catch (error) {
    if (error instanceof Cancelled) throw new FailureError('cancelled', say().cancelled)
    throw error
  }
}
