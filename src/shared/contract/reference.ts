import { z } from 'zod'
import { FiltersSchema, IsoDateText } from '../query/query.ts'
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

const Currency = z.string().regex(/^[A-Z]{3}$/)

/** What a conversion came to. */
const Converted = z.object({
  /** Entries that have another amount in the base currency now. */
  converted: z.number().int(),
  /** Entries that still have none. */
  unconverted: z.number().int(),
  limitDays: z.number().int(),
})

/** How many days after its own a rate may still be used. 10 from the first import on. */
const LimitDays = z.number().int().min(0).max(36_500)

export const CurrencyRatesSchema = z.object({
  currency: z.string(),
  rates: z.number().int(),
  /** '' where there is no rate yet. */
  from: z.string(),
  to: z.string(),
  /** Units of the currency for one of the base, on the last day, and where that rate came from. */
  latest: z.string(),
  source: z.string(),
  /** Spans between two rates that are longer than a rate may be used, and the longest of them. */
  gaps: z.number().int(),
  longestGap: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Entries in it, those of them without a rate, and the days between which these lie. */
  entries: z.number().int(),
  unconverted: z.number().int(),
  wanting: z.object({ from: z.string(), to: z.string() }).nullable(),
})
export type CurrencyRates = z.infer<typeof CurrencyRatesSchema>

export const IndicatorSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  source: z.string(),
  values: z.number().int(),
  from: z.string(),
  to: z.string(),
  /** Decimal text. */
  latest: z.string(),
})
export type Indicator = z.infer<typeof IndicatorSchema>

const IndicatorsReportSchema = z.object({
  file: z.string(),
  series: z.array(
    z.object({
      name: z.string(),
      values: z.number().int(),
      from: z.string(),
      to: z.string(),
      latest: z.string(),
      /** One of that name is there already: its values are kept, and replaced where the file has others. */
      known: z.boolean(),
    }),
  ),
  problems: z.array(ProblemSchema),
})
export type IndicatorsReport = z.infer<typeof IndicatorsReportSchema>

/** One month's sum as it was posted, and at the prices of `PricesSchema.month`. Minor units of the base currency. */
const PricedMonthSchema = z.object({
  month: z.string(),
  nominal: z.union([z.number(), z.bigint()]),
  /** An estimate, rounded to the minor unit; null where the index has no value for the month. */
  real: z.union([z.number(), z.bigint()]).nullable(),
  index: z.string().nullable(),
})
export const PricesSchema = z.object({
  indicator: IndicatorSchema,
  /** The month whose prices everything is told at: the last of the months that the index covers. '' where there is none. */
  month: z.string(),
  currency: z.string(),
  months: z.array(PricedMonthSchema),
  /** Months without a value of the index. */
  without: z.number().int(),
})
export type Prices = z.infer<typeof PricesSchema>

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
      limitDays: LimitDays.optional(),
    }),
    RatesReportSchema.extend(Converted.shape),
  ),
  /** One rate by hand: units of the currency for one of the base, in place of another on that day. */
  setRate: longMethod(
    'analyst',
    z.object({
      currency: Currency,
      date: IsoDateText,
      rate: z.string().max(40),
      reconvert: z.enum(RECONVERT).default('missing'),
    }),
    Converted,
  ),
  /** Takes a rate out. What was converted by it keeps its amount until it is converted again. */
  removeRate: method('analyst', z.object({ currency: Currency, date: IsoDateText }), z.object({})),
  /** Converts entries by the rates that there are, perhaps with another limit of days. */
  convert: longMethod(
    'analyst',
    z.object({ reconvert: z.enum(RECONVERT).default('missing'), limitDays: LimitDays.optional() }),
    Converted,
  ),
  /** Every currency that has rates or entries, but the base. */
  rates: method(
    'viewer',
    z.object({}),
    z.object({
      base: z.string(),
      limitDays: z.number().int().nullable(),
      currencies: z.array(CurrencyRatesSchema),
    }),
  ),
  /** A currency's rates: the newest one by one, and the last of each month for the chart. */
  rateDays: method(
    'viewer',
    z.object({ currency: Currency, limit: z.number().int().min(1).max(1000).default(200) }),
    z.object({
      total: z.number().int(),
      rates: z.array(z.object({ date: z.string(), rate: z.string(), source: z.string() })),
      months: z.array(z.object({ month: z.string(), rate: z.string() })),
    }),
  ),

  /** The accounts with their type and levels, those with most entries first; at most 2,000 of them. */
  accounts: method(
    'viewer',
    z.object({}),
    z.object({
      total: z.number().int(),
      /** How many have a type, and how many have a level above them. */
      typed: z.number().int(),
      placed: z.number().int(),
      rows: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          type: z.string(),
          levels: z.array(z.string()),
          entries: z.number().int(),
        }),
      ),
    }),
  ),

  previewIndicators: longMethod('viewer', ChartFile, IndicatorsReportSchema),
  /** Keeps the series of a file, whole or not at all. */
  importIndicators: longMethod(
    'analyst',
    ChartFile,
    IndicatorsReportSchema.extend({ added: z.number().int(), replaced: z.number().int() }),
  ),
  indicators: method('viewer', z.object({}), z.array(IndicatorSchema)),
  indicator: method(
    'viewer',
    z.object({ id: z.number().int() }),
    IndicatorSchema.extend({ points: z.array(z.object({ date: z.string(), value: z.string() })) }),
  ),
  renameIndicator: method(
    'analyst',
    z.object({ id: z.number().int(), name: z.string().trim().min(1).max(200) }),
    z.object({}),
  ),
  removeIndicator: method('analyst', z.object({ id: z.number().int() }), z.object({})),
  /** Sums by month as posted, and at the prices of the last month that the index covers: sum × index there ÷ index then. */
  prices: method(
    'viewer',
    z.object({ indicator: z.number().int(), filters: FiltersSchema.default({}) }),
    PricesSchema,
  ),
}
