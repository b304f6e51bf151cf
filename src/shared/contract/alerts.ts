import { z } from 'zod'
import { DimensionId, FiltersSchema } from '../query/query.ts'
import { DetectorSchema } from './anomalies.ts'
import { longMethod, method } from './method.ts'

export const ALERT_KINDS = ['threshold', 'anomalies', 'budget', 'stale'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]
export const ALERT_PERIODS = ['month', 'quarter', 'year'] as const
export const ALERT_SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

/** What is watched. Amounts are minor units of the base currency. */
export const AlertWatchSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('threshold'),
    filters: FiltersSchema.default({}),
    /** 'size': |sum| of the amounts, so that spending needs no sign; 'sum': as posted; 'count': entries. */
    measure: z.enum(['size', 'sum', 'count']).default('size'),
    period: z.enum(ALERT_PERIODS).default('month'),
    side: z.enum(['above', 'below']).default('above'),
    limit: z.number().int(),
  }),
  z.object({
    kind: z.literal('anomalies'),
    filters: FiltersSchema.default({}),
    /** At least so severe. */
    severity: z.enum(ALERT_SEVERITIES).default('high'),
    method: DetectorSchema.default('robust-z'),
  }),
  z.object({
    kind: z.literal('budget'),
    filters: FiltersSchema.default({}),
    scenario: z.string().min(1).max(200),
    by: DimensionId.default('category'),
    period: z.enum(ALERT_PERIODS).default('month'),
    /** Overrun in percent of the budget, and in minor units, from which it is said. */
    percent: z.number().min(0).max(100_000).default(0),
    minimum: z.number().int().min(0).default(0),
  }),
  z.object({
    kind: z.literal('stale'),
    /** The newest entry may be so many days old. */
    days: z.number().int().min(1).max(36_500).default(35),
  }),
])
export type AlertWatch = z.infer<typeof AlertWatchSchema>

export const AlertRuleBodySchema = z.object({
  name: z.string().trim().min(1).max(200),
  enabled: z.boolean().default(true),
  watch: AlertWatchSchema,
})
export type AlertRuleBody = z.infer<typeof AlertRuleBodySchema>
export const AlertRuleSchema = AlertRuleBodySchema.extend({ id: z.number().int(), createdAt: z.string() })
export type AlertRule = z.infer<typeof AlertRuleSchema>

export const AlertSchema = z.object({
  id: z.number().int(),
  rule: z.number().int(),
  kind: z.enum(ALERT_KINDS),
  ruleName: z.string(),
  /** A translated sentence is made on the page from `code` and `figures`; `statement` is the English one. Money is minor units as text. */
  code: z.enum(['above', 'below', 'anomaly', 'overrun', 'stale']),
  figures: z.record(z.string(), z.union([z.string(), z.number()])),
  statement: z.string(),
  severity: z.enum(ALERT_SEVERITIES),
  /** Select the rows behind it. */
  filters: FiltersSchema.optional(),
  raisedAt: z.string(),
  read: z.boolean(),
})
export type Alert = z.infer<typeof AlertSchema>

export const AlertListSchema = z.object({
  /** Those not dismissed, newest first, at most 500. */
  alerts: z.array(AlertSchema),
  unread: z.number().int(),
})
export type AlertList = z.infer<typeof AlertListSchema>

export const alerts = {
  list: method('viewer', z.object({}), AlertListSchema),
  rules: method('viewer', z.object({}), z.array(AlertRuleSchema)),
  saveRule: method(
    'analyst',
    z.object({ id: z.number().int().optional(), rule: AlertRuleBodySchema }),
    z.array(AlertRuleSchema),
  ),
  /** Takes its alerts along. */
  deleteRule: method('analyst', z.object({ id: z.number().int() }), z.array(AlertRuleSchema)),
  /**
   * Holds the rules against the ledger and keeps what they have to say; a rule says one thing once. Does nothing where neither the
   * ledger, the rules nor the day have changed since the last look, unless `force`.
   */
  look: longMethod(
    'analyst',
    z.object({ force: z.boolean().default(false) }),
    AlertListSchema.extend({
      raised: z.number().int(),
      /** Rules that could not be held against the ledger, and why. */
      problems: z.array(z.object({ rule: z.number().int(), name: z.string(), message: z.string() })),
    }),
  ),
  /** Without `ids`: all. */
  mark: method(
    'analyst',
    z.object({
      ids: z.array(z.number().int()).max(10_000).optional(),
      as: z.enum(['read', 'unread', 'dismissed']),
    }),
    AlertListSchema,
  ),
}
