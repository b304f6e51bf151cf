import { z } from 'zod'
import { longMethod } from './method.ts'

/** Methods that score rows. */
export const DETECTORS = [
  'z-score',
  'robust-z',
  'isolation-forest',
  'autoencoder',
  'ecod',
  'combined',
] as const
export const DetectorSchema = z.enum(DETECTORS)
export type Detector = z.infer<typeof DetectorSchema>

/** What can be set of a detector; each reads its own and takes its default for what is left out. Echoed, filled in, in `parameters`. */
export const DetectorSettingsSchema = z.object({
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  /** Share that is flagged: exactly ⌈c·n⌉. */
  contamination: z.number().gt(0).max(0.5).optional(),
  /** z-scores: flagged above it, unless a contamination is given. */
  threshold: z.number().gt(0).max(1000).optional(),
  trees: z.number().int().min(1).max(10_000).optional(),
  subsample: z.number().int().min(2).max(100_000).optional(),
  epochs: z.number().int().min(1).max(1000).optional(),
  batch: z.number().int().min(1).max(4096).optional(),
  aggregation: z.enum(['feature', 'row']).optional(),
})
export type DetectorSettings = z.infer<typeof DetectorSettingsSchema>

const Parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

export const anomalies = {
  /** Scores a plain table's rows: no workspace needed. `by` names the column whose groups z-scores are taken in. */
  table: longMethod(
    'nobody',
    z.object({
      token: z.string(),
      columns: z.array(z.string().min(1)).min(1).max(1000),
      by: z.string().min(1).optional(),
      method: DetectorSchema,
      settings: DetectorSettingsSchema.default({}),
    }),
    z.object({
      /** In input order; higher is more anomalous. */
      scores: z.array(z.number()),
      flags: z.array(z.boolean()),
      parameters: Parameters,
    }),
  ),
}
