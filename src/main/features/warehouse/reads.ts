import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'

export function warehouseReads(_db: ReadableDB, _engine: Engine) {
  return {}
}
