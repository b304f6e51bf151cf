import { z } from 'zod'
import { QueryResultSchema, QuerySchema } from '../query/query.ts'
import { method } from './method.ts'

export const explore = {
  /** `engine: 'sqlite'` asks the oracle; the answers are equal. */
  query: method(
    'viewer',
    z.object({ query: QuerySchema, engine: z.enum(['columnar', 'sqlite']).default('columnar') }),
    QueryResultSchema,
  ),
}
