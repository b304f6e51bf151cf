import type { EntryGroup } from '../../shared/contract/entry-groups.ts'
import type { Query, QueryResult } from '../../shared/query/query.ts'
import type { ReadableDB } from '../db/types.ts'
import { answer } from './columnar/answer.ts'
import { Columnar } from './columnar/columnar.ts'
import type { GroupsRequest } from './columnar/entry-groups.ts'
import { Pager, type Page, type PageRequest } from './columnar/page.ts'
import { answerFromSql } from './sqlite/answer.ts'

/**
 * What answers questions of the whole ledger, inside the reader's worker. Everything is read on one snapshot of the file and sees
 * what the writer has committed before the call.
 */
export interface Engine {
  /** The columns themselves, for features that ask several things of one selection (the dashboard). Use inside `read`. */
  readonly columnar: Columnar
  /** Op: answers a semantic query by the engine named. */
  query(input: { query: Query; engine: 'columnar' | 'sqlite' }): QueryResult
  /** One page of the ordered ledger, with the sums of all entries that pass the filters. */
  page(request: PageRequest): Page
  /** The heads that the entries of a grouped ledger stand under, in their order. */
  groups(request: GroupsRequest): EntryGroup[]
}

export function createEngine(db: ReadableDB): Engine {
  const columnar = new Columnar(db)
  const pager = new Pager(columnar)
  return {
    columnar,
    query: ({ query, engine }) =>
      engine === 'sqlite'
        ? db.transaction(() => answerFromSql(db, query)).deferred()
        : columnar.read(() => answer(columnar, query)),
    page: request => columnar.read(() => pager.page(request)),
    groups: request => columnar.read(() => pager.groups(request)),
  }
}
