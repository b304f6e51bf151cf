import type { ReadableDB } from '../db/types.ts'
import { RESTORED, type AuditHead } from './chain.ts'
import { headOf, macAt, nextAction } from './queries.ts'

export function auditLogReads(db: ReadableDB) {
  return {
    logHead: (_input: object): AuditHead => headOf(db),

    /** What follows a head that was written down: nothing, the row of a restore first, or something else, as in a log without it. */
    logSince: ({
      sequence,
      head,
    }: Pick<AuditHead, 'sequence' | 'head'>): 'nothing' | 'restored' | 'other' => {
      if ((macAt(db, sequence) ?? '') !== head) return 'other'
      const next = nextAction(db, sequence)
      if (next === undefined) return 'nothing'
      return next === RESTORED ? 'restored' : 'other'
    },
  }
}
