import { FailureError } from '../../../../shared/result/failure.ts'
import { say } from '../messages.ts'

/** Nothing is written yet that stays: the file is to be read whole first, then loaded. The service sees to it. */
export const again = (name: string): FailureError =>
  new FailureError('import-refused', say().changed(name), { again: true })

export const isAgain = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.details?.['again'] === true
