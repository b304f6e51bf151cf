import type { WritableDB } from '../../db/types.ts'

export function rulesWrites(_db: WritableDB) {
  return {}
}
