import { AUTO_LOCK_MINUTES, type LogRow } from '../../../shared/contract/security.ts'
import { pageOfLog } from '../../audit-log/queries.ts'
import { readMeta } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import { selectUser, selectUsers, type UserRow } from './queries.ts'

export function securityReads(db: ReadableDB) {
  return {
    securityLog: (input: {
      before?: number | undefined
      limit: number
    }): { rows: LogRow[]; more: boolean } => {
      const names = new Map(selectUsers(db).map(user => [user.id, user.name]))
      const rows = pageOfLog(db, { ...input, limit: input.limit + 1 }).map(row => ({
        ...row,
        name: names.get(row.user),
        detail: JSON.parse(row.detail) as LogRow['detail'],
      }))
      return { rows: rows.slice(0, input.limit), more: rows.length > input.limit }
    },

    securityUsers: (_input: object): UserRow[] => selectUsers(db),
    securityUser: ({ id }: { id: string }): UserRow | undefined => selectUser(db, id),
    securityAutoLock: (_input: object): { minutes: number } => ({
      minutes: Number(readMeta(db, 'auto_lock_minutes') ?? AUTO_LOCK_MINUTES),
    }),
  }
}
