import type { WritableDB } from '../../db/types.ts'

export function diagnosticsWrites(_db: WritableDB) {
  return {}
}
