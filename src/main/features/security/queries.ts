import type { ReadableDB } from '../../db/types.ts'

/** Names of the users that there are, by id. */
export function userNames(db: ReadableDB): Map<string, string> {
  return new Map(db.prepare('SELECT id, name FROM workspace_user').raw().all() as [string, string][])
}
