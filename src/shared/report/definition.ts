import { z } from 'zod'
import { AUDIT_TESTS } from '../contract/audit.ts'
import { ALERT_SEVERITIES } from '../contract/alerts.ts'
import { DETECTORS } from '../contract/anomalies.ts'
import { FORECAST_METHODS } from '../contract/forecast.ts'
import { VARIANCE_BASES } from '../contract/budget.ts'
import { GRAINS } from '../calendar/grain.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'

/** What a report says: parameters, and sections in their order. Figures appear only when it is made (document.ts). */

export const TEMPLATES = ['household', 'management', 'variance', 'audit'] as const
export type Template = (typeof TEMPLATES)[number]

export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv', 'json', 'html'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const REPORT_LANGUAGES = ['en', 'de'] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

/** What a section measures; each is turned so that it is usually positive. 'net' is income less spending, 'amount' as posted. */
export const REPORT_MEASURES = ['spending', 'income', 'net', 'amount', 'count'] as const
export type ReportMeasure = (typeof REPORT_MEASURES)[number]

/** Charts that can be printed; what each needs is in charts/. */
export const REPORT_CHARTS = [
  'line',
  'bar',
  'income-expense',
  'ranking',
  'heatmap',
  'histogram',
  'box',
  'scatter',
  'waterfall',
] as const
export type ReportChart = (typeof REPORT_CHARTS)[number]

const Title = z.string().max(200).optional()
const Measure = z.enum(REPORT_MEASURES).default('spending')
const Top = z.number().int().min(1).max(10_000)
/** Dimensions left out: the first of the usual ones that the workspace uses. */
const By = DimensionId.optional()
const Id = z.string().min(1).max(40)
const section = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ id: Id, kind: z.literal(kind), title: Title, ...shape })

export const SectionSchema = z.discriminatedUnion('kind', [
  section('kpis', {}),
  section('chart', {
    chart: z.enum(REPORT_CHARTS).default('line'),
    measure: Measure,
    by: By,
    grain: z.enum(GRAINS).default('month'),
    top: Top.max(60).default(10),
    /** Steps before the period that a chart over time shows, the period's own included; 0: the period alone. */
    months: z.number().int().min(0).max(240).default(0),
  }),
  section('table', {
    by: By,
    /** A second dimension, or a step of time: the table then has a column for each of its members. */
    across: z.union([z.object({ dimension: DimensionId }), z.object({ grain: z.enum(GRAINS) })]).optional(),
    measure: Measure,
    top: Top.default(50),
    /** With `across`: so many months up to the period's end, in place of its days alone. */
    months: z.number().int().min(0).max(240).default(0),
  }),
  section('variance', {
    by: By,
    basis: z.enum(VARIANCE_BASES).default('to-date'),
    top: Top.default(40),
    chart: z.boolean().default(true),
  }),
  section('anomalies', {
    method: z.enum(DETECTORS).optional(),
    severity: z.enum(ALERT_SEVERITIES).default('info'),
    top: Top.max(1000).default(15),
  }),
  section('forecast', {
    measure: z.enum(['spending', 'income', 'net']).default('spending'),
    method: z.enum(['auto', ...FORECAST_METHODS]).default('auto'),
    horizon: z.number().int().min(1).max(60).default(6),
  }),
  section('root-cause', {
    measure: z.enum(['spending', 'income', 'net']).default('spending'),
    top: Top.max(100).default(8),
  }),
  section('audit', {
    test: z.enum(AUDIT_TESTS).default('duplicates'),
    /** A decimal in the base currency: for `split` the approval limit, for `sample` the tolerable misstatement. */
    limit: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .optional(),
    seed: z.number().int().min(0).default(1),
    top: Top.default(50),
  }),
  section('notes', { text: z.string().max(20_000).default('') }),
  section('data', {
    /** Most rows that are printed as pages (PDF, HTML); files of rows (XLSX, CSV, JSON) have all. */
    pages: z.number().int().min(0).max(100_000).default(20_000),
  }),
])
export type Section = z.infer<typeof SectionSchema>
export type SectionKind = Section['kind']
export const SECTION_KINDS = SectionSchema.options.map(one => one.shape.kind.value)

export const REPORT_PERIODS = [
  'latest-month',
  'latest-quarter',
  'latest-year',
  'last-month',
  'last-quarter',
  'last-year',
  'this-month',
  'this-year',
  'all',
] as const

/**
 * 2024, 2024-Q1, 2024-03, FY2024, 2024-01-15..2024-03-31, or a word: `latest-` is about the ledger's last complete month, quarter or
 * year, `last-` and `this-` about the calendar's when the report is made.
 */
export const PeriodSchema = z
  .string()
  .regex(
    new RegExp(
      `^(${REPORT_PERIODS.join('|')}|\\d{4}|FY\\d{4}|\\d{4}-Q[1-4]|\\d{4}-(0[1-9]|1[0-2])|\\d{4}-\\d\\d-\\d\\d\\.\\.\\d{4}-\\d\\d-\\d\\d)$`,
    ),
    'a period is 2024, 2024-Q1, 2024-03, FY2024, 2024-01-15..2024-03-31 or a word like latest-month',
  )

export const ReportParametersSchema = z.object({
  period: PeriodSchema.default('latest-month'),
  comparison: z.enum(['none', 'previous-period', 'previous-year']).default('previous-year'),
  /** The budget that variance sections are held against; left out: the first there is. */
  scenario: z.string().max(200).optional(),
  filters: FiltersSchema.default({}),
  language: z.enum(REPORT_LANGUAGES).default('en'),
  currencyDisplay: z.enum(['symbol', 'code']).default('symbol'),
})
export type ReportParameters = z.infer<typeof ReportParametersSchema>

export const ReportDefinitionSchema = z.object({
  name: z.string().trim().min(1).max(200),
  template: z.enum([...TEMPLATES, 'own']).default('own'),
  parameters: ReportParametersSchema.prefault({}),
  sections: z.array(SectionSchema).min(1).max(60),
})
export type ReportDefinition = z.infer<typeof ReportDefinitionSchema>
