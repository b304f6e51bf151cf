import type { ReadableDB } from '../../db/types.ts'
import { readFacts, type WorkspaceFacts } from './queries.ts'

export function workspaceReads(db: ReadableDB) {
  return {
    /** Answers once the file is open and its schema is the one this program reads. */
    workspaceReady: (_input: object): boolean => true,
    workspaceFacts: (_input: object): WorkspaceFacts => readFacts(db),
  }
}
