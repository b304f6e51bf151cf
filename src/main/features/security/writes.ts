import { FailureError } from '../../../shared/result/failure.ts'
import { writeMeta } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { deleteUser, insertUser, selectUser, selectUsers, updateUser, type UserRow } from './queries.ts'
import { say } from './messages.ts'

export function securityWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  return {
    securityAddUser: (user: UserRow): void =>
      change(() => {
        refuseTaken(db, user.name)
        insertUser(db, user)
      }),

    securityUpdateUser: ({
      id,
      ...changes
    }: { id: string } & Partial<Pick<UserRow, 'name' | 'role' | 'publicKey'>>): void =>
      change(() => {
        mustUser(db, id)
        if (changes.name !== undefined) refuseTaken(db, changes.name, id)
        if (changes.role !== undefined && changes.role !== 'admin') refuseLastAdmin(db, id)
        updateUser(db, id, changes)
      }),

    securityRemoveUser: ({ id }: { id: string }): void =>
      change(() => {
        mustUser(db, id)
        refuseLastAdmin(db, id)
        deleteUser(db, id)
      }),

    securitySetAutoLock: ({ minutes }: { minutes: number }): void =>
      change(() => writeMeta(db, 'auto_lock_minutes', String(minutes))),
  }
}

function mustUser(db: WritableDB, id: string): void {
  if (!selectUser(db, id)) throw new FailureError('not-found', say().noUser)
}

function refuseTaken(db: WritableDB, name: string, id?: string): void {
  const same = (other: string): boolean => fold(other) === fold(name)
  if (selectUsers(db).some(user => user.id !== id && same(user.name)))
    throw new FailureError('bad-input', say().nameTaken(name))
}

function refuseLastAdmin(db: WritableDB, id: string): void {
  const admins = selectUsers(db).filter(user => user.role === 'admin')
  if (admins.length === 1 && admins[0]?.id === id) throw new FailureError('bad-input', say().onlyAdmin)
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
