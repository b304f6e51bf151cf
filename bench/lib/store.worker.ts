import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { serve } from '../../src/main/compute/serve.ts'
import { migrate } from '../../src/main/db/migrate.ts'
import { openReadable, openWritable } from '../../src/main/db/open-database.ts'
import type { WritableDB } from '../../src/main/db/types.ts'
import { createReaderOps } from '../../src/main/workers/reader-ops.ts'
import { createWriterOps } from '../../src/main/workers/writer-ops.ts'

/** The writer's or the reader's worker on an encrypted workspace, or on one in clear text, which the product never makes. */
const { path, key, role } = workerData as {
  path: string
  key: Uint8Array | undefined
  role: 'writer' | 'reader'
}

function openPlain(): WritableDB {
  const db = new Database(path) as unknown as WritableDB
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'temp_store = MEMORY',
    'foreign_keys = ON',
    'secure_delete = ON',
  ])
    db.pragma(pragma)
  // The same cache as the product's writer.
  db.pragma('cache_size = -131072')
  if (role === 'writer') migrate(db)
  return db
}

if (role === 'writer')
  serve(createWriterOps(key ? openWritable(path, key) : openPlain(), key ?? new Uint8Array(32)))
else serve(createReaderOps(key ? openReadable(path, key) : openPlain()))
