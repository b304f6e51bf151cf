import type { WritableDB } from '../../db/types.ts'

export function auditWrites(_db: WritableDB) {
  return {}
}
