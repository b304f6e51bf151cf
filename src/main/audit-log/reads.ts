import type { ReadableDB } from '../db/types.ts'
import type { AuditHead } from './chain.ts'
import { headOf } from './queries.ts'

export function auditLogReads(db: ReadableDB) {
  return { logHead: (_input: object): AuditHead => headOf(db) }
}
