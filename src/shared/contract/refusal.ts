import { methodOf, type MethodName } from './index.ts'
import { ROLES, type Role } from './method.ts'

/** Above a viewer's role, and all the same they leave the workspace's file as it is: they answer where it may only be read, too. */
export const READS: ReadonlySet<MethodName> = new Set([
  'explore.schema',
  'explore.sql',
  'privacy.report',
  'privacy.retention',
  'security.users',
  'security.log',
  'backup.make',
  'backup.renew',
  'backup.configure',
] as const)

/** Every user may call them, and they write: a file that may only be read refuses them. */
export const VIEWERS_WRITES: ReadonlySet<MethodName> = new Set([
  'security.changePassword',
  'reports.makeEvidence',
] as const)

/** What somebody who has a workspace open may. */
export interface Access {
  /** Unknown while none is open. */
  role: Role | undefined
  /** The workspace's file may only be read. */
  viewOnly: boolean
}

/** Why a method is refused: for the role, or because it would write into a file that may only be read. Nothing is while the role is unknown. */
export function refusalOf({ role, viewOnly }: Access, method: MethodName): 'role' | 'view-only' | undefined {
  if (role === undefined) return undefined
  const least = ROLES.indexOf(methodOf(method)?.role ?? 'admin')
  if (ROLES.indexOf(role) < least) return 'role'
  const writes = least > ROLES.indexOf('viewer') ? !READS.has(method) : VIEWERS_WRITES.has(method)
  return viewOnly && writes ? 'view-only' : undefined
}
