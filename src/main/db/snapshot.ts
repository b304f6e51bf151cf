import type { ReadableDB } from './types.ts'

/** Runs `work` on one state of the file, whatever others commit meanwhile. Not async: the snapshot ends with it. */
export function onSnapshot<T>(db: ReadableDB, work: () => T): T {
  return db.transaction(work).deferred()
}
