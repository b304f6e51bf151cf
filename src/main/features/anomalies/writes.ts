import type { WritableDB } from '../../db/types.ts'

export function anomaliesWrites(_db: WritableDB) {
  return {}
}
