import type { WritableDB } from '../../db/types.ts'

export function forecastWrites(_db: WritableDB) {
  return {}
}
