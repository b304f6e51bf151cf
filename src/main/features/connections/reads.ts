import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'

export function connectionsReads(_db: ReadableDB, _engine: Engine) {
  return {}
}
