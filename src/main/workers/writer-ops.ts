import type { WritableDB } from '../db/types.ts'
import { importWrites } from '../features/import/writes.ts'
import { workspaceWrites } from '../features/workspace/writes.ts'

/** All that may change a workspace. Each feature adds its own; every op runs alone. */
export function createWriterOps(db: WritableDB) {
  return { ...workspaceWrites(db), ...importWrites(db) }
}
export type WriterOps = ReturnType<typeof createWriterOps>
