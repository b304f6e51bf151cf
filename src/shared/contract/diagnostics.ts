import { z } from 'zod'
import { longMethod, method } from './method.ts'

/** One thing to know of the program or the workspace. `state`: 'attention' where somebody should do something about it. */
export const FactSchema = z.object({
  id: z.string(),
  group: z.enum(['store', 'backups', 'jobs', 'data', 'program']),
  state: z.enum(['good', 'attention', 'plain']),
  /** How `value` is to be read and shown. 'code': a word of the program's own, which the page knows. */
  kind: z.enum(['bytes', 'count', 'moment', 'day', 'text', 'code', 'milliseconds']),
  value: z.union([z.string(), z.number(), z.null()]),
})
export type Fact = z.infer<typeof FactSchema>

export const SlowCallSchema = z.object({
  /** The method, or 'sql: …' for a statement's beginning: never what was asked for. */
  method: z.string(),
  at: z.string(),
  milliseconds: z.number().int(),
  /** 'ok' or the failure's code. */
  outcome: z.string(),
})
export type SlowCall = z.infer<typeof SlowCallSchema>

export const LossSchema = z.object({
  foundAt: z.string(),
  commits: z.number().int(),
  savedAt: z.string(),
  revisionSaved: z.number().int(),
  revisionFound: z.number().int(),
  seen: z.boolean(),
})

export const HealthSchema = z.object({
  facts: z.array(FactSchema),
  /** Slowest first. */
  slow: z.array(SlowCallSchema),
  /** Saved changes that were missing when the workspace was opened, newest first. */
  losses: z.array(LossSchema),
})
export type Health = z.infer<typeof HealthSchema>

export const UPKEEP = ['backup', 'integrity', 'analyse'] as const

export const UpkeepSchema = z.object({
  task: z.enum(UPKEEP),
  /** When it last ended, and whether it was good; null where it never ran. */
  at: z.string().nullable(),
  ok: z.boolean(),
  found: z.string(),
})
export type Upkeep = z.infer<typeof UpkeepSchema>

export const BundleFileSchema = z.object({ name: z.string(), bytes: z.number().int(), text: z.string() })

export const diagnostics = {
  health: method('viewer', z.object({}), HealthSchema),
  /** Saved changes that were missing when the workspace was opened. */
  losses: method('viewer', z.object({}), z.object({ losses: z.array(LossSchema) })),
  /** They have been read of and are no news any more. */
  lossesSeen: method('admin', z.object({}), z.object({ losses: z.array(LossSchema) })),
  /** The end of the log, newest last. */
  log: method(
    'viewer',
    z.object({ lines: z.number().int().min(1).max(5000).default(200) }),
    z.object({ lines: z.array(z.string()) }),
  ),
  /** What the support bundle would hold, whole: nothing else goes into it. */
  bundlePreview: method('viewer', z.object({}), z.object({ files: z.array(BundleFileSchema) })),
  /** The bundle as a zip, in Base64, or written to `to` (a whole path where there is nothing). */
  bundle: longMethod(
    'viewer',
    z.object({ to: z.string().min(1).max(4096).optional() }),
    z.object({
      name: z.string(),
      bytes: z.number().int(),
      path: z.string().nullable(),
      zip: z.string().nullable(),
    }),
  ),
  /** Does what is due: backup, integrity check, statistics for SQLite's planner. Called by the clock while nobody waits for anything. */
  upkeep: longMethod(
    'admin',
    z.object({ now: z.boolean().default(false) }),
    z.object({ done: z.array(UpkeepSchema) }),
  ),
}
