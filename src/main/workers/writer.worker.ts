import { createDatabase, openReadable, openWritable } from '../db/open-database.ts'
import type { WritableDB } from '../db/types.ts'
import { serveDatabase } from './database.ts'
import { createWriterOps } from './writer-ops.ts'

serveDatabase(({ path, key, mode }) => {
  if (mode === 'create') return createWriterOps(createDatabase(path, key))
  // View-only: the same operations on a connection that cannot write. What must write fails with `read-only`.
  if (mode === 'read-only') return createWriterOps(openReadable(path, key) as WritableDB)
  return createWriterOps(openWritable(path, key))
})
