import { z } from 'zod'
import { FiltersSchema } from '../query/query.ts'
import { DataSchema } from './data.ts'

/**
 * What every analysis says, in one shape: views, reports, chat and the CLI show a new analysis without new code.
 * Estimates are statistics (floats); only `impact` is money, in minor units of `currency`.
 */
export const FindingSchema = z.object({
  /** Stable for the same workspace, method, parameters and rows: verdicts and comments hold on to it. */
  id: z.string(),
  /** 'isolation-forest', 'ets', 'riskloc', 'benford-first' …: the method's folder. */
  method: z.string(),
  /** A translated sentence is made on the page from `code` and `values`; `statement` is the English one, for files and scripts. */
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  statement: z.string(),
  severity: z.enum(['info', 'low', 'medium', 'high', 'critical']),
  /** Money at stake, minor units; null where the finding is not about money. */
  impact: z.union([z.number().int(), z.bigint()]).nullable(),
  currency: z.string().optional(),
  estimate: z
    .object({
      value: z.number(),
      /** Bounds at `level` percent, where the method gives them. */
      lower: z.number().optional(),
      upper: z.number().optional(),
      level: z.number().optional(),
      unit: z.enum(['money', 'count', 'percent', 'number', 'score']),
    })
    .optional(),
  /** Number of entries (or periods) that the statement rests on. */
  n: z.number().int(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  evidence: z.array(DataSchema).default([]),
  /** The rows behind it: ids where they are few, else the filter that selects exactly them. */
  entries: z.array(z.number().int()).max(10_000).default([]),
  filters: FiltersSchema.optional(),
  /** What a person should do about it, by rule. */
  recommendation: z.string().optional(),
})
export type Finding = z.infer<typeof FindingSchema>
