/** Where the lock between processes lies: an empty file that stays beside the workspace, so that two of them never lock different ones. */
export function lockPath(path: string): string {
  return `${path}-lock`
}

/** Tells, outside of the database and its WAL, how often the workspace was written to (db/witness.ts). */
export function witnessPath(path: string): string {
  return `${path}-witness`
}
