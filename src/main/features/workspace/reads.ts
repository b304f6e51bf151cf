import type { ReadableDB } from '../../db/types.ts'
import { readFacts, type WorkspaceFacts } from './queries.ts'

export function workspaceReads(db: ReadableDB) {
  return {
    workspaceFacts: (_input: object): WorkspaceFacts => readFacts(db),
  }
}
