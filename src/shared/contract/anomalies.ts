import { z } from 'zod'
import { FindingSchema } from '../data/finding.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'
import { longMethod, method } from './method.ts'

/** Methods that score rows. */
export const DETECTORS = [
  'z-score',
  'robust-z',
  'isolation-forest',
  'autoencoder',
  'ecod',
  'ml-isolation-forest',
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
  /** Autoencoder: epochs without a gain after which it stops; most rows that it learns from; step of the descent. */
  patience: z.number().int().min(1).max(1000).optional(),
  trainingRows: z.number().int().min(30).max(1_000_000).optional(),
  rate: z.number().gt(0).max(1).optional(),
  aggregation: z.enum(['feature', 'row']).optional(),
})
export type DetectorSettings = z.infer<typeof DetectorSettingsSchema>

const Parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const Total = z.union([z.number(), z.bigint()])

/** A feature's part in a flag, `share` 0 to 1 of all parts. `value` and `usual` where the feature has them: see `kind`. */
export const DriverSchema = z.object({
  feature: z.string(),
  share: z.number(),
  /** 'money': minor units; 'weekday': Monday 0; 'member': `text` is its label, `often` the share of entries that have it. */
  kind: z.enum(['money', 'weekday', 'member']),
  /** The dimension that the feature is about, where it is about one. */
  dimension: z.string().optional(),
  value: z.number().optional(),
  usual: z.number().optional(),
  text: z.string().optional(),
  often: z.number().optional(),
})
export type AnomalyDriver = z.infer<typeof DriverSchema>

/** The smallest single change that clears the flag, verified by scoring the entry again with it. */
export const CounterfactualSchema = z.object({
  change: z.enum(['amount-at-most', 'amount-at-least', 'weekday', 'member']),
  /** Minor units, signed as the entry's. */
  amount: z.number().int().optional(),
  weekday: z.number().int().optional(),
  dimension: z.string().optional(),
  text: z.string().optional(),
})

/** A finding about one entry. `statement` is the reason in English; `drivers` are what the page makes its sentence of. */
export const AnomalySchema = FindingSchema.extend({
  entry: z.number().int(),
  date: z.string(),
  amount: z.number().int(),
  payee: z.string(),
  /** Label of the account or category that the entry is compared within. */
  group: z.string(),
  score: z.number(),
  /** Share of all scored entries that score lower. */
  standing: z.number(),
  drivers: z.array(DriverSchema),
  counterfactual: CounterfactualSchema.nullable(),
})
export type Anomaly = z.infer<typeof AnomalySchema>

export const VerdictSchema = z.object({
  entry: z.number().int(),
  verdict: z.enum(['confirmed', 'dismissed']),
  note: z.string(),
  method: z.string(),
  /** Half of the verdicts, by the entry's own fingerprint, are kept to judge challengers by. */
  heldOut: z.boolean(),
  decidedAt: z.string(),
})
export type Verdict = z.infer<typeof VerdictSchema>

export const DetectorRunSchema = z.object({
  id: z.number().int(),
  method: z.string(),
  parameters: Parameters,
  seed: z.number().int(),
  dataRevision: z.number().int(),
  metrics: z.record(z.string(), z.number()),
  role: z.enum(['champion', 'challenger', 'archived']),
  /** 'search': somebody looked with these settings; 'challenge': they were set against the live ones. */
  origin: z.enum(['search', 'challenge']),
  note: z.string(),
  createdAt: z.string(),
})
export type DetectorRun = z.infer<typeof DetectorRunSchema>

const Asked = z.object({
  filters: FiltersSchema.default({}),
  /** Left out: the live method with its settings. */
  method: DetectorSchema.optional(),
  settings: DetectorSettingsSchema.default({}),
})

export const AnomaliesSchema = z.object({
  /** 'too-few': fewer entries than `least`; nothing was scored. */
  state: z.enum(['found', 'too-few']),
  least: z.number().int(),
  method: DetectorSchema,
  /** Entries scored; flagged among them; without a rate to the base currency and therefore not scored. */
  scored: z.number().int(),
  flagged: z.number().int(),
  unconverted: z.number().int(),
  currency: z.string(),
  parameters: Parameters,
  /** The most anomalous first, at most `limit`. */
  findings: z.array(AnomalySchema),
  /** Every explained finding and evenly chosen others, to draw: not all entries. */
  points: z.array(
    z.object({
      entry: z.number().int(),
      date: z.string(),
      amount: z.number().int(),
      score: z.number(),
      flagged: z.boolean(),
    }),
  ),
})
export type Anomalies = z.infer<typeof AnomaliesSchema>

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
  /** Looks for unusual entries among those that pass the filters; transfers and balances only where the filters ask for a flow. */
  find: longMethod(
    'viewer',
    Asked.extend({
      limit: z.number().int().min(1).max(1000).default(200),
      /** Keeps parameters, seed, revision and metrics among the runs, where the caller may write: what a person asked for, not a tile. */
      record: z.boolean().default(false),
    }),
    AnomaliesSchema,
  ),
  /** Members whose month differs from the one before. Exact sums; the last month is left out where the ledger ends before it does. */
  monthly: longMethod(
    'viewer',
    z.object({
      filters: FiltersSchema.default({}),
      /** Left out: the account of a ledger, the category of a household. */
      by: DimensionId.optional(),
      percent: z.number().min(0).max(100_000).default(30),
      /** Minor units. */
      minimum: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      by: z.string(),
      currency: z.string(),
      months: z.array(z.string()),
      /** All that were found; `findings` holds the largest. */
      found: z.number().int(),
      findings: z.array(
        FindingSchema.extend({
          member: z.string(),
          label: z.string(),
          month: z.string(),
          before: Total,
          after: Total,
          change: Total,
          percent: z.number().nullable(),
          kind: z.enum(['rise', 'fall', 'new', 'resumed', 'stopped']),
        }),
      ),
    }),
  ),
  verdicts: method('viewer', z.object({}), z.array(VerdictSchema)),
  /** Null takes a verdict back. */
  decide: method(
    'analyst',
    z.object({
      entry: z.number().int(),
      verdict: z.enum(['confirmed', 'dismissed']).nullable(),
      note: z.string().max(4000).default(''),
      method: z.string().max(80).default(''),
      score: z.number().nullable().default(null),
    }),
    z.array(VerdictSchema),
  ),
  runs: method('viewer', z.object({}), z.array(DetectorRunSchema)),
  /** Runs other settings beside the live ones and records both against the held-out verdicts. */
  challenge: longMethod(
    'analyst',
    Asked.extend({ note: z.string().max(400).default('') }),
    z.array(DetectorRunSchema),
  ),
  /** Makes a challenger live: refused unless it does better than the live one on the held-out verdicts as they are now. */
  promote: longMethod('analyst', z.object({ run: z.number().int() }), z.array(DetectorRunSchema)),
  archive: method('analyst', z.object({ run: z.number().int() }), z.array(DetectorRunSchema)),
}
