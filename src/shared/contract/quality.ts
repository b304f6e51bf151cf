import { z } from 'zod'
import { DimensionId, FiltersSchema, IsoDateText, MemberKey } from '../query/query.ts'
import { ControlSchema, CountsSchema, SumsSchema } from './import.ts'
import { longMethod, method } from './method.ts'

/** Texts of an entry that rules can look at. */
export const TEXT_FIELDS = ['description', 'reference', 'document', 'note'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** 'day', 'amount' (own currency), 'base_amount', one of TEXT_FIELDS, or a dimension's id (derived ones included). */
const Field = DimensionId

/** Minor units of the base currency. */
const Minor = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

/** One expectation: what it is about, and what must hold of each entry (`balanced`: of each document; `fresh`: of each member). */
export const ExpectationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-null'), field: Field }),
  /** No two entries have the same values in all of the fields. Entries with nothing in any of them are not compared. */
  z.object({ kind: z.literal('unique'), fields: z.array(Field).min(1).max(12) }),
  z.object({
    kind: z.literal('between'),
    min: Minor.optional(),
    max: Minor.optional(),
    /** |amount| is held against the bounds. */
    absolute: z.boolean(),
  }),
  z.object({
    kind: z.literal('pattern'),
    field: Field,
    pattern: z.string().min(1).max(200),
    /** Must not be found. */
    not: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('date'),
    from: IsoDateText.optional(),
    to: IsoDateText.optional(),
    /** The fiscal year that begins in this calendar year. */
    fiscalYear: z.number().int().min(1900).max(2200).optional(),
    /** Days after today that are still good. */
    ahead: z.number().int().min(0).max(100_000).optional(),
  }),
  z.object({ kind: z.literal('in-list'), field: Field, values: z.array(MemberKey).min(1).max(10_000) }),
  /** The account (category) is known to its reference table. */
  z.object({
    kind: z.literal('refers'),
    field: z.enum(['account', 'category']),
    to: z.enum(['account-type', 'account-hierarchy', 'category-in-use']),
  }),
  /** The newest entry, of all or of each member, is not older than so many days. */
  z.object({
    kind: z.literal('fresh'),
    days: z.number().int().min(0).max(100_000),
    by: DimensionId.optional(),
  }),
  /** The entries of a document (by company, currency, number) sum to nothing: in whole, or within each fiscal year. */
  z.object({ kind: z.literal('balanced') }),
])
export type Expectation = z.infer<typeof ExpectationSchema>
export type ExpectationKind = Expectation['kind']

export const SEVERITIES = ['error', 'warning', 'info'] as const

export const QualityRuleBodySchema = z.object({
  /** '' for a rule that is called by what it expects. */
  name: z.string().max(200),
  severity: z.enum(SEVERITIES),
  active: z.boolean(),
  expects: ExpectationSchema,
})
export type QualityRuleBody = z.infer<typeof QualityRuleBodySchema>

export const QualityRuleSchema = QualityRuleBodySchema.extend({ id: z.number().int() })
export type QualityRule = z.infer<typeof QualityRuleSchema>

/**
 * 'nothing': there was nothing to check. 'not-usual': a `balanced` rule where less than half of the documents balance, as where a
 * file holds one side of the books only; it has no part in the score.
 */
export const RESULT_STATES = ['passed', 'failed', 'nothing', 'not-usual'] as const

export const QualityResultSchema = z.object({
  rule: QualityRuleSchema,
  state: z.enum(RESULT_STATES),
  /** What was checked and failed: entries, documents, members. */
  unit: z.enum(['entries', 'documents', 'members']),
  checked: z.number().int(),
  failed: z.number().int(),
  /** Filters that select exactly the failing entries; left out where none can. */
  filters: FiltersSchema.optional(),
})
export type QualityResult = z.infer<typeof QualityResultSchema>

export const QualityRunSchema = z.object({
  id: z.number().int(),
  at: z.string(),
  /** The batch that was checked; null for a selection. */
  batch: z.number().int().nullable(),
  filters: FiltersSchema,
  entries: z.number().int(),
  /** 0 to 100: each rule's share that passed, weighed by severity (error 3, warning 2, info 1). Null: nothing could be checked. */
  score: z.number().nullable(),
  dataRevision: z.number().int(),
  results: z.array(QualityResultSchema),
})
export type QualityRun = z.infer<typeof QualityRunSchema>

export const FailingEntrySchema = z.object({
  id: z.number().int(),
  date: z.string(),
  /** Minor units of `currency`. */
  amount: z.number().int(),
  currency: z.string(),
  payee: z.string(),
  account: z.string(),
  description: z.string(),
  document: z.string(),
  file: z.string(),
  line: z.number().int(),
  /** What the rule found: the value that failed, or the group that it is in (a document's difference). */
  value: z.string(),
})
export type FailingEntry = z.infer<typeof FailingEntrySchema>

