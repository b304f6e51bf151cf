import type { WritableDB } from '../../db/types.ts'

export function qualityWrites(_db: WritableDB) {
  return {}
}
