import type { WritableDB } from '../../db/types.ts'

export function scheduleWrites(_db: WritableDB) {
  return {}
}
