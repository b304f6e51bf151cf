import { z } from 'zod'
import { ChangedSchema, EntryRowSchema } from './ledger.ts'
import { logged, longMethod, method } from './method.ts'

/** Texts of an entry that a condition can look at; 'text' is payee, description, reference and note together. */
export const CONDITION_TEXTS = ['payee', 'text', 'description', 'reference', 'note', 'category', 'account', 'currency', 'tags'] as const // prettier-ignore
export const TEXT_OPS = ['contains', 'equals', 'starts', 'regex'] as const

const Decimal = z.string().regex(/^[-+]?\d{1,15}(?:\.\d{1,4})?$/)

/**
 * Texts are compared without case and accents. `regex`: letters, classes, groups, | * + ? {m,n} ^ $ \b \d \w \s; no look-around and no
 * back-references, so that no pattern takes more than linear time. Amounts are decimals in the entry's own currency.
 */
export const ConditionSchema = z.union([
  z.object({
    field: z.enum(CONDITION_TEXTS),
    op: z.enum(TEXT_OPS),
    value: z.string().max(200),
    not: z.boolean().optional(),
  }),
  z.object({
    field: z.literal('amount'),
    min: Decimal.optional(),
    max: Decimal.optional(),
    /** Bounds on |amount|. */
    absolute: z.boolean().optional(),
  }),
  z.object({ field: z.literal('direction'), value: z.enum(['in', 'out']) }),
  /** Day of the month; from 28 to 3 goes over the month's end. */
  z.object({
    field: z.literal('day'),
    from: z.number().int().min(1).max(31),
    to: z.number().int().min(1).max(31),
  }),
])
export type Condition = z.infer<typeof ConditionSchema>

/** A part of a split: percent of the amount, a fixed amount (without sign, in the entry's currency), or what is left. */
export const RulePartSchema = z.object({
  percent: z.number().gt(0).lt(100).optional(),
  amount: Decimal.optional(),
  category: z.string().max(400).optional(),
  note: z.string().max(2000).optional(),
  tags: z.array(z.string().max(60)).max(20).optional(),
})

export const ActionSchema = z.union([
  z.object({
    do: z.literal('set'),
    field: z.enum(['category', 'payee', 'description', 'note', 'project', 'status']),
    value: z.string().max(400),
  }),
  z.object({ do: z.literal('tag'), tags: z.array(z.string().min(1).max(60)).min(1).max(20) }),
  /** The last part takes what is left over. */
  z.object({ do: z.literal('split'), parts: z.array(RulePartSchema).min(2).max(50) }),
  /** Neither income nor spending. */
  z.object({ do: z.literal('transfer') }),
])
export type Action = z.infer<typeof ActionSchema>

export const RuleBodySchema = z.object({
  name: z.string().min(1).max(200),
  active: z.boolean().default(true),
  match: z.enum(['all', 'any']).default('all'),
  conditions: z.array(ConditionSchema).min(1).max(20),
  actions: z.array(ActionSchema).min(1).max(20),
  /** Rules after it are not tried on an entry that it matched. */
  stop: z.boolean().default(false),
})
export type RuleBody = z.infer<typeof RuleBodySchema>

export const RuleSchema = RuleBodySchema.extend({ id: z.number().int(), position: z.number().int() })
export type Rule = z.infer<typeof RuleSchema>

/** A file of rules, for another workspace or program. */
export const RuleFileSchema = z.object({
  farthing: z.literal('rules'),
  version: z.literal(1),
  rules: z.array(RuleBodySchema).max(5000),
})
export type RuleFile = z.infer<typeof RuleFileSchema>

/** What a run would change or has changed. `matched`: entries that met the conditions; `changed`: those that are not so already. */
export const RunSchema = z.object({
  matched: z.number().int(),
  changed: z.number().int(),
  rules: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      matched: z.number().int(),
      changed: z.number().int(),
    }),
  ),
  /** A few of the entries that change, each with what becomes of it (field → text; for a split, its parts). */
  examples: z.array(EntryRowSchema.extend({ becomes: z.record(z.string(), z.string()) })),
  /** Step of the history; null for a dry run and where nothing changed. */
  change: z.number().int().nullable(),
})
export type Run = z.infer<typeof RunSchema>

export const SuggestionSchema = z.object({
  rule: RuleBodySchema,
  /** Entries of this payee in the category, in another, in none. */
  support: z.number().int(),
  exceptions: z.number().int(),
  open: z.number().int(),
  /** Of the support, those that a person put there. */
  byHand: z.number().int(),
})
export type Suggestion = z.infer<typeof SuggestionSchema>

