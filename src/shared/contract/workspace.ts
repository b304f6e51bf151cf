import { z } from 'zod'
import { WEEK_PATTERNS } from '../calendar/fiscal.ts'
import { PROFILES } from '../query/dimensions.ts'
import { logged, longMethod, method, ROLES } from './method.ts'

export const WorkspaceSettingsSchema = z.object({
  name: z.string().min(1).max(200),
  profile: z.enum(PROFILES),
  /** ISO 4217 code in capitals. */
  baseCurrency: z.string().regex(/^[A-Z]{3}$/),
  /** Month (1–12) in which the fiscal year starts. */
  fiscalStartMonth: z.number().int().min(1).max(12),
  /** Years of whole weeks (4-4-5 and its kin) instead of months; null or left out: of months. */
  fiscalWeeks: z
    .object({
      pattern: z.enum(WEEK_PATTERNS),
      /** Monday 0 … Sunday 6. */
      endsOn: z.number().int().min(0).max(6),
      ends: z.enum(['last', 'nearest']),
    })
    .nullable()
    .optional(),
})
export type WorkspaceSettings = z.infer<typeof WorkspaceSettingsSchema>

export const WorkspaceStatusSchema = z.object({
  open: z.boolean(),
  /** It was locked, by hand or by the clock: the same person or another opens it with a password. */
  locked: z.object({ path: z.string(), name: z.string(), users: z.boolean() }).optional(),
  /** The rest is there only while a workspace is open. */
  path: z.string().optional(),
  settings: WorkspaceSettingsSchema.optional(),
  role: z.enum(ROLES).optional(),
  /** Who has it open. */
  user: z.object({ id: z.string(), name: z.string() }).optional(),
  entries: z.number().int().optional(),
  revision: z.number().int().optional(),
  /** First and latest posting day, and when the latest batch was loaded (ISO 8601, UTC). */
  firstDay: z.string().optional(),
  lastDay: z.string().optional(),
  lastImportAt: z.string().optional(),
  /** Entries with currencies that have no rate to the base currency. */
  unconverted: z.number().int().optional(),
  keyHolder: z.enum(['keychain', 'password']).optional(),
  readOnly: z.boolean().optional(),
  /** Its entries are in a warehouse only. */
  asksOnly: z.boolean().optional(),
  /** The workspace lies in a synced folder (Dropbox, OneDrive …): a warning is shown. */
  syncedFolder: z.boolean().optional(),
})
export type WorkspaceStatus = z.infer<typeof WorkspaceStatusSchema>

/** After creating: the recovery key is shown once and never again. */
export const CreatedSchema = z.object({ status: WorkspaceStatusSchema, recoveryKey: z.string() })

const Path = z.string().min(1).max(4096)
const Empty = z.object({})

export const workspace = {
  status: method('nobody', Empty, WorkspaceStatusSchema),
  recent: method(
    'nobody',
    Empty,
    z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string(), exists: z.boolean() })),
  ),
  /** Without `path`, the file is made in the workspaces' folder under its name. Without `password`, the key goes to the keychain. */
  create: longMethod(
    'nobody',
    WorkspaceSettingsSchema.extend({
      path: Path.optional(),
      password: z.string().min(8).max(1024).optional(),
    }),
    CreatedSchema,
  ),
  /** Without a password or recovery key, the key is asked of the keychain; failure `wrong-password` with details.needs = 'password' where it has none. */
  open: longMethod(
    'nobody',
    z.object({
      path: Path,
      /** A user's name, where more than one may have the password. */
      user: z.string().max(200).optional(),
      password: z.string().max(1024).optional(),
      recoveryKey: z.string().max(200).optional(),
    }),
    WorkspaceStatusSchema,
  ),
  /** Makes (or, where there is one, opens) a sample workspace; `path` for the CLI. */
  sample: longMethod(
    'nobody',
    z.object({
      kind: z.enum(['household', 'company']),
      path: Path.optional(),
      password: z.string().min(8).max(1024).optional(),
    }),
    z.object({ status: WorkspaceStatusSchema, recoveryKey: z.string().optional() }),
  ),
  close: method('nobody', Empty, WorkspaceStatusSchema),
  update: method('admin', WorkspaceSettingsSchema.partial(), WorkspaceStatusSchema),
  /** Adds or replaces the caller's password. `current`: the one that is replaced, where the caller has one. */
  setPassword: longMethod(
    'admin',
    z.object({ password: z.string().min(8).max(1024), current: z.string().max(1024).optional() }),
    WorkspaceStatusSchema,
  ),
  duplicate: logged(longMethod('admin', z.object({ path: Path }), z.object({ path: z.string() }))),
  move: longMethod('admin', z.object({ path: Path }), WorkspaceStatusSchema),
  /** Puts the workspace under a new data key: by a copy that takes the file's place. `without`: a user who is removed with it. */
  newDataKey: longMethod(
    'admin',
    z.object({ without: z.string().optional() }),
    z.object({ recoveryKey: z.string() }),
  ),
  compact: longMethod('admin', Empty, z.object({ bytesBefore: z.number(), bytesAfter: z.number() })),
  /** SQLite's integrity check, foreign keys, batches against entries, segments against entries, FTS against texts, raw files against their hashes. */
  verify: longMethod(
    'viewer',
    Empty,
    z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ check: z.string(), ok: z.boolean(), found: z.string() })),
    }),
  ),
}
