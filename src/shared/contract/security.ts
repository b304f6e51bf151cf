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

export const security = {
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
