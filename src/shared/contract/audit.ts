import { z } from 'zod'
import { longMethod } from './method.ts'

export const AUDIT_TESTS = ['benford', 'duplicates', 'gaps', 'limit', 'round', 'sample', 'split'] as const
export type AuditTest = (typeof AUDIT_TESTS)[number]

export const BENFORD_DIGITS = ['first', 'second', 'first-two', 'last-two'] as const
export const DUPLICATE_KINDS = ['exact', 'near', 'reference'] as const
const SIGNS = ['positive', 'negative'] as const

/** A plain decimal: an amount of a file, whose number of places is not known before it is read. */
const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/)
const AboveNought = Decimal.refine(text => Number(text) > 0)
const Days = z.number().int().min(0).max(3660)
const Seed = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1)
const Confidence = z.number().min(50).max(99.9).default(95)

/** A test with what it can be asked. */
export const AuditRequestSchema = z.discriminatedUnion('test', [
  z.object({
    test: z.literal('benford'),
    digits: z
      .array(z.enum(BENFORD_DIGITS))
      .min(1)
      .default([...BENFORD_DIGITS]),
    signs: z
      .array(z.enum(SIGNS))
      .min(1)
      .default([...SIGNS]),
    seed: Seed,
  }),
  z.object({
    test: z.literal('duplicates'),
    days: Days.default(7),
    kinds: z
      .array(z.enum(DUPLICATE_KINDS))
      .min(1)
      .default([...DUPLICATE_KINDS]),
    reversalDays: Days.default(90),
  }),
  z.object({ test: z.literal('gaps') }),
  z.object({
    test: z.literal('limit'),
    limits: z.array(AboveNought).min(1).max(20),
    /** From this percentage of a limit up to the limit. */
    percent: z.number().int().min(50).max(99).default(90),
  }),
  /** Multiples of this many units of money. */
  z.object({ test: z.literal('round'), multipleOf: z.number().int().min(1).max(1_000_000).default(1000) }),
  z.object({
    test: z.literal('sample'),
    materiality: AboveNought,
    confidence: Confidence,
    /** Instead of materiality ÷ confidence factor. */
    interval: AboveNought.optional(),
    seed: Seed,
  }),
  z.object({
    test: z.literal('split'),
    limit: AboveNought,
    days: Days.default(7),
    /** Parts below this percentage of the limit are not looked at. */
    least: z.number().int().min(0).max(100).default(10),
  }),
])
export type AuditRequest = z.output<typeof AuditRequestSchema>

/** Rows are counted from 1 without the header, lines as the file has them. Amounts are decimal strings, exact. */
const ExceptionSchema = z.object({
  rows: z.array(z.number().int()),
  lines: z.array(z.number().int()),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  amount: z.string(),
  statement: z.string(),
})
export type AuditException = z.infer<typeof ExceptionSchema>

const BenfordSchema = z.object({
  digits: z.enum(BENFORD_DIGITS),
  sign: z.enum(SIGNS),
  n: z.number().int(),
  verdict: z.enum(['conforms', 'differs', 'too-few']),
  /** Null where there are too few to say anything. */
  mad: z
    .object({
      value: z.number(),
      p: z.number(),
      /** Nigrini's, null below `least` amounts and for the last two digits. */
      conformity: z.enum(['close', 'acceptable', 'marginal', 'nonconformity']).nullable(),
      least: z.number().int().nullable(),
    })
    .nullable(),
  chiSquare: z
    .object({ value: z.number(), df: z.number().int(), p: z.number(), simulatedP: z.number() })
    .nullable(),
  counts: z.array(
    z.object({
      digits: z.number().int(),
      count: z.number().int(),
      observed: z.number(),
      expected: z.number(),
      lower: z.number(),
      upper: z.number(),
      z: z.number(),
    }),
  ),
})

const SeriesSchema = z.object({
  series: z.string(),
  first: z.number().int(),
  last: z.number().int(),
  rows: z.number().int(),
  present: z.number().int(),
  missing: z.number().int(),
  gaps: z.number().int(),
  repeats: z.number().int(),
  outOfOrder: z.number().int(),
})

const PartSchema = z.object({ count: z.number().int(), sum: z.string() })
const Stratum = z.enum(['top', 'hit'])

/** Estimates are statistics, in units of money; book and audit values are decimal strings. */
const EvaluationSchema = z.object({
  examined: z.number().int(),
  missing: z.number().int(),
  misstatements: z.array(
    z.object({
      row: z.number().int(),
      line: z.number().int(),
      stratum: Stratum,
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

const SampleSchema = z.object({
  interval: z.string(),
  start: z.string(),
  confidenceFactor: z.number(),
  sampled: PartSchema,
  top: PartSchema,
  leftOut: PartSchema,
  items: z.array(
    z.object({
      row: z.number().int(),
      line: z.number().int(),
      book: z.string(),
      stratum: Stratum,
      /** The selected unit of money, counted through the items below the interval; '0' in the top stratum. */
      unit: z.string(),
    }),
  ),
  /** Only where a column of audit values was named. */
  evaluation: EvaluationSchema.optional(),
})

export const AuditTableResultSchema = z.object({
  test: z.enum(AUDIT_TESTS),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  /** All rows of the file, and their sum where the test has an amount. */
  population: z.object({ rows: z.number().int(), sum: z.string().nullable() }),
  /** Exceptions there are, of which `exceptions` are the first. */
  found: z.number().int(),
  exceptions: z.array(ExceptionSchema),
  benford: z.array(BenfordSchema).optional(),
  duplicates: z
    .object({
      exact: z.number().int(),
      near: z.number().int(),
      reference: z.number().int(),
      /** Rows left out as reversals and what they reverse. */
      reversed: z.number().int(),
    })
    .optional(),
  gaps: z.object({ series: z.array(SeriesSchema), unnumbered: z.number().int() }).optional(),
  limits: z
    .array(
      z.object({
        limit: z.string(),
        below: z.number().int(),
        above: z.number().int(),
        expected: z.number(),
        p: z.number(),
      }),
    )
    .optional(),
  round: z
    .object({
      levels: z.array(
        z.object({
          multipleOf: z.number().int(),
          n: z.number().int(),
          count: z.number().int(),
          observed: z.number(),
          expected: z.number(),
          p: z.number(),
        }),
      ),
      payees: z.array(
        z.object({
          payee: z.string(),
          n: z.number().int(),
          count: z.number().int(),
          share: z.number(),
          p: z.number(),
        }),
      ),
    })
    .optional(),
  sample: SampleSchema.optional(),
})
export type AuditTableResult = z.infer<typeof AuditTableResultSchema>

/** Which column of the file is what. */
export const AuditColumnsSchema = z.object({
  amount: z.string().optional(),
  payee: z.string().optional(),
  date: z.string().optional(),
  reference: z.string().optional(),
  number: z.string().optional(),
  /** Audit values, for the evaluation of a sample; blank where the item was not examined. */
  audit: z.string().optional(),
})
export type AuditColumns = z.infer<typeof AuditColumnsSchema>

export const audit = {
  /** A test on a plain table. */
  table: longMethod(
    'nobody',
    z.object({
      token: z.string(),
      columns: AuditColumnsSchema,
      request: AuditRequestSchema,
      limit: z.number().int().min(1).max(1_000_000).default(10_000),
    }),
    AuditTableResultSchema,
  ),
}
