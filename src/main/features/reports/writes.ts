import type { WritableDB } from '../../db/types.ts'

export function reportsWrites(_db: WritableDB) {
  return {}
}
