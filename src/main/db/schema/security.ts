import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Who did what, in order: each row's `mac` covers the row and the mac before it (features/security/audit-log). Rows are written in the
 * transaction of the change that they tell of; triggers refuse to change or delete them. No name and no text of the ledger stands
 * here, so that erasing a person leaves the chain whole.
 */
export const auditLog = sqliteTable('audit_log', {
  sequence: integer('sequence').primaryKey(),
  /** ISO 8601, UTC. */
  at: text('at').notNull(),
  /** The user's id, which says nothing of the person; 'program' for what nobody asked for. */
  user: text('user').notNull(),
  /** The method of the contract that was called, or 'workspace.lock', 'unlock.failed' … */
  action: text('action').notNull(),
  /** JSON object of numbers and ids: the operation, rows changed, the step of the history. */
  detail: text('detail').notNull(),
  /** The workspace's revision after it. */
  revision: integer('revision').notNull(),
  mac: blob('mac', { mode: 'buffer' }).notNull(),
})

/** Keys of the log's earlier parts: a new data key starts a new part, and what was written under the old one can still be verified. */
export const auditKey = sqliteTable('audit_key', {
  untilSequence: integer('until_sequence').primaryKey(),
  key: blob('key', { mode: 'buffer' }).notNull(),
})

/** Who may open the workspace, and as what. The key slots beside the file know ids only; what is said here is what holds. */
export const workspaceUser = sqliteTable('workspace_user', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  role: text('role', { enum: ['viewer', 'analyst', 'admin'] }).notNull(),
  /** Base64 X25519 key to which a new data key is sealed; '' until a slot that has one was made. */
  publicKey: text('public_key').notNull().default(''),
  createdAt: text('created_at').notNull(),
})
