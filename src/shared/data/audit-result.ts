import { z } from 'zod'
import { AUDIT_TESTS, BENFORD_DIGITS, SIGNS } from './audit-request.ts'

const Count = z.number().int()
const PartSchema = z.object({ count: Count, sum: z.string() })
export const StratumSchema = z.enum(['top', 'hit'])

/** Rows are counted from 1 without a header. `lines` where they are a file's, `entries` where they are a workspace's. Amounts are decimal strings, exact. */
const ExceptionSchema = z.object({
  rows: z.array(Count),
  lines: z.array(Count).optional(),
  entries: z.array(Count).optional(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  amount: z.string(),
  statement: z.string(),
})
export type AuditException = z.infer<typeof ExceptionSchema>

const BenfordSchema = z.object({
  digits: z.enum(BENFORD_DIGITS),
  sign: z.enum(SIGNS),
  n: Count,
  verdict: z.enum(['conforms', 'differs', 'too-few']),
  /** Null where there are too few to say anything. */
  mad: z
    .object({
      value: z.number(),
      p: z.number(),
      /** Nigrini's, null below `least` amounts and for the last two digits. */
      conformity: z.enum(['close', 'acceptable', 'marginal', 'nonconformity']).nullable(),
      least: Count.nullable(),
    })
    .nullable(),
  chiSquare: z.object({ value: z.number(), df: Count, p: z.number(), simulatedP: z.number() }).nullable(),
  counts: z.array(
    z.object({
      digits: Count,
      count: Count,
      observed: z.number(),
      expected: z.number(),
      lower: z.number(),
      upper: z.number(),
      z: z.number(),
    }),
  ),
})
export type AuditBenford = z.infer<typeof BenfordSchema>

const SeriesSchema = z.object({
  series: z.string(),
  /** Of one payee, where rows have one. */
  payee: z.string().optional(),
  first: Count,
  last: Count,
  rows: Count,
  present: Count,
  missing: Count,
  gaps: Count,
  repeats: Count,
  outOfOrder: Count,
  /** False where too few of its numbers are there to speak of gaps. */
  dense: z.boolean(),
})

/** Estimates are statistics, in units of money; book and audit values are decimal strings. */
export const EvaluationSchema = z.object({
  examined: Count,
  missing: Count,
  misstatements: z.array(
    z.object({
      row: Count,
      line: Count.optional(),
      entry: Count.optional(),
      stratum: StratumSchema,
      book: z.string(),
      audit: z.string(),
      taint: z.number(),
      projected: z.number(),
    }),
  ),
  projected: z.number(),
  known: z.number(),
  basicPrecision: z.number(),
  incremental: z.number(),
  /** Null while audit values are missing. */
  upper: z.number().nullable(),
  upperUnder: z.number().nullable(),
  /** Stringer's bound of the rate of misstatement among the items below the interval. */
  stringer: z.number().nullable(),
  conclusion: z.enum(['acceptable', 'not-acceptable', 'incomplete']).nullable(),
})
export type AuditEvaluation = z.infer<typeof EvaluationSchema>

const SampleSchema = z.object({
  interval: z.string(),
  start: z.string(),
  confidenceFactor: z.number(),
  sampled: PartSchema,
  top: PartSchema,
  leftOut: PartSchema,
  items: z.array(
    z.object({
      row: Count,
      line: Count.optional(),
      entry: Count.optional(),
      book: z.string(),
      stratum: StratumSchema,
      /** The selected unit of money, counted through the items below the interval; '0' in the top stratum. */
      unit: z.string(),
    }),
  ),
  /** Only where audit values are known. */
  evaluation: EvaluationSchema.optional(),
})
export type AuditSample = z.infer<typeof SampleSchema>

/** Whether what was counted is what should be there: `difference` = counted − control, '0' where it ties. */
const TieSchema = z.object({
  counted: z.string(),
  control: z.string(),
  difference: z.string(),
  ties: z.boolean(),
})

export const AuditResultSchema = z.object({
  test: z.enum(AUDIT_TESTS),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** All rows, and their sum where the test has an amount. */
  population: z.object({
    rows: Count,
    sum: z.string().nullable(),
    /** Cells with more places than were asked for, rounded half away from nought; entries without a rate, which are not among the rows. */
    rounded: Count.optional(),
    /** Rows of a table without an amount, which are not among the rows. */
    blank: Count.optional(),
    unconverted: Count.optional(),
  }),
  /** Exceptions there are, of which `exceptions` are the first. */
  found: Count,
  exceptions: z.array(ExceptionSchema),
  benford: z.array(BenfordSchema).optional(),
  duplicates: z
    .object({
      exact: Count,
      near: Count,
      reference: Count,
      /** Rows left out as reversals and what they reverse. */
      reversed: Count,
    })
    .optional(),
  gaps: z.object({ series: z.array(SeriesSchema), unnumbered: Count }).optional(),
  limits: z
    .array(z.object({ limit: z.string(), below: Count, above: Count, expected: z.number(), p: z.number() }))
    .optional(),
  round: z
    .object({
      levels: z.array(
        z.object({
          multipleOf: Count,
          n: Count,
          count: Count,
          observed: z.number(),
          expected: z.number(),
          p: z.number(),
        }),
      ),
      payees: z.array(
        z.object({ payee: z.string(), n: Count, count: Count, share: z.number(), p: z.number() }),
      ),
    })
    .optional(),
  sample: SampleSchema.optional(),
  weekend: z
    .object({ weekend: Count, holiday: Count, afterHours: Count, dated: Count, timed: Count })
    .optional(),
  strata: z
    .object({
      /** From `from` up to but not including `to`; null is no bound. */
      bands: z.array(
        z.object({
          from: z.string().nullable(),
          to: z.string().nullable(),
          count: Count,
          sum: z.string(),
          /** Of all rows, and of the sum of all |amounts|. */
          countShare: z.number(),
          share: z.number(),
        }),
      ),
      ties: z.array(TieSchema.extend({ of: z.enum(['population', 'total', 'count']) })),
    })
    .optional(),
  aging: z
    .object({
      asOf: z.string(),
      /** Days from and to, both included; `from` null is not yet due, `to` null is older than all bounds. */
      bands: z.array(
        z.object({ from: Count.nullable(), to: Count.nullable(), count: Count, sum: z.string() }),
      ),
      /** Largest open amounts first. */
      payees: z.array(z.object({ payee: z.string(), total: z.string(), sums: z.array(z.string()) })),
      /** Rows dated after `asOf` or without a date, in no band. */
      later: PartSchema,
      undated: PartSchema,
      ties: z.array(TieSchema.extend({ of: z.enum(['population', 'total']) })),
    })
    .optional(),
  match: z
    .object({ payees: Count, employees: Count, names: Count, banks: Count, shared: Count, similar: Count })
    .optional(),
  documents: z
    .object({
      documents: Count,
      unbalanced: Count,
      /** Rows without a document, in none of them. */
      undocumented: PartSchema,
      /** Documents of more accounts than pairs can be made of. */
      large: Count.optional(),
      pairs: Count.optional(),
    })
    .optional(),
  dating: z
    .object({ dated: Count, back: Count, forward: Count, medianDays: z.number().nullable() })
    .optional(),
  periodEnd: z
    .object({
      /** Rows in the last days, and by how many days they would be if all days were alike. */
      dated: Count,
      inside: Count,
      expected: z.number(),
      minimum: z.string(),
    })
    .optional(),
  keywords: z.array(z.object({ word: z.string(), rows: Count, sum: z.string() })).optional(),
  users: z.array(z.object({ user: z.string(), rows: Count, same: Count, sum: z.string() })).optional(),
  activity: z
    .object({ members: Count, fresh: Count, resumed: Count, stale: Count, asOf: z.string() })
    .optional(),
  outliers: z.object({ payees: Count, tested: Count, extreme: Count, ratio: Count }).optional(),
})
export type AuditResult = z.infer<typeof AuditResultSchema>