/** Two entries that may be one transfer. `sure`: nothing speaks for another pair, and the texts speak for this one. */
export const TransferSchema = z.object({
  out: EntryRowSchema,
  in: EntryRowSchema,
  days: z.number().int(),
  sure: z.boolean(),
  /** names-account, marked, words, only-amount, other-currency, rival. */
  why: z.array(z.string()),
})
export type Transfer = z.infer<typeof TransferSchema>

export const RecurringSchema = z.object({
  payee: z.string(),
  account: z.string(),
  category: z.string(),
  every: z.enum(['week', 'fortnight', 'month', 'quarter', 'half-year', 'year']),
  /** Minor units of `currency`: the last one, and the least and greatest since the last change of price. */
  amount: z.number().int(),
  least: z.number().int(),
  greatest: z.number().int(),
  currency: z.string(),
  /** True where the amounts are the same but for changes of price. */
  fixed: z.boolean(),
  first: z.string(),
  last: z.string(),
  next: z.string(),
  status: z.enum(['active', 'overdue', 'ended']),
  missed: z.array(z.string()),
  changes: z.array(z.object({ date: z.string(), from: z.number().int(), to: z.number().int() })),
  entries: z.array(z.number().int()),
})
export type Recurring = z.infer<typeof RecurringSchema>

export const CategorySchema = z.object({
  key: z.string(),
  label: z.string(),
  /** Names of the groups above it, from the top. */
  path: z.array(z.string()),
  entries: z.number().int(),
})
export type Category = z.infer<typeof CategorySchema>

const nothing = z.object({})
const Id = z.number().int()
const CategoryName = z.string().trim().min(1).max(200)

export const rules = {
  list: method('viewer', nothing, z.array(RuleSchema)),
  /** Adds a rule at the end, or writes the one with this id anew. */
  save: method('analyst', z.object({ id: Id.optional(), rule: RuleBodySchema }), RuleSchema),
  remove: method('analyst', z.object({ id: Id }), z.array(RuleSchema)),
  /** All ids, in the order in which the rules are to be tried. */
  reorder: method('analyst', z.object({ ids: z.array(Id).max(5000) }), z.array(RuleSchema)),
  export: logged(method('viewer', nothing, RuleFileSchema)),
  /** Adds a file's rules after those there are, or puts them in their place. */
  import: method(
    'analyst',
    z.object({ json: z.string().max(10_000_000), replace: z.boolean().default(false) }),
    z.object({ added: z.number().int(), rules: z.array(RuleSchema) }),
  ),
  /** What would change: by all active rules, or by this one, saved or not. */
  dryRun: longMethod(
    'viewer',
    z.object({
      rule: RuleBodySchema.optional(),
      batch: Id.optional(),
      examples: z.number().int().min(0).max(100).default(10),
    }),
    RunSchema,
  ),
  /** Runs the active rules, or one. What a person set by hand is left as it is. */
  apply: longMethod('analyst', z.object({ id: Id.optional(), batch: Id.optional() }), RunSchema),
  /** Rules that the categories given so far speak for. */
  suggest: longMethod(
    'viewer',
    z.object({
      atLeast: z.number().int().min(2).max(100).default(3),
      /** Least share of the payee's categorised entries that are in the category. */
      purity: z.number().min(0.5).max(1).default(0.9),
    }),
    z.array(SuggestionSchema),
  ),

  transfers: longMethod(
    'viewer',
    z.object({ days: z.number().int().min(0).max(14).default(4) }),
    z.object({ paired: z.number().int(), found: z.array(TransferSchema) }),
  ),
  pairTransfers: method(
    'analyst',
    z.object({
      pairs: z
        .array(z.object({ out: Id, in: Id }))
        .min(1)
        .max(50_000),
    }),
    ChangedSchema,
  ),
  unpair: method('analyst', z.object({ id: Id }), ChangedSchema),
  /** Two entries that are no transfer: they are not proposed again. */
  refuseTransfer: method('analyst', z.object({ out: Id, in: Id }), nothing),

  recurring: longMethod('viewer', nothing, z.array(RecurringSchema)),

  categories: method('viewer', nothing, z.array(CategorySchema)),
  createCategory: method(
    'analyst',
    z.object({ name: CategoryName, parent: z.array(z.string().max(200)).max(2).default([]) }),
    z.array(CategorySchema),
  ),
  renameCategory: method('analyst', z.object({ key: z.string(), name: CategoryName }), ChangedSchema),
  moveCategory: method(
    'analyst',
    z.object({ key: z.string(), parent: z.array(z.string().trim().min(1).max(200)).max(2) }),
    ChangedSchema,
  ),
  /** Gives all entries of one category another, and offers the first no more. */
  mergeCategory: method('analyst', z.object({ key: z.string(), into: z.string() }), ChangedSchema),
  /** Adds a household's usual categories, in groups, to those there are. */
  addStarterCategories: method(
    'analyst',
    z.object({ language: z.enum(['en', 'de']) }),
    z.array(CategorySchema),
  ),
}
