import type { LogRow } from '../../../shared/contract/security.ts'
import { pageOfLog } from '../../audit-log/queries.ts'
import type { ReadableDB } from '../../db/types.ts'
import { userNames } from './queries.ts'

export function securityReads(db: ReadableDB) {
  return {
    securityLog: (input: {
      before?: number | undefined
      limit: number
    }): { rows: LogRow[]; more: boolean } => {
      const names = userNames(db)
      const rows = pageOfLog(db, { ...input, limit: input.limit + 1 }).map(row => ({
        ...row,
        name: names.get(row.user),
        detail: JSON.parse(row.detail) as LogRow['detail'],
      }))
      return { rows: rows.slice(0, input.limit), more: rows.length > input.limit }
    },
  }
}
