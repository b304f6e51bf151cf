import type { WritableDB } from '../../db/types.ts'

export function warehouseWrites(_db: WritableDB) {
  return {}
}
