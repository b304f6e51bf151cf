import { serveOnce } from '../compute/serve-once.ts'
import { openReadable } from '../db/open-database.ts'
import { runSql } from '../features/explore/queries.ts'
import type { SqlRequest } from '../features/explore/sql.ts'

serveOnce({ memoryMb: 512, seconds: 15 }, ({ path, key, text, limit }: SqlRequest) => {
  const db = openReadable(path, key)
  db.pragma('cache_size = -65536')
  return runSql(db, { text, limit })
})
