import { z } from 'zod'
import { IsoDateText } from '../query/query.ts'

export const AUDIT_TESTS = [
  'benford',
  'duplicates',
  'gaps',
  'limit',
  'round',
  'sample',
  'split',
  'weekend',
  'stratify',
  'aging',
  'match',
  'unbalanced',
  'pairs',
  'dating',
  'period-end',
  'keywords',
  'same-user',
  'payees',
  'dormant',
  'outliers',
] as const
export type AuditTest = (typeof AUDIT_TESTS)[number]

/** What a test can need of a row. */
export const AUDIT_FIELDS = [
  'amount',
  'payee',
  'date',
  'reference',
  'number',
  'document',
  'account',
  'text',
  'user',
  'approver',
  'entered',
  'due',
  'time',
  'bank',
  'company',
] as const
export type AuditField = (typeof AUDIT_FIELDS)[number]

export const BENFORD_DIGITS = ['first', 'second', 'first-two', 'last-two'] as const
export const DUPLICATE_KINDS = ['exact', 'near', 'reference'] as const
export const SIGNS = ['positive', 'negative'] as const

/** Word beginnings, without case and accents, that entries made by hand to move a result are often explained with. */
export const KEYWORDS = [
  'adjust',
  'correct',
  'error',
  'reverse',
  'reclass',
  'write off',
  'write-off',
  'plug',
  'manual',
  'override',
  'as instructed',
  'per ceo',
  'per cfo',
  'per director',
  'suspense',
  'unknown',
  'gift',
  'cash withdrawal',
  'bonus',
  'korrektur',
  'storno',
  'umbuchung',
  'ausbuchung',
  'geschenk',
  'auf anweisung',
  'unbekannt',
] as const

/** A plain decimal: an amount of a file, whose number of places is not known before it is read. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/)
const AboveNought = Decimal.refine(text => Number(text) > 0)
const Days = z.number().int().min(0).max(3660)
const Seed = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1)
const Confidence = z.number().min(50).max(99.9).default(95)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

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
  z.object({
    test: z.literal('gaps'),
    /** A run of numbers is looked at where at least so many are there … */
    least: z.number().int().min(2).max(1000).default(3),
    /** … and at least this percentage of all from its first to its last. */
    density: z.number().int().min(1).max(100).default(50),
    /** More missing numbers than this in one place end a run: the next one is of another year, or another book. */
    jump: z.number().int().min(1).max(1_000_000).default(100),
    /** A number that is there twice; false where documents have several lines. */
    repeats: z.boolean().optional(),
  }),
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
    /** Amounts of the other sign have no units to draw: revenue of a ledger and spending at home are negative. */
    sign: z.enum(SIGNS).default('positive'),
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
  z.object({
    test: z.literal('weekend'),
    /** ISO 3166 code, with a region where holidays differ: 'GB', 'DE', 'DE-BY'. Without it no holidays. */
    country: z
      .string()
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
      .optional(),
    /** Days of rest, Monday 0 … Sunday 6. */
    weekend: z.array(z.number().int().min(0).max(6)).max(7).default([5, 6]),
    /** Working hours, for rows that have a time. */
    opens: Time.default('07:00'),
    closes: Time.default('19:00'),
  }),
  z.object({
    test: z.literal('stratify'),
    /** Ascending bounds of the bands; without them powers of ten and nought. */
    bounds: z.array(Decimal).min(1).max(100).optional(),
    /** What the population should add up to, from elsewhere. */
    total: Decimal.optional(),
    count: z.number().int().min(0).optional(),
  }),
  z.object({
    test: z.literal('aging'),
    /** Left out: the last date there is. */
    asOf: IsoDateText.optional(),
    /** Upper ends of the bands in days. */
    days: z.array(z.number().int().min(1).max(36_600)).min(1).max(12).default([30, 60, 90]),
    /** oldest-first: a credit pays the payee's oldest open rows. none: each row in its own band. */
    settle: z.enum(['oldest-first', 'none']).default('oldest-first'),
    /** What the ledger says the open rows add up to. */
    total: Decimal.optional(),
  }),
  z.object({
    test: z.literal('match'),
    employees: z
      .array(z.object({ name: z.string().max(200), bank: z.string().max(64).default('') }))
      .max(50_000)
      .default([]),
    /** Names one typing error or an initial apart. */
    fuzzy: z.boolean().default(true),
  }),
  z.object({ test: z.literal('unbalanced') }),
  z.object({
    test: z.literal('pairs'),
    /** A pair of accounts is rare with at most so many documents … */
    most: z.number().int().min(1).max(1000).default(2),
    /** … where both accounts are in at least so many. */
    least: z.number().int().min(1).max(100_000).default(20),
  }),
  z.object({
    test: z.literal('dating'),
    /** Entered more than so many days after its date; dated more than so many days after it was entered. */
    back: Days.default(30),
    forward: Days.default(5),
  }),
  z.object({
    test: z.literal('period-end'),
    /** The last days of each month. */
    days: z.number().int().min(1).max(15).default(3),
    /** Only amounts of this size and more; without it the largest hundredth of all. */
    minimum: AboveNought.optional(),
  }),
  z.object({
    test: z.literal('keywords'),
    words: z
      .array(z.string().trim().min(2).max(80))
      .min(1)
      .max(500)
      .default([...KEYWORDS]),
  }),
  z.object({ test: z.literal('same-user') }),
  z.object({
    test: z.literal('payees'),
    /** Left out: the last date there is. */
    asOf: IsoDateText.optional(),
    /** Paid for the first time within so many days. */
    newDays: Days.default(90),
    /** Nothing for so many days, and then something again; or nothing since. */
    staleDays: Days.default(365),
  }),
  z.object({ test: z.literal('dormant'), days: Days.default(180) }),
  z.object({
    test: z.literal('outliers'),
    /** Robust z of the amount's logarithm among the payee's own, for payees with at least `least` amounts. */
    threshold: z.number().min(1).max(100).default(3.5),
    least: z.number().int().min(4).max(1000).default(12),
    /** The payee's largest amount is so many times the next one. */
    ratio: z.number().min(2).max(100_000).default(10),
  }),
])
export type AuditRequest = z.output<typeof AuditRequestSchema>
export type AuditRequestInput = z.input<typeof AuditRequestSchema>
export type RequestOf<T extends AuditTest> = Extract<AuditRequest, { test: T }>
