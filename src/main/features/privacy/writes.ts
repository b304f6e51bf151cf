import type { WritableDB } from '../../db/types.ts'

export function privacyWrites(_db: WritableDB) {
  return {}
}
