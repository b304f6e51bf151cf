import type { WritableDB } from '../../db/types.ts'

export function budgetWrites(_db: WritableDB) {
  return {}
}
