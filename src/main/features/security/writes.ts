import type { WritableDB } from '../../db/types.ts'

export function securityWrites(_db: WritableDB) {
  return {}
}
