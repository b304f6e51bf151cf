import type { WritableDB } from './types.ts'

/** A load adds at the ends of its tables and indexes: more pages than these are not met twice. */
const LOADING_CACHE_KIB = 16_384

/**
 * Runs a large write with little memory, and brings the write-ahead log home only once the caller has its answer: what is
 * committed lies safely in the log.
 */
export function bulkWrite<T>(db: WritableDB, work: () => T): T {
  const cache = db.pragma('cache_size', { simple: true }) as number
  const every = db.pragma('wal_autocheckpoint', { simple: true }) as number
  db.pragma('shrink_memory')
  db.pragma(`cache_size = -${LOADING_CACHE_KIB}`)
  db.pragma('wal_autocheckpoint = 0')
  try {
    return work()
  } finally {
    db.pragma(`cache_size = ${cache}`)
    db.pragma(`wal_autocheckpoint = ${every}`)
    setImmediate(() => checkpoint(db))
  }
}

function checkpoint(db: WritableDB): void {
  if (!db.open) return
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // Nothing is lost: the log stays as it is, and the next commit tries again and says what is wrong.
  }
}
