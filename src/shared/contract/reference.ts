import { z } from 'zod'
import { longMethod, method } from './method.ts'

const ProblemSchema = z.object({ line: z.number().int(), column: z.string(), message: z.string() })

/** Which entries are converted when rates come: those without an amount in the base currency, all in other currencies, or none. */
export const RECONVERT = ['missing', 'all', 'none'] as const

export const RatesReportSchema = z.object({
  file: z.string(),
  layout: z.enum(['ecb', 'long']),
  /** What the file's rates are against, and the workspace's base currency. */
  against: z.string(),
  base: z.string(),
  rates: z.number().int(),
  currencies: z.array(z.string()),
  days: z.number().int(),
  from: z.string().optional(),
  to: z.string().optional(),
  /** Days left out because the base currency itself has no rate on them. */
  daysWithoutBase: z.number().int(),
  problems: z.array(ProblemSchema),
})
export type RatesReport = z.infer<typeof RatesReportSchema>

const RatesFile = z.object({
  token: z.string(),
  /** What the file's rates are against, where the file does not say. */
  against: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
})

export const ChartReportSchema = z.object({
  file: z.string(),
  format: z.enum(['gnucash', 'json', 'text', 'table', 'parents', 'places']),
  /** What the file is about: accounts, or cost centres and what they belong to. */
  about: z.enum(['account', 'cost_centre']),
  rows: z.number().int(),
  /** Members of the ledger that the file has, those that it has not, and accounts of the file that the ledger does not use. */
  matched: z.number().int(),
  unmatched: z.array(z.string()),
  unused: z.number().int(),
  problems: z.array(z.object({ line: z.number().int(), message: z.string() })),
  sample: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      type: z.string(),
      levels: z.array(z.string()),
      members: z.record(z.string(), z.string()),
    }),
  ),
})
export type ChartReport = z.infer<typeof ChartReportSchema>

const ChartFile = z.object({ token: z.string() })

export const reference = {
  previewChart: longMethod('viewer', ChartFile, ChartReportSchema),
  /**
   * Accounts get their name where they have none, their type and levels; entries of cost centres what the centre belongs to, where they
   * say nothing else. Entries are changed as a step of the history.
   */
  importChart: longMethod(
    'analyst',
    ChartFile,
    ChartReportSchema.extend({ changedMembers: z.number().int(), changedEntries: z.number().int() }),
  ),
  previewRates: longMethod('viewer', RatesFile, RatesReportSchema),
  /** Keeps the rates and converts entries by them, in one transaction; the conversion is a step of the history. */
  importRates: longMethod(
    'analyst',
    RatesFile.extend({
      reconvert: z.enum(RECONVERT).default('missing'),
      /** How many days after its own a rate may still be used. 10 from the first import on. */
      limitDays: z.number().int().min(0).max(36_500).optional(),
    }),
    RatesReportSchema.extend({
      /** Entries that have another amount in the base currency now. */
      converted: z.number().int(),
      /** Entries that still have none. */
      unconverted: z.number().int(),
      limitDays: z.number().int(),
    }),
  ),
  rates: method(
    'viewer',
    z.object({}),
    z.object({
      base: z.string(),
      limitDays: z.number().int().nullable(),
      currencies: z.array(
        z.object({
          currency: z.string(),
          rates: z.number().int(),
          from: z.string(),
          to: z.string(),
          latest: z.string(),
          source: z.string(),
          /** Entries in it, and those of them without a rate. */
          entries: z.number().int(),
          unconverted: z.number().int(),
        }),
      ),
    }),
  ),
}
