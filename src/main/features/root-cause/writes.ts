import type { WritableDB } from '../../db/types.ts'

export function rootCauseWrites(_db: WritableDB) {
  return {}
}
