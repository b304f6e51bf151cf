import type { Role } from '../../../shared/contract/method.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface UserRow {
  id: string
  name: string
  role: Exclude<Role, 'nobody'>
  publicKey: string
  createdAt: string
}

const COLUMNS = 'id, name, role, public_key AS publicKey, created_at AS createdAt'

/** In the order in which they came. */
export function selectUsers(db: ReadableDB): UserRow[] {
  return db.prepare(`SELECT ${COLUMNS} FROM workspace_user ORDER BY created_at, id`).all() as UserRow[]
}

export function selectUser(db: ReadableDB, id: string): UserRow | undefined {
  return db.prepare(`SELECT ${COLUMNS} FROM workspace_user WHERE id = ?`).get(id) as UserRow | undefined
}

export function insertUser(db: WritableDB, user: UserRow): void {
  db.prepare(
    'INSERT INTO workspace_user (id, name, role, public_key, created_at) VALUES (?, ?, ?, ?, ?)',
  ).run(user.id, user.name, user.role, user.publicKey, user.createdAt)
}

export function updateUser(
  db: WritableDB,
  id: string,
  { name, role, publicKey }: Partial<Pick<UserRow, 'name' | 'role' | 'publicKey'>>,
): void {
  db.prepare(
    `UPDATE workspace_user SET name = coalesce(?, name), role = coalesce(?, role),
       public_key = coalesce(?, public_key) WHERE id = ?`,
  ).run(name ?? null, role ?? null, publicKey ?? null, id)
}

export function deleteUser(db: WritableDB, id: string): void {
  db.prepare('DELETE FROM workspace_user WHERE id = ?').run(id)
}
