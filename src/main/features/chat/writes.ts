import type { WritableDB } from '../../db/types.ts'

export function chatWrites(_db: WritableDB) {
  return {}
}
