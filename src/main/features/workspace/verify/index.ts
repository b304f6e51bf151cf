import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { WritableDB } from '../../../db/types.ts'
import { checkBatches, checkChanges } from './batches.ts'
import type { Finding } from './finding.ts'
import { checkForeignKeys, checkIntegrity } from './file.ts'
import { checkMembers } from './members.ts'
import { checkRawFiles } from './raw-files.ts'
import { checkSegments } from './segments.ts'
import { checkTexts } from './texts.ts'
import { say } from './messages.ts'

export interface Check extends Finding {
  check: string
}

const CHECKS: readonly (readonly [string, (db: WritableDB, context: OpContext) => Omit<Check, 'check'>])[] = [
  ['integrity', checkIntegrity],
  ['foreign-keys', checkForeignKeys],
  ['batches', checkBatches],
  ['changes', checkChanges],
  ['members', checkMembers],
  ['segments', checkSegments],
  ['texts', checkTexts],
  ['raw-files', checkRawFiles],
]

/** Every check, also after one has failed. Changes nothing but the word index, which is brought up to date first. */
export function verifyWorkspace(db: WritableDB, context: OpContext): Check[] {
  return CHECKS.map(([check, run], done) => {
    if (context.cancelled()) throw new FailureError('cancelled', say().cancelled)
    context.progress({ stage: 'verify', done, total: CHECKS.length, unit: 'steps', subject: check })
    try {
      return { check, ...run(db, context) }
    } catch (error) {
      if (error instanceof FailureError && error.failure.code === 'cancelled') throw error
      return { check, ok: false, found: say().notRun((error as Error).message) }
    }
  })
}