/** A figure of one stage beside the one that it must equal. Sums are decimal strings. */
export const StageCheckSchema = z.object({
  /** 'counts', 'sums', 'entries', 'entry-sums', 'columns', 'column-sums', 'rejects', 'file-hash' */
  code: z.string(),
  left: z.string(),
  right: z.string(),
  currency: z.string().optional(),
  agrees: z.boolean(),
})
export type StageCheck = z.infer<typeof StageCheckSchema>

export const BatchReconciliationSchema = z.object({
  batch: z.number().int(),
  file: z.string(),
  undone: z.boolean(),
  counts: CountsSchema,
  /** Rows that were read as entries, before duplicates were left out; missing where the batch is older than this was kept. */
  readSums: SumsSchema.optional(),
  loadedSums: SumsSchema,
  stages: z.array(StageCheckSchema),
  /** What the file states of itself. */
  controls: z.array(ControlSchema),
  agrees: z.boolean(),
})
export type BatchReconciliation = z.infer<typeof BatchReconciliationSchema>

export const UnbalancedSchema = z.object({
  document: z.string(),
  company: z.string(),
  currency: z.string(),
  /** Decimal string. */
  difference: z.string(),
  entries: z.number().int(),
  from: z.string(),
  to: z.string(),
})
export type Unbalanced = z.infer<typeof UnbalancedSchema>

export const AccountBalanceSchema = z.object({
  account: z.string(),
  currency: z.string(),
  batch: z.number().int(),
  date: z.string(),
  /** What the statement says at the end of the day, decimal strings. */
  stated: z.string(),
  /** The last stated balance before it, and the entries since; '' for the first one. */
  carried: z.string(),
  movements: z.string(),
  agrees: z.boolean(),
})
export type AccountBalance = z.infer<typeof AccountBalanceSchema>

export const ReconciliationSchema = z.object({
  batches: z.array(BatchReconciliationSchema),
  /** Stated closing balances of an account held against the one before and the ledger's entries between. */
  balances: z.array(AccountBalanceSchema),
  documents: z.object({
    checked: z.number().int(),
    unbalanced: z.number().int(),
    /** Less than half of the documents balance: the files hold one side of the books, and nothing is wrong with that. */
    oneSided: z.boolean(),
    /** The first 200. */
    rows: z.array(UnbalancedSchema),
  }),
  /** The whole ledger, stage by stage. */
  stages: z.array(StageCheckSchema),
  /** One sentence for each thing that disagrees. */
  disagreements: z.array(z.object({ severity: z.enum(SEVERITIES), statement: z.string() })),
  agrees: z.boolean(),
})
export type Reconciliation = z.infer<typeof ReconciliationSchema>

export const quality = {
  rules: method('viewer', z.object({}), z.array(QualityRuleSchema)),
  /** Without an id a new rule. */
  saveRule: method(
    'analyst',
    z.object({ id: z.number().int().optional(), rule: QualityRuleBodySchema }),
    z.array(QualityRuleSchema),
  ),
  deleteRule: method('analyst', z.object({ id: z.number().int() }), z.array(QualityRuleSchema)),
  /** Puts the profile's rules back in place of all there are. */
  resetRules: method('analyst', z.object({}), z.array(QualityRuleSchema)),
  /** Runs the active rules over a batch or a selection and keeps what they say. */
  run: longMethod(
    'analyst',
    z.object({ batch: z.number().int().optional(), filters: FiltersSchema.default({}) }),
    QualityRunSchema,
  ),
  /** Runs kept, newest first: of one batch, or the ones over selections and batches alike. */
  runs: method(
    'viewer',
    z.object({ batch: z.number().int().optional(), limit: z.number().int().min(1).max(1000).default(100) }),
    z.array(QualityRunSchema),
  ),
  /** What one rule, saved or not, finds now; keeps nothing. `rows` from `offset`, in the order of the entries' ids. */
  check: longMethod(
    'viewer',
    z.object({
      rule: QualityRuleBodySchema,
      batch: z.number().int().optional(),
      filters: FiltersSchema.default({}),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1000).default(100),
    }),
    z.object({
      result: QualityResultSchema,
      entries: z.number().int(),
      rows: z.array(FailingEntrySchema),
      total: z.number().int(),
    }),
  ),
  /** Bank balances, control totals, documents, counts and sums per stage: everything that must agree. */
  reconcile: longMethod('viewer', z.object({ batch: z.number().int().optional() }), ReconciliationSchema),
}
