import type { WritableDB } from '../../db/types.ts'

export function connectionsWrites(_db: WritableDB) {
  return {}
}
