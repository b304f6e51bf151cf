import { z } from 'zod'
import { logged, longMethod, method } from './method.ts'

/** Why a backup was made. 'before-import' and 'before-migration' come first, so that there is a way back from either. */
export const BACKUP_CAUSES = [
  'daily',
  'before-import',
  'before-migration',
  'before-restore',
  'by-hand',
] as const
export type BackupCause = (typeof BACKUP_CAUSES)[number]

/** What the ledger held: known only to whoever has the workspace's key, as it lies sealed in the backup's manifest. */
export const BackupContentsSchema = z.object({
  name: z.string(),
  revision: z.number().int(),
  entries: z.number().int(),
  /** ISO days of the first and latest entry; null in an empty ledger. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Per currency: entries, and their sum as a decimal text. */
  totals: z.array(z.object({ currency: z.string(), entries: z.number().int(), sum: z.string() })),
})
export type BackupContents = z.infer<typeof BackupContentsSchema>

export const BackupSchema = z.object({
  /** Its folder: database, key slots and manifest. */
  path: z.string(),
  madeAt: z.string(),
  cause: z.enum(BACKUP_CAUSES),
  bytes: z.number().int(),
  /** The database's schema, and whether this program can read it. */
  schema: z.number().int(),
  readable: z.boolean(),
  program: z.string(),
  /** Null where the key is not at hand. */
  contents: BackupContentsSchema.nullable(),
  /** Head of the audit log at that time; null where the key is not at hand. */
  auditHead: z.object({ sequence: z.number().int(), head: z.string() }).nullable(),
  /** What is wrong at a glance (a file is missing or has another size); null where nothing is. `verify` looks at every byte. */
  problem: z.string().nullable(),
})
export type Backup = z.infer<typeof BackupSchema>

const Path = z.string().min(1).max(4096)

export const BackupListSchema = z.object({
  /** Where backups of this workspace are kept. */
  folder: z.string(),
  automatic: z.boolean(),
  /** Newest first. */
  backups: z.array(BackupSchema),
  /** Why the last automatic one could not be made; null once one could. */
  lastProblem: z.string().nullable(),
  /** Somewhere a program copies files to other machines: the workspace's folder, or the backups'. */
  synced: z.boolean(),
})
export type BackupList = z.infer<typeof BackupListSchema>

export const BackupCheckSchema = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ check: z.string(), ok: z.boolean(), found: z.string() })),
})
export type BackupCheck = z.infer<typeof BackupCheckSchema>

export const backup = {
  /**
   * Backups of a workspace: of the open one, or of a workspace's path (which may be gone), or those in a folder. Contents are told of
   * the open workspace, and of one that was unlocked but could not be opened.
   */
  list: method('nobody', z.object({ workspace: Path.optional(), folder: Path.optional() }), BackupListSchema),
  /**
   * Copies the open workspace, checks the copy with its key, and only then gives it its name. `to`: another folder, outside of the
   * rotation. 'daily' and 'before-import' answer null where none is due.
   */
  make: logged(
    longMethod(
      'analyst',
      z.object({
        to: Path.optional(),
        cause: z.enum(['daily', 'before-import', 'by-hand']).default('by-hand'),
      }),
      BackupSchema.nullable(),
    ),
  ),
  /**
   * Makes a backup by hand and, once it is proved, removes all older ones of this workspace from its folder: for what is to be in none of
   * them any more, as after a person was erased.
   */
  renew: logged(
    longMethod('admin', z.object({}), z.object({ made: BackupSchema, removed: z.number().int() })),
  ),
  /** Every byte against the manifest; with the key at hand also the database's integrity, counts and sums. */
  verify: longMethod('nobody', z.object({ path: Path }), BackupCheckSchema),
  /** SQLite's integrity check of the open workspace, in a process of its own: nobody waits for it. */
  integrity: longMethod('viewer', z.object({}), z.object({ ok: z.boolean(), found: z.string() })),
  /**
   * Puts a backup at a place where there is nothing, or over the workspace it was made of: what lies there is moved to a quarantine
   * folder beside it, never deleted. Opens nothing: the password of that time, or the recovery key, opens it. `password`: an
   * administrator's, or the recovery key, where a workspace that is not open gives way (`wrong-password`, details.needs = 'password').
   */
  restore: longMethod(
    'nobody',
    z.object({
      path: Path,
      to: Path,
      over: z.boolean().default(false),
      password: z.string().max(1024).optional(),
    }),
    z.object({ path: z.string(), quarantine: z.string().nullable() }),
  ),
  /** Where and whether backups are made by themselves, on this machine. `folder` null: beside the workspace. */
  configure: method(
    'admin',
    z.object({ folder: Path.nullable().optional(), automatic: z.boolean().optional() }),
    BackupListSchema,
  ),
}
