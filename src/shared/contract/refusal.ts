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
  'workspace.duplicate',
] as const)

/** Every user may call them, and they write: a file that may only be read refuses them. */
export const VIEWERS_WRITES: ReadonlySet<MethodName> = new Set([
  'security.changePassword',
  'reports.makeEvidence',
] as const)

/**
 * They look at the entries one by one, or would change them. A workspace that only asks a warehouse has none: it refuses them before
 * anything is begun.
 */
export const NEEDS_ENTRIES: ReadonlySet<MethodName> = new Set([
  'import.preview',
  'import.commit',
  'import.restore',
  'import.undo',
  'ledger.origins',
  'ledger.edit',
  'ledger.attach',
  'ledger.detach',
  'ledger.split',
  'ledger.join',
  'ledger.remove',
  'ledger.restoreEntries',
  'ledger.purge',
  'ledger.undo',
  'ledger.redo',
  'explore.profile',
  'explore.breakdown',
  'explore.distribution',
  'explore.sql',
  'alerts.look',
  'anomalies.find',
  'anomalies.monthly',
  'anomalies.challenge',
  'root-cause.association',
  'budget.previewFile',
  'budget.importFile',
  'budget.plan',
  'budget.setPlan',
  'budget.scenarios',
  'budget.variance',
  'quality.run',
  'quality.check',
  'quality.reconcile',
  'reference.accounts',
  'reference.rates',
  'reference.previewChart',
  'reference.importChart',
  'reference.convert',
  'rules.dryRun',
  'rules.apply',
  'rules.suggest',
  'rules.transfers',
  'rules.pairTransfers',
  'rules.unpair',
  'rules.refuseTransfer',
  'rules.recurring',
  'audit.find',
  'audit.record',
  'reports.trace',
  'reports.compare',
  'reports.compareRows',
  'reports.makeEvidence',
  'reports.preview',
  'reports.make',
  'chat.ask',
  'chat.say',
  'chat.suggestions',
  'chat.preview',
  'chat.askModel',
  'connections.extract',
  'connections.import',
] as const)

/** What somebody who has a workspace open may. */
export interface Access {
  /** Unknown while none is open. */
  role: Role | undefined
  /** The workspace's file may only be read. */
  viewOnly: boolean
  /** The workspace's entries are in a warehouse only. */
  asksOnly?: boolean
}

/** Why a method is refused: for the role, because it would write into a file that may only be read, or because there are no entries in it. Nothing is while the role is unknown. */
export function refusalOf(
  { role, viewOnly, asksOnly }: Access,
  method: MethodName,
): 'role' | 'view-only' | 'asks-only' | undefined {
  if (role === undefined) return undefined
  const least = ROLES.indexOf(methodOf(method)?.role ?? 'admin')
  if (ROLES.indexOf(role) < least) return 'role'
  const writes = least > ROLES.indexOf('viewer') ? !READS.has(method) : VIEWERS_WRITES.has(method)
  if (viewOnly && writes) return 'view-only'
  return asksOnly === true && NEEDS_ENTRIES.has(method) ? 'asks-only' : undefined
}
