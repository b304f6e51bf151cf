import { z } from 'zod'
import { longMethod, method } from './method.ts'

const Empty = z.object({})

/** Where the audit log ends; reports, evidence packs and backups carry it, so that a log that was cut or put back is noticed. */
export const AuditHeadSchema = z.object({
  sequence: z.number().int(),
  /** Hex; its first 16 characters are enough on paper. '' in a log without rows. */
  head: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
})

export const LogRowSchema = z.object({
  sequence: z.number().int(),
  at: z.string(),
  /** The user's id, and the name where that user is still there. */
  user: z.string(),
  name: z.string().optional(),
  action: z.string(),
  /** Numbers and ids only. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  revision: z.number().int(),
})
export type LogRow = z.infer<typeof LogRowSchema>

export const LOG_PROBLEMS = [
  'changed',
  'missing',
  'inserted',
  'reordered',
  'truncated',
  'rolled-back',
  'replaced',
] as const

export const LogCheckSchema = z.object({
  ok: z.boolean(),
  rows: z.number().int(),
  head: AuditHeadSchema,
  problems: z.array(z.object({ kind: z.enum(LOG_PROBLEMS), from: z.number().int(), to: z.number().int() })),
  /** The file was older than what this computer knew when it was opened; `sequence` is what was known. Until somebody accepts it. */
  alarms: z.array(
    z.object({
      row: z.number().int(),
      at: z.string(),
      sequence: z.number().int(),
      anchoredAt: z.string(),
    }),
  ),
  anchors: z.array(
    z.object({
      source: z.enum(['keychain', 'backup', 'given']),
      sequence: z.number().int(),
      head: z.string(),
      at: z.string().optional(),
      holds: z.boolean(),
    }),
  ),
})
export type LogCheck = z.infer<typeof LogCheckSchema>

const Name = z.string().trim().min(1).max(80)
const Password = z.string().min(8).max(1024)
/** The caller's own password: needed where the caller has one. */
const Current = z.string().max(1024).optional()
const UserRole = z.enum(['viewer', 'analyst', 'admin'])

export const UserSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: UserRole,
  createdAt: z.string(),
  /** False: this user gets in by the keychain of a computer, or not at all. */
  hasPassword: z.boolean(),
  /** Whoever asks. */
  self: z.boolean(),
})
export type User = z.infer<typeof UserSchema>
export type UserRole = User['role']

const Users = z.array(UserSchema)
const Id = z.object({ id: z.string().min(1).max(200) })
const RecoveryKey = z.object({ recoveryKey: z.string() })

/** Minutes without a call after which the workspace is locked; 0: never. */
export const AUTO_LOCK_MINUTES = 15

export const security = {
  users: method('admin', Empty, Users),
  addUser: longMethod('admin', z.object({ name: Name, role: UserRole, password: Password }), Users),
  renameUser: method('admin', Id.extend({ name: Name }), Users),
  setRole: method('admin', Id.extend({ role: UserRole }), Users),
  /** For a user who has forgotten it. One's own takes the current one, as everything here that hands the caller a way in. */
  resetPassword: longMethod('admin', Id.extend({ password: Password, current: Current }), Users),
  /** Puts the workspace under a new data key that the user's slot does not have; the recovery key is a new one too, shown this once. */
  removeUser: longMethod('admin', Id, RecoveryKey.extend({ users: Users })),
  /** One's own: the key is wrapped anew, nothing else changes. */
  changePassword: longMethod('viewer', z.object({ current: z.string().max(1024), next: Password }), Empty),
  /** The old recovery key opens nothing from then on. */
  newRecoveryKey: longMethod('admin', z.object({ current: Current }), RecoveryKey),
  /** Closes the workspace; who opens it next must give a password. Fails where it has none. */
  lock: method('viewer', Empty, Empty),
  setAutoLock: method(
    'admin',
    z.object({ minutes: z.number().int().min(0).max(1440) }),
    z.object({ minutes: z.number().int() }),
  ),
  autoLock: method('viewer', Empty, z.object({ minutes: z.number().int(), hasPassword: z.boolean() })),
  auditHead: method('viewer', Empty, AuditHeadSchema),
  /** Newest first; `before` is a sequence number. */
  log: method(
    'admin',
    z.object({
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ rows: z.array(LogRowSchema), more: z.boolean() }),
  ),
  /** Holds the log against itself, the workspace, the keychain, the newest backup, and heads that were written down elsewhere. */
  verifyLog: longMethod(
    'viewer',
    z.object({
      heads: z
        .array(
          z.object({
            sequence: z.number().int().positive(),
            head: z.string().regex(/^[0-9a-fA-F]{8,64}$/),
          }),
        )
        .max(100)
        .default([]),
    }),
    LogCheckSchema,
  ),
  /** Somebody knows why the file was older (a backup was restored): the alarms are over, and that they were accepted is in the log. */
  acceptAlarms: method('admin', Empty, z.object({ accepted: z.number().int() })),
}
