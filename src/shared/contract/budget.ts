import { z } from 'zod'
import { IsoDateText } from '../query/query.ts'
import { longMethod, method } from './method.ts'
import {
  CapitalRuleSchema,
  CommentSubjectSchema,
  VarianceCommentSchema,
  VarianceRequestSchema,
  VarianceSchema,
} from './variance.ts'

export * from './variance.ts'

const Total = z.union([z.number(), z.bigint()])

export const ScenarioSchema = z.object({
  name: z.string(),
  entries: z.number().int(),
  from: z.string().optional(),
  to: z.string().optional(),
})

const BudgetFileSchema = z.object({
  token: z.string(),
  /** The scenario that the figures are entered in, unless the file has a column of it. */
  scenario: z.string().trim().min(1).max(200).default('Budget'),
  sheet: z.string().max(255).optional(),
  /** Fiscal year of months and periods that name none. */
  year: z.number().int().min(1900).max(2200).optional(),
  /** Header of the column with the figures, where several could be; of a table without a header its letter (B). */
  amount: z.string().max(400).optional(),
  /** Figures of a quarter or year: over its months, or on the first. */
  spread: z.enum(['even', 'first']).default('even'),
})

const Decimal = z.string()

export const BudgetFileReportSchema = z.object({
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  currency: z.string(),
  /** What each column was taken for: 'figures', a dimension, 'scenario', 'time', 'text', or 'left out'. */
  columns: z.array(z.object({ column: z.string(), header: z.string(), as: z.string() })),
  figures: z.number().int(),
  /** Sum of the figures as the file has them, and by scenario as they are entered. */
  total: Decimal,
  scenarios: z.array(z.object({ name: z.string(), entries: z.number().int(), total: Decimal })),
  rows: z.object({
    figures: z.number().int(),
    totals: z.number().int(),
    headings: z.number().int(),
    ignored: z.number().int(),
  }),
  from: z.string().optional(),
  to: z.string().optional(),
  /** Total rows of the file held against the figures above them. */
  controls: z.array(
    z.object({
      row: z.number().int(),
      column: z.string(),
      label: z.string(),
      file: Decimal,
      farthing: Decimal,
      agrees: z.boolean(),
    }),
  ),
  problems: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
  /** Accounts and categories that the ledger knows already, and the first of those it does not. */
  matched: z.number().int(),
  unmatched: z.array(z.string()),
  sample: z.array(
    z.object({
      row: z.number().int(),
      column: z.string(),
      date: z.string(),
      amount: Decimal,
      flow: z.string(),
      members: z.record(z.string(), z.string()),
    }),
  ),
})
export type BudgetFileReport = z.infer<typeof BudgetFileReportSchema>

const PlanRequestSchema = z.object({
  scenario: z.string().trim().min(1).max(200),
  by: z.enum(['account', 'category']),
  /** Fiscal year, named after the calendar year it starts in. */
  year: z.number().int().min(1900).max(2200),
})
export type PlanRequest = z.infer<typeof PlanRequestSchema>

export const PlanSchema = z.object({
  currency: z.string(),
  profile: z.enum(['personal', 'ledger']),
  months: z.array(z.string()),
  /** The day that each month's plan is entered on. */
  days: z.array(z.string()),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      flow: z.string(),
      planned: z.array(Total),
      /** Actual amounts of the year before. */
      before: z.array(Total),
    }),
  ),
})
export type Plan = z.infer<typeof PlanSchema>

export const budget = {
  previewFile: longMethod('viewer', BudgetFileSchema, BudgetFileReportSchema),
  importFile: longMethod(
    'analyst',
    BudgetFileSchema,
    BudgetFileReportSchema.extend({
      batch: z.number().int(),
      loaded: z.number().int(),
      duplicate: z.number().int(),
      rejected: z.number().int(),
    }),
  ),
  /** A fiscal year of a scenario, by member and month, beside the actual year before. Amounts as posted. */
  plan: method('viewer', PlanRequestSchema, PlanSchema),
  /**
   * Sets what a year's plan comes to, cell by cell or row by row. Each change is an entry of the difference, in one batch: so that what was
   * planned before stays to be seen, and the step can be undone.
   */
  setPlan: longMethod(
    'analyst',
    PlanRequestSchema.extend({
      cells: z
        .array(
          z.object({
            key: z.string().min(1).max(4096),
            month: z.string().regex(/^\d{4}-\d{2}$/),
            amount: z.number().int(),
          }),
        )
        .max(10_000)
        .default([]),
      /** 'even': a year's amount over its months, to the minor unit. 'last-year': the actual months before, changed by `growth` percent. */
      rows: z
        .array(
          z.union([
            z.object({ key: z.string().min(1).max(4096), how: z.literal('even'), total: z.number().int() }),
            z.object({
              key: z.string().min(1).max(4096),
              how: z.literal('last-year'),
              growth: z.number().min(-100).max(10_000).default(0),
            }),
          ]),
        )
        .max(10_000)
        .default([]),
    }),
    z.object({ batch: z.number().int().nullable(), entries: z.number().int() }),
  ),
  scenarios: method('viewer', z.object({}), z.array(ScenarioSchema)),
  variance: method('viewer', VarianceRequestSchema, VarianceSchema),
  /** Writes, changes or (with an empty text) removes what is said of a period's row. */
  saveComment: method(
    'analyst',
    z.object({
      scenario: z.string().min(1).max(200),
      from: IsoDateText,
      to: IsoDateText,
      members: CommentSubjectSchema.default({}),
      text: z.string().trim().max(4000),
      /** Who writes, where several share an account. */
      by: z.string().trim().max(200).default(''),
    }),
    VarianceCommentSchema.nullable(),
  ),
  /** Without a rule, the default holds again. */
  setCapital: method('analyst', z.object({ rule: CapitalRuleSchema.nullable() }), z.object({})),
}
