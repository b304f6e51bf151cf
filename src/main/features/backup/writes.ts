import type { WritableDB } from '../../db/types.ts'

export function backupWrites(_db: WritableDB) {
  return {}
}
