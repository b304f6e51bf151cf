import { serveOnce } from '../compute/serve-once.ts'
import { openReadable } from '../db/open-database.ts'
import { runSql } from '../features/explore/queries.ts'
import type { SqlRequest } from '../features/explore/sql.ts'

serveOnce({ memoryMb: 512, seconds: 15 }, ({ path, key, text, limit }: SqlRequest) => {
  // Its memory is capped: the reader's cache would leave the statement none.
  return runSql(openReadable(path, key, 65_536), { text, limit })
})
